import { ref } from 'vue'
import { useAct } from '@/api/act'
import { commandLinkage, getLinkage, type Linkage } from '@/api/brain'
import { asProblem, type Problem } from '@/api/client'

export type LinkageVerb = 'urge' | 'escalate' | 'waive' | 'reissue'

/** Sends one command of the centre; a stale one brings the fresh state and keeps what was typed. */
export function useLinkageAct(taken: (linkage: Linkage) => void) {
  const act = useAct()
  const sending = ref(false)
  const stale = ref(false)
  const problem = ref<Problem | null>(null)

  async function send(linkage: Linkage, verb: LinkageVerb, body: Record<string, unknown>): Promise<boolean> {
    if (sending.value) return false
    sending.value = true
    stale.value = false
    problem.value = null
    const { id, version } = linkage
    try {
      taken(await act.send({ verb, body, version }, (key) => commandLinkage(id, verb, body, key, version)))
      return true
    } catch (error) {
      problem.value = asProblem(error)
      if ([409, 412].includes(problem.value.status)) {
        stale.value = true
        await getLinkage(id).then(taken, () => undefined)
      }
      return false
    } finally {
      sending.value = false
    }
  }
  return { send, sending, stale, problem }
}
