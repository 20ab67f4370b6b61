import { vi } from 'vitest'

/** The stream of the brain, spoken by the test. Call after `fakeServer`. */
export function fakeStream() {
  const rest = globalThis.fetch
  const encoder = new TextEncoder()
  const lines: ReadableStreamDefaultController<Uint8Array>[] = []
  const headers: Headers[] = []
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    if (!String(input).startsWith('/api/brain/stream')) return rest(input, init)
    headers.push(new Headers(init.headers))
    const body = new ReadableStream<Uint8Array>({ start: (line) => void lines.push(line) })
    init.signal?.addEventListener('abort', () => lines.splice(0))
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
  })
  const write = (text: string) => lines.at(-1)?.enqueue(encoder.encode(text))
  return {
    /** Headers of each connection, oldest first. */
    headers,
    say: (event: string, data: object, id = '1') =>
      write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    /** The line breaks; the page has to come back by itself. */
    cut: () => lines.pop()?.close(),
  }
}
