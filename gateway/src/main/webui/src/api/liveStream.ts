import { onScopeDispose, reactive, readonly } from 'vue'
import { openStream } from './sse'

export interface BrainEvent {
  kind: 'case' | 'linkage' | 'decision'
  id: string
  number?: string
  gridCode?: string
  status?: string
  scale?: string | null
  caseId?: string
  linkageId?: string
}

export type LiveState = 'connecting' | 'open' | 'lost' | 'refused'
type Listener = (event: BrainEvent) => void

const state = reactive({ status: 'connecting' as LiveState, lostSince: null as Date | null })
const listeners = new Set<Listener>()
const comebacks = new Set<() => void>()
let close: (() => void) | null = null
let doubt: ReturnType<typeof setTimeout> | undefined
/** The server ends each stream after half an hour; coming back at once is no news for anybody. */
const GRACE_MS = 2_500

function open() {
  state.status = 'connecting'
  state.lostSince = null
  close = openStream('/api/brain/stream', {
    onEvent(event) {
      if (event.type !== 'case' && event.type !== 'linkage' && event.type !== 'decision') return
      try {
        const body = { ...JSON.parse(event.data), kind: event.type } as BrainEvent
        listeners.forEach((listener) => listener(body))
      } catch {
        // A line that is no JSON tells nothing; the next read of the lists is right anyway.
      }
    },
    onOpen(again) {
      clearTimeout(doubt)
      doubt = undefined
      state.status = 'open'
      state.lostSince = null
      // What happened while away may lie beyond the server's memory of events: read everything again.
      if (again) comebacks.forEach((comeback) => comeback())
    },
    onLost() {
      state.lostSince ??= new Date()
      doubt ??= setTimeout(() => (state.status = 'lost'), GRACE_MS)
    },
    onRefused() {
      state.status = 'refused'
    },
  })
}

/** One connection for all parts of a page; it closes when the last part is gone. */
export function useLiveStream(listener: Listener, comeback: () => void = () => {}) {
  listeners.add(listener)
  comebacks.add(comeback)
  if (!close) open()
  onScopeDispose(() => {
    listeners.delete(listener)
    comebacks.delete(comeback)
    if (listeners.size === 0) {
      close?.()
      close = null
      clearTimeout(doubt)
      doubt = undefined
    }
  })
  return readonly(state)
}
