import type { FigureDefinition, FigureRow, FigureTable, Hours, Rate } from '@/api/figures'

/** A made-up table: two of three closed in one compound, nothing in the other. */
export const rate = (numerator: number, denominator: number): Rate => ({
  numerator,
  denominator,
  rate: denominator ? Math.round((10_000 * numerator) / denominator) / 10_000 : null,
  ...(denominator ? {} : { reason: 'nothing-to-count' }),
})
export const hours = (median: number | null, n: number, missing = 0): Hours => ({
  median,
  p90: median === null ? null : median * 2,
  n,
  missing,
})
const definition = (
  figure: string,
  name: string,
  englishName: string,
  more: Partial<FigureDefinition> = {},
) => ({
  figure,
  name,
  englishName,
  kind: 'RATE' as const,
  period: 'due' as const,
  formula: '已结案 ÷ 本期到期的案件（缓办除外）',
  englishFormula: 'closed ÷ cases that fell due',
  source: '[F15]',
  aim: null,
  ...more,
})
const row = (key: string, name: string, closure: Rate, community: Rate, handling: Hours): FigureRow => ({
  key,
  name,
  figures: { closure, communityClosure: community, handlingHours: handling },
})

export const aTable = (over: Partial<FigureTable> = {}): FigureTable => ({
  asOf: '2026-11-24T12:00:00+08:00',
  period: { from: '2026-11-01', to: '2026-11-24' },
  by: 'grid',
  gridCode: '410212001001',
  unit: null,
  matterCode: null,
  total: row('', '合计', rate(2, 3), rate(1, 2), hours(30, 2, 1)),
  rows: [
    row('410212001001001', '温泉小区1', rate(2, 3), rate(1, 2), hours(30, 2, 1)),
    row('410212001001002', '温泉小区2', rate(0, 0), rate(0, 0), hours(null, 0)),
  ],
  definitions: [
    definition('closure', '结案率', 'Closure rate'),
    definition('communityClosure', '社区办结率', 'Finished in the community', { aim: 0.8, period: 'closed' }),
    definition('handlingHours', '处置时长', 'Handling time', { kind: 'HOURS', period: 'closed' }),
  ],
  ...over,
})
