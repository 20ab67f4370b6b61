import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { caseCounts, type CaseCounts, type CaseView } from '@/api/cases'
import { asProblem, type Problem } from '@/api/client'
import { useLiveStream } from '@/api/liveStream'
import { addressOf, merged, queryOf, type InboxAddress, type Listed } from './inboxList'
import { cutOf, readCases } from './inboxRead'

/** Events come in bursts (one big report moves a case five times); one read answers them all. */
const SETTLE_MS = 400
/** Lists that are cut here cost several reads. */
const SETTLE_CUT_MS = 3_000

/** The inbox as it stands in the address, kept true by the stream. */
export function useInbox() {
  const route = useRoute()
  const router = useRouter()
  const address = computed(() => addressOf(route.query))
  const shown = shallowRef<Listed<CaseView>[]>([])
  const next = ref<string | null>(null)
  const counts = shallowRef<CaseCounts | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(true)
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const go = (change: Partial<InboxAddress>) =>
    router.push({ query: queryOf({ ...address.value, ...change }) })

  async function count() {
    counts.value = await caseCounts().catch(() => counts.value)
  }

  async function load() {
    const mine = ++turn
    loading.value = true
    problem.value = null
    try {
      const read = await readCases(address.value, new Date())
      if (mine !== turn) return
      shown.value = read.items.map((row) => ({ row, fresh: false, gone: false }))
      next.value = read.next
    } catch (error) {
      if (mine === turn) problem.value = asProblem(error)
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  async function refresh() {
    const mine = ++turn
    void count()
    try {
      const read = await readCases(address.value, new Date(), undefined, shown.value.length)
      if (mine !== turn) return
      shown.value = merged(shown.value, read.items)
      next.value = read.next
      problem.value = null
    } catch {
      // The list of before stays; the notice about the lost connection says from when it is.
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  async function more() {
    if (!next.value) return
    const mine = ++turn
    const read = await readCases(address.value, new Date(), next.value).catch((error) => {
      problem.value = asProblem(error)
      return null
    })
    if (mine !== turn || !read) return
    shown.value = [...shown.value, ...read.items.map((row) => ({ row, fresh: false, gone: false }))]
    next.value = read.next
  }

  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(refresh, cutOf(address.value, new Date()) ? SETTLE_CUT_MS : SETTLE_MS)
  }
  onScopeDispose(() => clearTimeout(timer))
  const live = useLiveStream((event) => event.kind !== 'linkage' && soon(), soon)
  watch(address, load, { immediate: true })
  void count()
  return { address, shown, next, counts, problem, loading, live, go, load, more }
}
