import { onScopeDispose, ref, shallowRef } from 'vue'
import { getCase, listCases, type CaseView } from '@/api/cases'
import { asProblem, type Problem } from '@/api/client'
import { keepList, keptOf, readList, type KeptCase } from './kept'
import { onOutboxChange } from './outbox'
import { usePost } from './usePost'

/** So many matters are read whole, to be at hand in the stairwell. */
const AT_HAND = 40
const MOST = 200
const SETTLE_MS = 400

/**
 * `inbox`: what waits for me; `grid`: what is open in my scope. Shows at once what the phone kept, then what the
 * server says; without network the kept list stays and `asOf` says from when it is.
 */
export function useWorklist(name: 'inbox' | 'grid') {
  const cases = shallowRef<KeptCase[] | null>(null)
  const asOf = ref<string | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(true)
  let turn = 0

  async function load() {
    const mine = ++turn
    loading.value = true
    const kept = await readList(name).catch(() => null)
    if (mine !== turn) return
    if (kept && !cases.value) {
      cases.value = kept.cases
      asOf.value = kept.at
    }
    try {
      const read = (await readAll(name)).map((row) => withWhole(row, kept?.cases))
      if (mine !== turn) return
      cases.value = read
      asOf.value = null
      problem.value = null
      await keepList(name, read).catch(() => undefined)
      if (name === 'inbox') void readWhole(read, () => mine === turn)
    } catch (error) {
      if (mine === turn) problem.value = asProblem(error)
      if (asProblem(error).status === 401) void usePost().ask()
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  async function readWhole(rows: KeptCase[], current: () => boolean) {
    for (const row of rows.filter((one) => !one.allowed).slice(0, AT_HAND)) {
      const whole = await getCase(row.id).catch(() => null)
      if (!current()) return
      if (!whole) continue
      cases.value = cases.value!.map((one) => (one.id === row.id ? keptOf(whole) : one))
    }
    if (current()) await keepList(name, cases.value ?? rows).catch(() => undefined)
  }

  // One item tells several times of itself while it is sent.
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = onOutboxChange(() => {
    clearTimeout(timer)
    timer = setTimeout(load, SETTLE_MS)
  })
  const back = () => document.visibilityState === 'visible' && void load()
  document.addEventListener('visibilitychange', back)
  window.addEventListener('online', load)
  onScopeDispose(() => {
    turn = -1
    clearTimeout(timer)
    stop()
    document.removeEventListener('visibilitychange', back)
    window.removeEventListener('online', load)
  })
  void load()
  return { cases, asOf, problem, loading, load }
}

async function readAll(name: 'inbox' | 'grid'): Promise<CaseView[]> {
  if (name === 'inbox') return (await listCases({ view: 'inbox', limit: MOST })).items
  return (await listCases({ view: 'open', limit: MOST })).items
}

/** A row of a list knows less; what was read whole before is still true at the same version. */
function withWhole(row: CaseView, kept: KeptCase[] | undefined): KeptCase {
  const before = kept?.find((one) => one.id === row.id && one.version === row.version)
  return keptOf(before?.allowed ? { ...before, ...withoutGaps(row) } : row)
}
const withoutGaps = (row: CaseView) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as KeptCase
