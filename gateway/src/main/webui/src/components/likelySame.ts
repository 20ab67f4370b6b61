import { onScopeDispose, ref, watch } from 'vue'
import { useAct } from '@/api/act'
import { joinCase, nearby, type Joining, type Near, type NewCase, type Receipt } from '@/api/cases'
import { asProblem, type Problem } from '@/api/client'

const PAUSE = 600
/** Words that are too few say nothing about what is meant. */
const LEAST_WORDS = 4

type Question = Pick<NewCase, 'text' | 'matterCode' | 'point' | 'gridCode'>

/**
 * Asks, while one writes, what is open near by and likely the same, and joins one of them. No answer is no obstacle:
 * without network nothing is shown, and reporting goes on.
 */
export function useLikelySame(question: () => Question, done: (receipt: Receipt) => void) {
  const cases = ref<Near[]>([])
  const joining = ref<string | null>(null)
  const problem = ref<Problem | null>(null)
  const others = new Set<string>()
  const act = useAct()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | null = null

  async function ask({ text, matterCode, point, gridCode }: Question) {
    asking?.abort()
    const mine = (asking = new AbortController())
    const body = { text: text.trim(), matterCode, ...(point ? { point } : { gridCode }) }
    const found = await nearby(body, mine.signal).catch(() => null)
    if (found && !mine.signal.aborted) cases.value = found.cases.filter((one) => !others.has(one.number))
  }

  watch(
    question,
    (now) => {
      clearTimeout(timer)
      if (now.text.trim().length < LEAST_WORDS || !(now.point || now.gridCode)) {
        asking?.abort()
        cases.value = []
      } else timer = setTimeout(() => void ask(now), PAUSE)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    asking?.abort()
  })

  /** What the person said is another matter is not shown again. */
  function other() {
    cases.value.forEach((one) => others.add(one.number))
    cases.value = []
    problem.value = null
  }

  async function join(one: Near, { reporter, photos, text }: Joining) {
    if (joining.value) return
    joining.value = one.number
    problem.value = null
    try {
      const body = {
        reporter: reporter ?? null,
        ...(photos?.length && { photos }),
        ...(text?.trim() && { text: text.trim() }),
      }
      done(await act.send({ number: one.number, ...body }, (key) => joinCase(one.number, body, key)))
    } catch (error) {
      problem.value = asProblem(error)
      // Closed or merged meanwhile: it cannot be joined any more.
      if (problem.value.status === 404) cases.value = cases.value.filter((each) => each !== one)
    } finally {
      joining.value = null
    }
  }
  return { cases, joining, problem, join, other }
}
