import type { Situation } from '@/api/brain'
import type { GridNode } from '@/api/grids'

export interface PlaceRow {
  code: string
  name: string
  open: number
  overdue: number
  big: number
  longitude: number
  latitude: number
}

/** The places of one level with what is open there, the fullest first; a place without cases is still a place. */
export function rowsOf(loads: Situation['grids'], nodes: readonly GridNode[]): PlaceRow[] {
  const byCode = new Map(loads.map((load) => [load.code, load]))
  return nodes
    .map(({ code, name, longitude, latitude }) => {
      const load = byCode.get(code)
      return {
        code,
        name,
        longitude,
        latitude,
        open: load?.open ?? 0,
        overdue: load?.overdue ?? 0,
        big: load?.big ?? 0,
      }
    })
    .sort((a, b) => b.open - a.open || b.overdue - a.overdue || a.code.localeCompare(b.code))
}

/** Below the name of the place: shapes, so that nobody needs to tell red from blue. */
export function marksOf(rows: readonly PlaceRow[], level: number) {
  const below = level === 2 ? 0.0026 : 0.0005
  return rows
    .filter((row) => row.overdue || row.big)
    .map((row) => ({
      id: row.code,
      longitude: row.longitude,
      latitude: row.latitude - below,
      label: [row.overdue && `▲${row.overdue}`, row.big && `◆${row.big}`].filter(Boolean).join(' '),
      tone: row.overdue ? ('danger' as const) : ('primary' as const),
    }))
}
