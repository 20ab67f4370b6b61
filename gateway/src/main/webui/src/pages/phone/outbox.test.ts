import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeServer, offline, problem, Reply } from '@/testing/fakeServer'
import { receipt } from '@/testing/district'
import type { NewWaiting, Waiting, WaitingCommand, WaitingReport } from './outbox'

const head = {
  signedIn: true,
  name: null,
  username: 'grid-head',
  roles: ['grid-head'],
  gridScope: [],
  unit: null,
  post: null,
}
const aPhoto = (key = 'photo-key') => ({
  key,
  bytes: new ArrayBuffer(8),
  type: 'image/jpeg',
  thumbnail: '',
  id: null,
})
const aReport = (over: Partial<WaitingReport> = {}): NewWaiting<WaitingReport> => ({
  kind: 'report',
  key: 'report-key',
  owner: 'grid-head',
  label: '垃圾没人拉',
  caseId: null,
  photos: [],
  body: { text: '垃圾没人拉', gridCode: '41021200100100101', channel: 'GRID_WORKER' },
  ...over,
})
const aStep = (over: Partial<WaitingCommand> = {}): NewWaiting<WaitingCommand> => ({
  kind: 'command',
  key: 'step-key',
  owner: 'grid-head',
  label: '反馈结果',
  caseId: 'c1',
  command: 'feedback',
  version: 3,
  caseStatus: 'SELF_HANDLING',
  photos: [],
  body: { text: '已清走' },
  ...over,
})

let box: typeof import('./outbox')
let sendWaiting: typeof import('./sending').sendWaiting
/** Another tab: the same store, nothing else in common. */
async function openTab() {
  vi.resetModules()
  box = await import('./outbox')
  ;({ sendWaiting } = await import('./sending'))
}
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  await openTab()
})
const states = async () => (await box.outbox()).map((item: Waiting) => item.state)
const keysOf = (calls: { headers: Headers }[]) =>
  new Set(calls.map((call) => call.headers.get('Idempotency-Key')))

