/** What the inbox page knows besides Vue: filters as they stand in the address, and merging without jumps. */
export type FilterName = 'toAccept' | 'toVerify' | 'dueToday' | 'overdue' | 'returned' | 'unfiled'

export interface Filter {
  name: FilterName
  /** Query of GET /api/cases; due today has none and is cut from the head of the list, which is sorted by due time. */
  query: Record<string, string>
}

export const filters: readonly Filter[] = [
  { name: 'overdue', query: { overdue: 'true' } },
  { name: 'dueToday', query: {} },
  { name: 'toAccept', query: { status: 'DISPATCHED' } },
  { name: 'toVerify', query: { status: 'VERIFYING' } },
  { name: 'returned', query: { status: 'RETURN_REQUESTED' } },
  { name: 'unfiled', query: { status: 'REPORTED' } },
]

export type View = 'inbox' | 'all' | 'closed'
/** A figure of the centre that was opened here. */
export type Day = 'open' | 'reported' | 'closed' | 'big' | 'small'
const days: readonly Day[] = ['open', 'reported', 'closed', 'big', 'small']

/** 督办: of any level, of the street, of the district, on the leaders' list. */
export const supervisions = ['any', '1', '2', '3'] as const
export type Supervision = (typeof supervisions)[number]

export interface InboxAddress {
  view: View
  filter: FilterName | null
  text: string
  grid: string
  className: string
  day: Day | null
  supervision: Supervision | null
}

type Query = Record<string, unknown>
const word = (value: unknown) => (typeof value === 'string' ? value : '')

export function addressOf(query: Query): InboxAddress {
  const filter = filters.find((each) => each.name === query.filter)
  const view = word(query.view)
  return {
    view: view === 'all' || view === 'closed' ? view : 'inbox',
    filter: filter?.name ?? null,
    text: word(query.q),
    grid: word(query.grid),
    className: word(query.class),
    day: days.find((day) => day === query.day) ?? null,
    supervision: supervisions.find((level) => level === query.supervision) ?? null,
  }
}

export function queryOf(address: InboxAddress): Record<string, string> {
  const query: Record<string, string> = {}
  if (address.view !== 'inbox') query.view = address.view
  if (address.filter) query.filter = address.filter
  if (address.text) query.q = address.text
  if (address.grid) query.grid = address.grid
  if (address.className) query.class = address.className
  if (address.day) query.day = address.day
  if (address.supervision) query.supervision = address.supervision
  return query
}

/** Query of the API for an address. The numbers count all cases of the scope, so a filter looks beyond “mine to act on”. */
export function requestOf(address: InboxAddress): Record<string, string> {
  const filter = filters.find((each) => each.name === address.filter)
  const request: Record<string, string> = { view: filter ? 'all' : address.view, ...filter?.query }
  if (address.text) request.query = address.text
  if (address.grid) request.gridCode = address.grid
  if (address.supervision) request.supervision = address.supervision
  return request
}

export interface Listed<T> {
  row: T
  fresh: boolean
  gone: boolean
}

/**
 * The newly read rows in their order; rows that were shown and are no longer there stay at their place, marked gone,
 * so that nothing moves under the hand. New rows are marked fresh.
 */
export function merged<T extends { id: string }>(
  shown: readonly Listed<T>[],
  read: readonly T[],
): Listed<T>[] {
  const known = new Map(shown.map((each) => [each.row.id, each]))
  const result: Listed<T>[] = read.map((row) => {
    const before = known.get(row.id)
    return { row, fresh: before ? before.fresh : true, gone: false }
  })
  const still = new Set(read.map((row) => row.id))
  shown.forEach((each, index) => {
    if (still.has(each.row.id)) return
    const previous = shown[index - 1]?.row.id
    const at = result.findIndex((other) => other.row.id === previous)
    result.splice(previous ? at + 1 : 0, 0, { row: each.row, fresh: false, gone: true })
  })
  return result
}
