/** What the phone page keeps of the server for times without network: its own database, so that it can go in one piece. */
export const PHONE_DATA = 'onegrid-phone'

/** At sign-out, wherever it happens: nothing the server said stays on the phone. */
export function forgetPhoneData(): Promise<void> {
  if (typeof indexedDB === 'undefined') return Promise.resolve()
  return new Promise((done) => {
    const asked = indexedDB.deleteDatabase(PHONE_DATA)
    asked.onsuccess = asked.onerror = asked.onblocked = () => done()
  })
}
