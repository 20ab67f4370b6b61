import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { get, type Page } from './client'

export interface GridNode {
  code: string
  parentCode: string | null
  level: number
  kind: 'BASE' | 'SCATTERED' | 'DEDICATED'
  name: string
  path: string
  headPost: string | null
  households: number
  longitude: number
  latitude: number
  children: number
}

export type Duty = 'PARTY_WORK' | 'OPINIONS' | 'SERVICE_BY_PROXY' | 'DISPUTES'

export interface GridHead {
  kind: 'GRID_HEAD' | 'BUILDING_HEAD'
  title: string
  state: 'HELD' | 'STAND_IN' | 'VACANT'
  standInUntil: string | null
  vacantSince: string | null
}

export interface Limits {
  hectares: number | null
  sides: { side: 'EAST' | 'SOUTH' | 'WEST' | 'NORTH'; grids: { code: string; name: string }[] }[]
}

export interface Team {
  id: string
  gridCode: string
  gridName: string
  name: string
  kind: 'PARTY' | 'MEDIATION' | 'PATROL' | 'CARE' | 'ENVIRONMENT' | 'CULTURE' | 'EMERGENCY' | 'OTHER'
  leaderPost: string
  members: number
  dissolvedAt: string | null
  version: number
}

export interface JoinedUnit {
  id: string
  gridCode: string
  gridName: string
  unit: string
  unitName: string
  task: string | null
  since: string
  until: string | null
  leftWhy: string | null
}

export interface GridCard extends GridNode {
  levelName: string
  limits: Limits
  head: GridHead | null
  teams: Team[]
  units: JoinedUnit[]
  ancestors: { code: string; name: string; level: number }[]
  contactPhone: string | null
  supervisionPhone: string | null
  duties: Duty[]
  validFrom: string
  /** Of a retired code: since when it is not in force any more. */
  validTo?: string | null
  retired?: boolean
  predecessors?: GridRelative[]
  successors?: GridRelative[]
}

export interface GridRelative {
  code: string
  name: string
  level: number
  inForce: boolean
}

export interface Located {
  grid: GridNode | null
  community: GridNode | null
  insideDistrict: boolean
}

export interface GridProperties {
  code: string
  name: string
  level: number
  kind: string
  parentCode: string | null
}
export type GridShape = Feature<Polygon | MultiPolygon, GridProperties>
export type GridShapes = FeatureCollection<Polygon | MultiPolygon, GridProperties>

export const childGrids = (parent?: string) =>
  get<Page<GridNode>>('/api/grids', { query: { parent, limit: 200 } })
export const searchGrids = (query: string, limit = 20) =>
  get<Page<GridNode>>('/api/grids', { query: { query, limit } })
export const gridCard = (code: string) => get<GridCard>(`/api/grids/${encodeURIComponent(code)}`)
export const locate = (longitude: number, latitude: number) =>
  get<Located>('/api/grids/locate', { query: { longitude, latitude } })

const shapes = new Map<string, Promise<GridShapes>>()

/** Shapes change with a new import only; one read per page visit is enough. */
export function gridShapes(level: number, within?: string): Promise<GridShapes> {
  const of = `${level}/${within ?? ''}`
  const known = shapes.get(of)
  if (known) return known
  const asked = get<GridShapes>('/api/grids/geojson', { query: { level, within } })
  shapes.set(of, asked)
  asked.catch(() => shapes.delete(of))
  return asked
}

/** For tests: the next read asks the server again. */
export const forgetShapes = () => shapes.clear()
