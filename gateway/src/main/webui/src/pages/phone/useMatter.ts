import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { getCase } from '@/api/cases'
import { asProblem, type Problem } from '@/api/client'
import { keepCase, keptOf, readCase, type KeptCase } from './kept'
import { onOutboxChange } from './outbox'

/** One matter: at once as the phone kept it, then as the server has it. */
export function useMatter(id: Ref<string>) {
  const kase = shallowRef<KeptCase | null>(null)
  const problem = shallowRef<Problem | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load() {
    const asked = id.value
    const kept = await readCase(asked).catch(() => null)
    if (asked !== id.value) return
    if (kept && kase.value?.id !== asked) kase.value = kept
    try {
      const read = keptOf(await getCase(asked))
      if (asked !== id.value) return
      kase.value = read
      problem.value = null
      await keepCase(read).catch(() => undefined)
    } catch (error) {
      if (asked === id.value) problem.value = asProblem(error)
    }
  }

  const stop = onOutboxChange(() => {
    clearTimeout(timer)
    timer = setTimeout(load, 400)
  })
  window.addEventListener('online', load)
  onScopeDispose(() => {
    stop()
    clearTimeout(timer)
    window.removeEventListener('online', load)
  })
  watch(id, load, { immediate: true })
  return { kase, problem, load }
}
