import type { FigureBy, FigurePart, FigureQuery } from '@/api/figures'

/** What is looked at, as it stands in the address. */
export interface FigureAddress {
  from: string
  to: string
  by: FigureBy
  grid: string
  unit: string
  matter: string
  figure: string
}

export const byWords: readonly FigureBy[] = ['grid', 'unit', 'matter', 'class', 'day', 'week', 'month']
const parts: readonly FigurePart[] = ['numerator', 'denominator', 'missing']

type Query = Record<string, unknown>
const word = (value: unknown) => (typeof value === 'string' ? value : '')

export function addressOf(query: Query): FigureAddress {
  const by = word(query.by) as FigureBy
  return {
    from: word(query.from),
    to: word(query.to),
    by: byWords.includes(by) ? by : 'grid',
    grid: word(query.grid),
    unit: word(query.unit),
    matter: word(query.matter),
    figure: word(query.figure) || 'closure',
  }
}

export function queryOf(address: FigureAddress): Record<string, string> {
  const query: Record<string, string> = {}
  for (const name of ['from', 'to', 'grid', 'unit', 'matter'] as const)
    if (address[name]) query[name] = address[name]
  if (address.by !== 'grid') query.by = address.by
  if (address.figure !== 'closure') query.figure = address.figure
  return query
}

export const requestOf = (address: FigureAddress): FigureQuery => ({
  from: address.from || undefined,
  to: address.to || undefined,
  by: address.by,
  gridCode: address.grid || undefined,
  unit: address.unit || undefined,
  matterCode: address.matter || undefined,
})

export const partOf = (query: Query): FigurePart =>
  parts.includes(query.part as FigurePart) ? (query.part as FigurePart) : 'denominator'

/** The page with the cases behind a number; `key` of a row, or none for the total. */
export const behind = (
  address: FigureAddress,
  period: { from: string; to: string },
  figure: string,
  part: FigurePart,
  key?: string,
) => ({
  path: `/figures/${figure}/cases`,
  query: {
    ...queryOf({ ...address, ...period, figure }),
    part,
    ...(key === undefined ? {} : { key }),
  },
})

/** Today as the district's calendar has it. */
export const today = (now = new Date()) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now)

const shifted = (day: string, by: number) => {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + by)
  return at.toISOString().slice(0, 10)
}

export const presets = {
  month: (day: string) => ({ from: `${day.slice(0, 8)}01`, to: day }),
  lastMonth: (day: string) => {
    const to = shifted(`${day.slice(0, 8)}01`, -1)
    return { from: `${to.slice(0, 8)}01`, to }
  },
  week: (day: string) => ({
    from: shifted(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7)),
    to: day,
  }),
  quarter: (day: string) => ({ from: shifted(day, -89), to: day }),
}

export const datesFit = (from: string, to: string) => !from || !to || (from <= to && to <= shifted(from, 365))
