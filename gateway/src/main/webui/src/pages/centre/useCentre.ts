import { onScopeDispose, ref, shallowRef } from 'vue'
import {
  getLinkage,
  listDecisions,
  listLinkages,
  situation,
  type BrainDecision,
  type Linkage,
  type Situation,
} from '@/api/brain'
import { asProblem, type Problem } from '@/api/client'
import { useLiveStream } from '@/api/liveStream'
import { settled } from './settled'

const DECISIONS = 30
const LIT_MS = 9_000
/** More linkages than this changed at once: one read of the list is cheaper. */
const FEW = 5

/** Everything the centre shows, kept true by the stream; nothing is read again by the clock. */
export function useCentre() {
  const now = shallowRef<Situation | null>(null)
  const linkages = shallowRef<Linkage[] | null>(null)
  const more = ref(false)
  const decisions = shallowRef<BrainDecision[] | null>(null)
  const fresh = ref(new Set<string>())
  const lit = ref<string[]>([])
  const problem = shallowRef<Problem | null>(null)
  const changed = new Set<string>()
  const timers = new Set<ReturnType<typeof setTimeout>>()

  const readSituation = async () => {
    now.value = await situation()
  }
  const readLinkages = async () => {
    const read = await listLinkages('open', undefined, 50)
    linkages.value = read.items
    more.value = !!read.next
  }
  const readDecisions = async () => {
    const read = await listDecisions(undefined, undefined, DECISIONS)
    const known = decisions.value && new Set(decisions.value.map((each) => each.id))
    if (known) fresh.value = new Set(read.items.filter((each) => !known.has(each.id)).map((each) => each.id))
    decisions.value = read.items
  }

  async function load() {
    problem.value = null
    const all = await Promise.allSettled([readSituation(), readLinkages(), readDecisions()])
    const failed = all.find((each) => each.status === 'rejected')
    if (failed) problem.value = asProblem(failed.reason)
  }

  function put(linkage: Linkage) {
    const list = linkages.value ?? []
    const at = list.findIndex((each) => each.id === linkage.id)
    // An answer that was overtaken by a newer one is dropped.
    if (at >= 0 && list[at]!.version > linkage.version) return
    if (linkage.status === 'CLOSED') linkages.value = list.filter((each) => each.id !== linkage.id)
    else linkages.value = at < 0 ? [linkage, ...list] : list.with(at, linkage)
  }

  async function readChanged() {
    const ids = [...changed]
    changed.clear()
    if (ids.length > FEW) return readLinkages().catch(() => undefined)
    await Promise.all(ids.map((id) => getLinkage(id).then(put, () => undefined)))
  }

  const soon = {
    situation: settled(() => readSituation().catch(() => undefined), 1_000),
    linkages: settled(readChanged, 400),
    decisions: settled(() => readDecisions().catch(() => undefined), 600),
  }

  function light(code: string | undefined) {
    if (!code) return
    lit.value = [...lit.value, code]
    const timer = setTimeout(() => {
      timers.delete(timer)
      lit.value = lit.value.filter((each) => each !== code)
    }, LIT_MS)
    timers.add(timer)
  }

  const live = useLiveStream((event) => {
    if (event.kind === 'case') light(event.gridCode)
    if (event.kind === 'decision') soon.decisions()
    if (event.kind === 'linkage') {
      changed.add(event.linkageId ?? event.id)
      soon.linkages()
    }
    soon.situation()
  }, load)
  onScopeDispose(() => {
    Object.values(soon).forEach((each) => each.end())
    timers.forEach(clearTimeout)
  })
  void load()
  return { now, linkages, more, decisions, fresh, lit, problem, live, load, put }
}
