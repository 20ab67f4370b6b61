import { asProblem } from './client'

/** One thing a person does once, however often the network needs it to be sent. */
export interface Act {
  key: string
  /** What was to be sent under this key; another text is another act. */
  body: string
}

/** randomUUID exists only on https and localhost; a phone on the office network may have neither. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function actFor(body: unknown, before: Act | null): Act {
  const text = JSON.stringify(body)
  return before && before.body === text ? before : { key: newKey(), body: text }
}

/**
 * Keeps the key while the same body is sent again after a passing failure; a success or a clear
 * refusal ends the act. Use one per form or button: `const act = useAct()`,
 * `await act.send(body, (key) => dispatch(id, body, key))`.
 */
export function useAct() {
  let current: Act | null = null
  return {
    async send<T>(body: unknown, call: (key: string) => Promise<T>): Promise<T> {
      current = actFor(body, current)
      try {
        const answer = await call(current.key)
        current = null
        return answer
      } catch (error) {
        if (!asProblem(error).passing) current = null
        throw error
      }
    },
  }
}
