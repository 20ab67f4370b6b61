import type { Linkage, LinkagePart } from '@/api/brain'

/** The order in which the four are always shown, so that the eye finds them. */
const ORDER = ['property', 'party', 'new-sector', 'grid']

export const partsOf = (linkage: Linkage): LinkagePart[] =>
  [...linkage.parts].sort((a, b) => ORDER.indexOf(a.service) - ORDER.indexOf(b.service))

export const unansweredOf = (linkage: Linkage) =>
  linkage.parts.filter((part) => !part.answered && part.status !== 'WAIVED')

/** Who has not answered comes first, then whose clock has run furthest. */
export const mostPressing = (a: Linkage, b: Linkage) =>
  Number(unansweredOf(b).length > 0) - Number(unansweredOf(a).length > 0) ||
  (b.clock?.share ?? 0) - (a.clock?.share ?? 0) ||
  b.openedAt.localeCompare(a.openedAt)

/** The clock goes on between two events; a closed linkage's stands still. */
export function shareNow(linkage: Linkage, now: Date): number {
  if (linkage.status === 'CLOSED' || !linkage.dueAt || linkage.caseStatus === 'SUSPENDED')
    return linkage.clock?.share ?? 0
  const from = Date.parse(linkage.openedAt)
  const due = Date.parse(linkage.dueAt)
  const run = due > from ? (now.getTime() - from) / (due - from) : 1
  return Math.max(linkage.clock?.share ?? 0, run)
}
