import { onScopeDispose, ref } from 'vue'
import { actFor } from '@/api/act'
import { asProblem, type Problem } from '@/api/client'
import { report, type Receipt } from '@/api/cases'
import { keepDraft, newCase, type Draft } from './draft'

const TRIES = 6
const WAIT = 10

/**
 * Sends a draft. A passing failure is tried again by itself, after the time the server asked for or
 * when the network is back, always under the key of this draft; every other refusal is the person's turn.
 */
export function useSending(draft: () => Draft, done: (receipt: Receipt) => void) {
  const sending = ref(false)
  const problem = ref<Problem | null>(null)
  const retryIn = ref(0)
  let tries = 0
  let ticking: ReturnType<typeof setInterval> | undefined

  async function send() {
    stop()
    if (sending.value) return
    sending.value = true
    const one = draft()
    const body = newCase(one)
    one.act = actFor(body, one.act)
    keepDraft(one)
    try {
      const receipt = await report(body, one.act.key)
      problem.value = null
      done(receipt)
    } catch (error) {
      problem.value = asProblem(error)
      if (problem.value.passing) wait(problem.value.retryAfter ?? WAIT)
      else one.act = null
      keepDraft(one)
    } finally {
      sending.value = false
    }
  }

  function wait(seconds: number) {
    if (++tries >= TRIES) return
    retryIn.value = Math.min(60, Math.ceil(seconds))
    ticking = setInterval(() => --retryIn.value <= 0 && void send(), 1_000)
  }

  function stop() {
    clearInterval(ticking)
    retryIn.value = 0
  }

  const online = () => retryIn.value > 0 && void send()
  window.addEventListener('online', online)
  onScopeDispose(() => {
    stop()
    window.removeEventListener('online', online)
  })

  function byHand() {
    tries = 0
    void send()
  }
  return { sending, problem, retryIn, send: byHand, stop }
}
