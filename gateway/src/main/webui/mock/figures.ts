import definitions from './data/figures.json' with { type: 'json' }
import { cases, matters, now, units, view } from './cases.ts'
import { grids } from './grids.ts'

/** Made-up figures: the same for the same row, so that the page can be looked at. */
type Row = { key: string; name: string }

const level = (code: string) => ({ 6: 9, 9: 12, 12: 15, 15: 17, 17: 19 })[code.length] ?? 19

function figures(row: number, scale: number) {
  return Object.fromEntries(
    definitions.map(({ figure, kind }, place) => {
      const counted = row % 7 === 6 ? 0 : ((row * 13 + place * 7) % 40) * scale
      const share = 0.6 + ((row * 31 + place * 17) % 38) / 100
      if (kind === 'RATE') {
        const numerator = Math.round(counted * share)
        return [
          figure,
          {
            numerator,
            denominator: counted,
            rate: counted ? Math.round((10_000 * numerator) / counted) / 10_000 : null,
          },
        ]
      }
      const median = counted ? +(share * (place % 3 ? 5 : 60)).toFixed(2) : null
      return [
        figure,
        { median, p90: median && median * 2.4, n: counted, missing: Math.round(counted * (1 - share)) },
      ]
    }),
  )
}

export function table(q: URLSearchParams) {
  const by = q.get('by') ?? 'grid'
  const gridCode = q.get('gridCode') ?? '410212001'
  const to = q.get('to') ?? now().slice(0, 10)
  const rows: Row[] =
    by === 'unit'
      ? units.slice(0, 12).map(({ code, name }) => ({ key: code, name }))
      : by === 'matter'
        ? matters.slice(0, 20).map(({ code, name }) => ({ key: code, name }))
        : by === 'grid'
          ? grids
              .filter((one) => one.code.startsWith(gridCode) && one.code.length === level(gridCode))
              .map(({ code, name }) => ({ key: code, name }))
          : ['2026-11-02', '2026-11-09', '2026-11-16'].map((key) => ({ key, name: key }))
  return {
    asOf: now(),
    period: { from: q.get('from') ?? `${to.slice(0, 8)}01`, to },
    by,
    gridCode,
    unit: q.get('unit'),
    matterCode: q.get('matterCode'),
    total: { key: '', name: '合计', figures: figures(2, 9) },
    rows: rows.map((row, place) => ({ ...row, figures: figures(place + 1, 1) })),
    definitions,
  }
}

export const behind = () => ({
  items: cases.slice(0, 12).map((one, place) => ({
    ...view(one),
    at: one.reportedAt,
    countedUnit: 'water',
    countedUnitName: '供水公司',
    hours: place % 3 ? 4.5 : null,
    opens: place !== 3,
  })),
  next: null,
})
