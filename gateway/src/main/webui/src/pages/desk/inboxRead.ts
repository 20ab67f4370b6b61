import { listCases, type CaseView } from '@/api/cases'
import { caseStatusRow } from '@/domain/caseStatus'
import { exactTime } from '@/domain/time'
import { requestOf, type InboxAddress } from './inboxList'

const PAGE = 50
const SCAN_PAGE = 200
const SCAN_PAGES = 5

export interface ReadCases {
  items: CaseView[]
  next: string | null
}

const dayOf = (at: string | Date) => exactTime(typeof at === 'string' ? at : at.toISOString()).slice(0, 10)

/** What the API has no parameter for is cut here: due today, of a class, and what a figure of today counted. */
export function cutOf(address: InboxAddress, now: Date): ((row: CaseView) => boolean) | null {
  const today = dayOf(now)
  const cuts: ((row: CaseView) => boolean)[] = []
  if (address.filter === 'dueToday') cuts.push((row) => !!row.dueAt && dayOf(row.dueAt) === today)
  if (address.className) cuts.push((row) => row.className === address.className)
  if (address.day === 'closed') cuts.push((row) => !!row.closedAt && dayOf(row.closedAt) === today)
  else if (address.day === 'open') cuts.push((row) => caseStatusRow(row.status).open)
  else if (address.day) cuts.push((row) => dayOf(row.reportedAt) === today)
  if (address.day === 'big') cuts.push((row) => row.scale === 'BIG')
  if (address.day === 'small') cuts.push((row) => row.scale === 'SMALL')
  return cuts.length ? (row) => cuts.every((cut) => cut(row)) : null
}

export async function readCases(
  address: InboxAddress,
  now: Date,
  after?: string,
  atLeast = PAGE,
): Promise<ReadCases> {
  const request = requestOf(address)
  const cut = cutOf(address, now)
  if (!cut) return listCases({ ...request, after, limit: Math.min(SCAN_PAGE, Math.max(PAGE, atLeast)) })
  const items: CaseView[] = []
  let next: string | null = after ?? null
  for (let page = 0; page < SCAN_PAGES; page++) {
    const read: ReadCases = await listCases({ ...request, after: next ?? undefined, limit: SCAN_PAGE })
    items.push(...read.items.filter(cut))
    next = read.next
    const last = read.items.at(-1)
    // Lists come sorted by due time: past today there is nothing due today.
    if (address.filter === 'dueToday' && last?.dueAt && dayOf(last.dueAt) > dayOf(now)) next = null
    if (!next || items.length >= atLeast) break
  }
  return { items, next }
}
