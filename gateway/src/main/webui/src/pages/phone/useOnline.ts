import { onScopeDispose, ref } from 'vue'

/** Whether the phone believes that it has a network; a server that is away is found out by asking it. */
export function useOnline() {
  const online = ref(navigator.onLine)
  const look = () => (online.value = navigator.onLine)
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
  onScopeDispose(() => {
    window.removeEventListener('online', look)
    window.removeEventListener('offline', look)
  })
  return online
}
