export type StreamEvent = 'case' | 'linkage' | 'decision'

export interface StreamNote {
  id: string
  number?: string
  gridCode?: string
  status?: string
  scale?: string
}

export interface StreamListener {
  onEvent: (kind: StreamEvent, note: StreamNote) => void
  onConnected?: (connected: boolean) => void
}

/**
 * Listens to what changes in my scope; the browser reconnects by itself with Last-Event-ID. A gateway
 * that refuses (restart, expired session) closes the source for good, so that is tried again here.
 * Answers the function that ends it.
 */
export function listenToBrain(listener: StreamListener): () => void {
  let source: EventSource | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  let ended = false
  const open = () => {
    source = new EventSource('/api/brain/stream')
    source.onopen = () => listener.onConnected?.(true)
    source.onerror = () => {
      listener.onConnected?.(false)
      if (source?.readyState === EventSource.CLOSED && !ended) again = setTimeout(open, 5_000)
    }
    for (const kind of ['case', 'linkage', 'decision'] as const) {
      source.addEventListener(kind, (event) =>
        listener.onEvent(kind, JSON.parse((event as MessageEvent).data)),
      )
    }
  }
  open()
  return () => {
    ended = true
    clearTimeout(again)
    source?.close()
  }
}
