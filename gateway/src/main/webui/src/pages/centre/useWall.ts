import { computed, onScopeDispose, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useI18n } from 'vue-i18n'

/** `?wall=1`: dark ground, large type, no frame around; the same page otherwise. */
export function useWall() {
  const route = useRoute()
  const { locale } = useI18n()
  const wall = computed(() => route.query.wall === '1' || route.query.wall === 'true')
  const root = document.documentElement
  const clear = () => {
    delete root.dataset.wall
    delete root.dataset.theme
  }
  watch(
    [wall, locale],
    () => {
      if (!wall.value) return clear()
      root.dataset.wall = 'on'
      root.dataset.theme = 'wall'
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(clear)
  return wall
}