describe('the outbox of the phone', () => {
  test('a report written without network waits and is sent when there is one', async () => {
    const server = fakeServer({ 'GET /api/me': head, 'POST /api/cases': [offline, new Reply(201, receipt)] })
    await box.queue(aReport())
    expect(await sendWaiting()).toBe('away')
    expect(await sendWaiting()).toBe('done')
    expect(await box.outbox()).toMatchObject([{ state: 'sent', number: '261122-00017' }])
    expect(keysOf(server.sent('POST /api/cases'))).toEqual(new Set(['report-key']))
  })

  test('what waits is still there after the phone was switched off', async () => {
    fakeServer({ 'GET /api/me': offline })
    await box.queue(aReport({ photos: [aPhoto()] }))
    await openTab()
    expect(await box.outbox()).toMatchObject([{ key: 'report-key', photos: [{ key: 'photo-key' }] }])
  })

  test('two tabs at once send one report under one key and each photo under its own', async () => {
    const server = fakeServer({
      'GET /api/me': head,
      'POST /api/photos': new Reply(201, { id: 'p1' }),
      'POST /api/cases': new Reply(201, receipt),
    })
    await box.queue(aReport({ photos: [aPhoto()] }))
    const first = sendWaiting
    await openTab()
    await Promise.all([first(), sendWaiting()])
    expect(keysOf(server.sent('POST /api/photos'))).toEqual(new Set(['photo-key']))
    expect(keysOf(server.sent('POST /api/cases'))).toEqual(new Set(['report-key']))
    expect(new Set(server.sent('POST /api/cases').map((call) => JSON.stringify(call.body))).size).toBe(1)
    expect(await states()).toEqual(['sent'])
  })

  test('a photo that arrived is not uploaded again when the report did not', async () => {
    const server = fakeServer({
      'GET /api/me': head,
      'POST /api/photos': new Reply(201, { id: 'p1' }),
      'POST /api/cases': [offline, new Reply(201, receipt)],
    })
    await box.queue(aReport({ photos: [aPhoto()] }))
    await sendWaiting()
    await openTab()
    await sendWaiting()
    expect(server.sent('POST /api/photos')).toHaveLength(1)
    expect(server.sent('POST /api/cases').at(-1)!.body).toMatchObject({ photos: ['p1'] })
  })

  test('photos that the server has forgotten meanwhile are uploaded once more', async () => {
    const server = fakeServer({
      'GET /api/me': head,
      'POST /api/photos': [new Reply(201, { id: 'p1' }), new Reply(201, { id: 'p2' })],
      'POST /api/cases': [
        problem(400, 'validation', { errors: [{ field: 'photos', message: 'names a photo' }] }),
        new Reply(201, receipt),
      ],
    })
    await box.queue(aReport({ photos: [aPhoto()] }))
    expect(await sendWaiting()).toBe('done')
    expect(server.sent('POST /api/cases').at(-1)!.body).toMatchObject({ photos: ['p2'] })
    expect(keysOf(server.sent('POST /api/photos')).size).toBe(2)
  })

  test('what was written first is sent first', async () => {
    const server = fakeServer({
      'GET /api/me': head,
      'POST /api/cases': new Reply(201, receipt),
      'POST /api/cases/c1/feedback': { id: 'c1', number: '261122-00017', version: 4 },
    })
    await box.queue(aReport())
    await box.queue(aStep())
    await sendWaiting()
    expect(server.asked.filter((call) => call.method === 'POST').map((call) => call.path)).toEqual([
      '/api/cases',
      '/api/cases/c1/feedback',
    ])
  })

  test('the second step of a case follows the version that the first one made', async () => {
    const server = fakeServer({
      'GET /api/me': head,
      'POST /api/cases/c1/self-handle': { id: 'c1', number: '261122-00017', version: 4 },
      'POST /api/cases/c1/feedback': { id: 'c1', number: '261122-00017', version: 5 },
    })
    await box.queue(aStep({ key: 'k1', command: 'self-handle', caseStatus: 'FILED', body: {} }))
    await box.queue(aStep({ key: 'k2' }))
    await sendWaiting()
    expect(server.sent('POST /api/cases/c1/feedback')[0]!.headers.get('If-Match')).toBe('"4"')
  })

  test('a case that moved on keeps the words, and later steps of it wait behind', async () => {
    const server = fakeServer({
      'GET /api/me': head,
      'POST /api/cases/c1/start': problem(409, 'illegal-transition'),
      'GET /api/cases/c1': { status: 'CLOSED', version: 9, allowed: [] },
      'POST /api/cases': new Reply(201, receipt),
    })
    await box.queue(aStep({ key: 'k1', command: 'start' }))
    await box.queue(aStep({ key: 'k2' }))
    await box.queue(aReport())
    await sendWaiting()
    expect(await states()).toEqual(['refused', 'waiting', 'sent'])
    expect((await box.outbox())[0]!.refused).toMatchObject({
      word: 'illegal-transition',
      caseStatus: 'CLOSED',
    })
    expect(server.sent('POST /api/cases/c1/feedback')).toEqual([])
  })

  test('a case that was only touched takes the feedback at its newest version', async () => {
    const server = fakeServer({
      'GET /api/me': head,
      'POST /api/cases/c1/feedback': [
        problem(412, 'stale-version'),
        { id: 'c1', number: '261122-00017', version: 9 },
      ],
      'GET /api/cases/c1': { status: 'SELF_HANDLING', version: 8, allowed: ['feedback'] },
    })
    await box.queue(aStep())
    await sendWaiting()
    const tries = server.sent('POST /api/cases/c1/feedback')
    expect(tries.map((call) => call.headers.get('If-Match'))).toEqual(['"3"', '"8"'])
    expect(await states()).toEqual(['sent'])
  })

  test('an ended session sends nothing, keeps all and asks to sign in', async () => {
    const server = fakeServer({
      'GET /api/me': [{ ...head, signedIn: false, username: null }, head],
      'POST /api/cases': new Reply(201, receipt),
    })
    await box.queue(aReport())
    expect(await sendWaiting()).toBe('sign-in')
    expect(server.sent('POST /api/cases')).toEqual([])
    expect(await sendWaiting()).toBe('done')
    expect(await states()).toEqual(['sent'])
  })

  test('nobody sends what another account wrote', async () => {
    const server = fakeServer({ 'GET /api/me': { ...head, username: 'grid-head-2' } })
    await box.queue(aReport())
    await sendWaiting()
    expect(server.sent('POST /api/cases')).toEqual([])
    expect(await states()).toEqual(['waiting'])
  })

  test('an error of the server holds up only what it hit', async () => {
    fakeServer({
      'GET /api/me': head,
      'POST /api/cases': problem(500, 'unexpected'),
      'POST /api/cases/c1/feedback': { id: 'c1', number: '261122-00017', version: 4 },
    })
    await box.queue(aReport())
    await box.queue(aStep())
    expect(await sendWaiting()).toBe('away')
    expect(await states()).toEqual(['waiting', 'sent'])
  })

  test('after three days nobody can say whether it arrived, so a person decides', async () => {
    const server = fakeServer({ 'GET /api/me': head, 'POST /api/cases': new Reply(201, receipt) })
    const seq = await box.queue(aReport())
    await box.amend(seq, { triedAt: new Date(Date.now() - 3 * 86_400_000).toISOString() })
    await sendWaiting()
    expect(server.sent('POST /api/cases')).toEqual([])
    expect(await box.outbox()).toMatchObject([{ state: 'refused', refused: { word: 'unsure' } }])
  })

  test('the same act pressed twice is one item', async () => {
    await box.queue(aReport())
    await expect(box.queue(aReport())).rejects.toThrow()
    expect(await box.outbox()).toHaveLength(1)
  })
})
