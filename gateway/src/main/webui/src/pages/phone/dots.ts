import type { MapMarker } from '@/components/gridMapDrawing'
import type { GridNode } from '@/api/grids'
import type { KeptCase } from './kept'
import { urgencyOf, urgencyRow } from './urgency'

export interface Dot {
  mark: string
  longitude: number
  latitude: number
  cases: KeptCase[]
  /** Somewhere in the grid: the report named no point. */
  vague: boolean
}

/**
 * The matters of a scope as few dots: a community's by grid, in one's own grid by place (about 10 m). In the order
 * given, so that number 1 is the most urgent.
 */
export function dotsOf(cases: readonly KeptCase[], scope: string, known: readonly GridNode[]): Dot[] {
  const dots = new Map<string, Dot>()
  for (const one of cases) {
    const code = one.grid?.code ?? ''
    const home = [...known]
      .filter((grid) => code.startsWith(grid.code))
      .sort((a, b) => b.code.length - a.code.length)[0]
    const at = one.point ?? home
    if (!at) continue
    const of = scope.length <= 12 ? code.slice(0, 15) : `${at.longitude.toFixed(4)} ${at.latitude.toFixed(4)}`
    const dot = dots.get(of)
    if (dot) dot.cases.push(one)
    else
      dots.set(of, {
        mark: String(dots.size + 1),
        longitude: at.longitude,
        latitude: at.latitude,
        cases: [one],
        vague: !one.point,
      })
  }
  return [...dots.values()]
}

export function markersOf(dots: readonly Dot[], now: Date, many: (n: number) => string): MapMarker[] {
  return dots.map(({ mark, longitude, latitude, cases }) => ({
    id: mark,
    longitude,
    latitude,
    label: cases.length > 1 ? `${mark} · ${many(cases.length)}` : mark,
    tone: urgencyRow[urgencyOf(cases[0]!, now)].tone,
  }))
}
