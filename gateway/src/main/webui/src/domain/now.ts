import { onScopeDispose, ref } from 'vue'

const now = ref(new Date())
let timer: ReturnType<typeof setInterval> | undefined
let watchers = 0

/** The present, moving on twice a minute: bars of used time and “still 2 hours” stay true on an open page. */
export function useNow() {
  now.value = new Date()
  watchers++
  timer ??= setInterval(() => (now.value = new Date()), 30_000)
  onScopeDispose(() => {
    if (--watchers) return
    clearInterval(timer)
    timer = undefined
  })
  return now
}
