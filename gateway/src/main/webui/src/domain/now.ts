import { onScopeDispose, ref, type Ref } from 'vue'

/** The present, once every half minute, so that “今天17:00前” does not grow stale on a wall. */
export function useNow(): Ref<Date> {
  const now = ref(new Date())
  const tick = setInterval(() => (now.value = new Date()), 30_000)
  onScopeDispose(() => clearInterval(tick))
  return now
}
