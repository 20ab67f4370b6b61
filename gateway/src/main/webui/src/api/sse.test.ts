import { afterEach, expect, test, vi } from 'vitest'
import { fakeServer } from '@/testing/fakeServer'
import { fakeStream } from '@/testing/fakeStream'
import { openStream, sseParser, type ServerEvent } from './sse'

function parsed(...pieces: string[]) {
  const events: ServerEvent[] = []
  const feed = sseParser((event) => events.push(event))
  pieces.forEach(feed)
  return events.map((event) => `${event.type}:${event.data}:${event.id}`)
}
afterEach(() => vi.useRealTimers())

test.each([
  [['data: a\n\n'], ['message:a:null']],
  [['event: case\nid: 7\ndata: {"x":1}\n\n'], ['case:{"x":1}:7']],
  [['data: a\r', '\n\r\n'], ['message:a:null']],
  [['da', 'ta: a\nda', 'ta: b\n', '\n'], ['message:a\nb:null']],
  [[': life\n\n', 'data: a\n'], []],
  [['id: 1\ndata: a\n\ndata: b\n\n'], ['message:a:1', 'message:b:1']],
])('the lines %j say %j', (pieces, events) => {
  expect(parsed(...pieces)).toEqual(events)
})

test('after a broken line it goes on from the last event seen', async () => {
  fakeServer({})
  const stream = fakeStream()
  const states: string[] = []
  const close = openStream('/api/brain/stream', {
    onEvent: (event) => states.push(`event ${event.id}`),
    onOpen: (again) => states.push(again ? 'again' : 'open'),
    onLost: () => states.push('lost'),
  })
  await vi.waitFor(() => expect(states).toEqual(['open']))
  stream.say('case', { id: 'c1' }, '42')
  await vi.waitFor(() => expect(states).toContain('event 42'))
  stream.cut()

  await vi.waitFor(() => expect(states).toEqual(['open', 'event 42', 'lost', 'again']), 5_000)
  expect(stream.headers.at(-1)!.get('Last-Event-ID')).toBe('42')
  close()
})
