import type { IconName } from '@/components/icons'
import type { Tone } from '@/domain/caseStatus'
import { exactTime } from '@/domain/time'

export interface Urgent {
  id: string
  severity: number | null
  dueAt: string | null
  verifyBy?: string | null
  status: string
  reportedAt: string
}
export type Urgency = 'overdue' | 'soon' | 'today' | 'later' | 'open'

/** Colour, word and shape; never the colour alone. */
export const urgencyRow: Record<Urgency, { tone: Tone; icon: IconName }> = {
  overdue: { tone: 'danger', icon: 'warning' },
  soon: { tone: 'warning', icon: 'urge' },
  today: { tone: 'primary', icon: 'clock' },
  later: { tone: 'neutral', icon: 'ring' },
  open: { tone: 'neutral', icon: 'dashed' },
}

const SOON = 2 * 3_600_000

/** The time that runs now: of the check while it is to be checked, else of the case. */
export const dueOf = (one: Urgent) => (one.status === 'VERIFYING' ? (one.verifyBy ?? one.dueAt) : one.dueAt)

export function urgencyOf(one: Urgent, now: Date): Urgency {
  const due = dueOf(one)
  if (!due) return 'open'
  const left = Date.parse(due) - now.getTime()
  if (left <= 0) return 'overdue'
  if (left <= SOON) return 'soon'
  return exactTime(due).slice(0, 10) === exactTime(now.toISOString()).slice(0, 10) ? 'today' : 'later'
}

const order: readonly Urgency[] = ['overdue', 'soon', 'today', 'later', 'open']

/** Overdue first, then what is due soonest; of the same minute the severest; nothing due comes last. */
export function byUrgency<T extends Urgent>(cases: readonly T[], now: Date): T[] {
  const minute = (one: Urgent) => Math.floor(Date.parse(dueOf(one) ?? '9999-12-31') / 60_000)
  return [...cases].sort(
    (a, b) =>
      order.indexOf(urgencyOf(a, now)) - order.indexOf(urgencyOf(b, now)) ||
      minute(a) - minute(b) ||
      (a.severity ?? 9) - (b.severity ?? 9) ||
      a.reportedAt.localeCompare(b.reportedAt),
  )
}
