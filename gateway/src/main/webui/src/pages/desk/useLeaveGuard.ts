import { onScopeDispose, ref, type Ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

/** Leaving with unsent text asks first: inside the pages by our own words, outside by the browser's. */
export function useLeaveGuard(dirty: Ref<boolean>) {
  const asking = ref(false)
  let answer: (go: boolean) => void = () => {}
  const close = (go: boolean) => {
    asking.value = false
    answer(go)
  }
  onBeforeRouteLeave(() => {
    if (!dirty.value) return true
    asking.value = true
    return new Promise<boolean>((resolve) => (answer = resolve))
  })
  const unload = (event: BeforeUnloadEvent) => dirty.value && event.preventDefault()
  window.addEventListener('beforeunload', unload)
  onScopeDispose(() => window.removeEventListener('beforeunload', unload))
  return { asking, stay: () => close(false), go: () => close(true) }
}
