/**
 * Server-sent events over fetch. EventSource of the browser cannot send `Last-Event-ID` after it gave up,
 * and does not notice a line that went silent; a command centre needs both.
 */
export interface ServerEvent {
  id: string | null
  type: string
  data: string
}

/** Feeds text in pieces; calls back once per complete event, and for each sign of life (a comment line too). */
export function sseParser(onEvent: (event: ServerEvent) => void, onLife: () => void = () => {}) {
  let rest = ''
  let id: string | null = null
  let type = ''
  let data: string[] = []
  const line = (text: string) => {
    onLife()
    if (text === '') {
      if (data.length) onEvent({ id, type: type || 'message', data: data.join('\n') })
      type = ''
      data = []
      return
    }
    const colon = text.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    else if (field === 'event') type = value
    else if (field === 'id') id = value
  }
  return (piece: string) => {
    rest += piece
    // A lone \r at the very end may be half of \r\n: it waits for the next piece.
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    lines.forEach(line)
  }
}

export interface StreamHooks {
  onEvent: (event: ServerEvent) => void
  /** Called on each (re)connection; `again` is false the first time only. */
  onOpen: (again: boolean) => void
  onLost: () => void
  /** 401 and 403 end the stream: asking again would not help. */
  onRefused?: (status: number) => void
}

/** The server sends a comment every 15 s; after this long without any line the line is dead. */
const SILENCE_MS = 40_000
const RETRY_MS = [1_000, 2_000, 5_000, 10_000]

/** Keeps the stream open, continuing after the last event seen, until the returned function is called. */
export function openStream(url: string, hooks: StreamHooks): () => void {
  let stopped = false
  let lastId: string | null = null
  let failures = 0
  let opened = false
  let abort = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function connect() {
    abort = new AbortController()
    let watchdog: ReturnType<typeof setTimeout> | undefined
    const alive = () => {
      clearTimeout(watchdog)
      watchdog = setTimeout(() => abort.abort(), SILENCE_MS)
    }
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' }
      if (lastId) headers['Last-Event-ID'] = lastId
      alive()
      const response = await fetch(url, {
        headers,
        cache: 'no-store',
        credentials: 'same-origin',
        signal: abort.signal,
      })
      if (response.status === 401 || response.status === 403) {
        stopped = true
        hooks.onRefused?.(response.status)
        return
      }
      if (!response.ok || !response.body) throw new Error(`stream answered ${response.status}`)
      failures = 0
      hooks.onOpen(opened)
      opened = true
      const feed = sseParser((event) => {
        if (event.id) lastId = event.id
        hooks.onEvent(event)
      }, alive)
      const reader = response.body.getReader()
      const decoder = new TextDecoder()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        alive()
        feed(decoder.decode(value, { stream: true }))
      }
    } catch {
      // Lost, silent or refused for now: all end in the same retry below.
    } finally {
      clearTimeout(watchdog)
    }
    if (stopped) return
    hooks.onLost()
    timer = setTimeout(connect, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)])
  }

  void connect()
  return () => {
    stopped = true
    clearTimeout(timer)
    abort.abort()
  }
}
