import { ref, shallowRef, watch, type Ref } from 'vue'
import { getCase, type CaseView } from '@/api/cases'
import { asProblem, type Problem } from '@/api/client'
import { useLiveStream } from '@/api/liveStream'

/** One case, read again whenever the stream says that it moved. */
export function useCase(id: Ref<string>) {
  const kase = shallowRef<CaseView | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(true)

  async function load() {
    loading.value = true
    problem.value = null
    const asked = id.value
    try {
      const read = await getCase(asked)
      if (asked === id.value) kase.value = read
    } catch (error) {
      if (asked === id.value) problem.value = asProblem(error)
    } finally {
      loading.value = false
    }
  }

  async function refresh() {
    const asked = id.value
    const read = await getCase(asked).catch(() => null)
    if (read && asked === id.value && read.version >= (kase.value?.version ?? 0)) kase.value = read
  }

  const live = useLiveStream((event) => {
    if (event.kind === 'case' ? event.id === id.value : event.caseId === id.value) void refresh()
  }, refresh)
  watch(
    id,
    () => {
      kase.value = null
      void load()
    },
    { immediate: true },
  )
  return { kase, problem, loading, live, load }
}
