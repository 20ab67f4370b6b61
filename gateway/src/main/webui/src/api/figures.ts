import { get, url, type Page } from './client'
import { problemOf } from './problem'
import type { CaseView } from './cases'

export type FigureBy = 'grid' | 'unit' | 'matter' | 'class' | 'day' | 'week' | 'month'
export type FigurePart = 'numerator' | 'denominator' | 'missing'

export interface Rate {
  numerator: number
  denominator: number
  /** 0 to 1; null where nothing is counted. */
  rate: number | null
  reason?: string
}

export interface Hours {
  median: number | null
  p90: number | null
  n: number
  missing: number
  reason?: string
}

export interface FigureRow {
  key: string
  name: string
  figures: Record<string, Rate | Hours>
}

export interface FigureDefinition {
  figure: string
  name: string
  englishName: string
  kind: 'RATE' | 'HOURS'
  /** Which time of a case puts it into the period. */
  period: 'due' | 'reported' | 'given' | 'closed' | 'contact' | 'called'
  formula: string
  englishFormula: string
  source: string
  aim: number | null
}

export interface FigureTable {
  asOf: string
  period: { from: string; to: string }
  by: FigureBy
  gridCode: string
  unit: string | null
  matterCode: string | null
  total: FigureRow
  rows: FigureRow[]
  definitions: FigureDefinition[]
}

export interface FigureQuery {
  from?: string
  to?: string
  by?: FigureBy
  gridCode?: string
  unit?: string
  matterCode?: string
}

/** A case as in the desk's list, and what was counted of it. */
export interface CountedCase extends CaseView {
  at: string
  countedUnit: string | null
  countedUnitName: string | null
  hours: number | null
  opens: boolean
}

export const isRate = (value: Rate | Hours): value is Rate => 'denominator' in value

const PATH = '/api/cases/figures'

export const figureTable = (query: FigureQuery) =>
  get<FigureTable>(PATH, { query: { ...query }, timeoutMs: 30_000 })

export const figureCases = (
  figure: string,
  query: FigureQuery & { part: FigurePart; key?: string; after?: string; limit?: number },
) =>
  // The row without a unit or matter has an empty key, which must not get lost on the way.
  get<Page<CountedCase>>(
    url(`${PATH}/${encodeURIComponent(figure)}/cases`, { ...query }) + (query.key === '' ? '&key=' : ''),
  )

/** The same table as a file, with the name that the server gave it. */
export async function figureFile(query: FigureQuery): Promise<{ name: string; content: Blob }> {
  const response = await fetch(url(PATH, { ...query }), {
    headers: { Accept: 'text/csv, application/problem+json' },
    credentials: 'same-origin',
  })
  if (!response.ok) throw await problemOf(response)
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
  return { name: name ?? 'figures.csv', content: await response.blob() }
}
