import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { onOutboxChange, outbox, type Waiting } from './outbox'
import { sendWaiting, type Round } from './sending'
import { usePost } from './usePost'

const AGAIN_MS = 20_000

const items = shallowRef<Waiting[]>([])
const ended = ref<Round | 'sending' | null>(null)
const { post } = usePost()
const mine = computed(() => items.value.filter((item) => item.owner === post.value?.username))
const waiting = computed(() => mine.value.filter((item) => item.state === 'waiting'))
const refused = computed(() => mine.value.filter((item) => item.state === 'refused'))
const sent = computed(() => mine.value.filter((item) => item.state === 'sent'))
/** Written on this phone by another account: shown as a number, sent when that account is back. */
const others = computed(() => items.value.length - mine.value.length)

async function read() {
  items.value = await outbox().catch(() => items.value)
}

async function send() {
  await read()
  if (!waiting.value.length) return
  ended.value = 'sending'
  ended.value = await sendWaiting().catch(() => 'away' as const)
  await read()
}

/** Asks the browser to send when the network is back, also when this page is closed by then. */
async function remind() {
  const registration = await navigator.serviceWorker?.getRegistration('/phone').catch(() => undefined)
  const sync = (registration as { sync?: { register: (tag: string) => Promise<void> } } | undefined)?.sync
  await sync?.register('onegrid-outbox').catch(() => undefined)
}

export function useOutbox() {
  return { waiting, refused, sent, others, ended, send, read, remind }
}

/** For the frame of the page: sends when the page opens, comes back, or the network does. */
export function useSendingWhenPossible() {
  const stop = onOutboxChange(() => void read())
  const back = () => document.visibilityState === 'visible' && void send()
  const again = setInterval(() => waiting.value.length && back(), AGAIN_MS)
  window.addEventListener('online', send)
  document.addEventListener('visibilitychange', back)
  void send()
  onScopeDispose(() => {
    stop()
    clearInterval(again)
    window.removeEventListener('online', send)
    document.removeEventListener('visibilitychange', back)
  })
}
