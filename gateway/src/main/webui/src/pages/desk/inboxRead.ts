import { listCases, type CaseFilter, type CaseView } from '@/api/cases'
import { caseStatus, caseStatusRow } from '@/domain/caseStatus'
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
const openStatuses = Object.keys(caseStatus).filter((status) => caseStatusRow(status).open)

/** What the API has no parameter for is cut here: due today, of a class, and what a figure of today counted. */
export function cutOf(address: InboxAddress, now: Date): ((row: CaseView) => boolean) | null {
  const today = dayOf(now)
  const cuts: ((row: CaseView) => boolean)[] = []
  if (address.filter === 'dueToday')
    cuts.push((row) => !!row.dueAt && !row.overdue && dayOf(row.dueAt) === today)
  if (address.className) cuts.push((row) => row.className === address.className)
  if (address.day === 'closed') cuts.push((row) => !!row.closedAt && dayOf(row.closedAt) === today)
  else if (address.day && address.day !== 'open') cuts.push((row) => dayOf(row.reportedAt) === today)
  if (address.day === 'big') cuts.push((row) => row.scale === 'BIG')
  if (address.day === 'small') cuts.push((row) => row.scale === 'SMALL')
  return cuts.length || address.day === 'open' ? (row) => cuts.every((cut) => cut(row)) : null
}

/** Open cases of all kinds: one read per open status, for old finished cases would come first in a list of all. */
const onlyOpen = (address: InboxAddress) => address.filter === 'dueToday' || address.day === 'open'

async function scan(
  request: CaseFilter,
  cut: (row: CaseView) => boolean,
  after: string | undefined,
  atLeast: number,
): Promise<ReadCases> {
  const items: CaseView[] = []
  let next: string | null = after ?? null
  for (let page = 0; page < SCAN_PAGES; page++) {
    const read: ReadCases = await listCases({ ...request, after: next ?? undefined, limit: SCAN_PAGE })
    items.push(...read.items.filter(cut))
    next = read.next
    if (!next || items.length >= atLeast) break
  }
  return { items, next }
}

export async function readCases(
  address: InboxAddress,
  now: Date,
  after?: string,
  atLeast = PAGE,
): Promise<ReadCases> {
  const request: CaseFilter = requestOf(address)
  const cut = cutOf(address, now)
  if (!cut) return listCases({ ...request, after, limit: Math.min(SCAN_PAGE, Math.max(PAGE, atLeast)) })
  if (onlyOpen(address)) {
    const all = await Promise.all(
      openStatuses.map((status) => scan({ ...request, status }, cut, undefined, Infinity)),
    )
    const items = all.flatMap((read) => read.items)
    return { items: items.sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? '')), next: null }
  }
  // Numbers begin with the day of the report, so the day's cases need no reading of all others.
  if (address.day && address.day !== 'closed' && !address.text)
    request.query = dayOf(now).replaceAll('-', '').slice(2) + '-'
  return scan(request, cut, after, Math.max(PAGE, atLeast))
}
