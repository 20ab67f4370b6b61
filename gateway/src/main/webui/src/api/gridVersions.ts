import { get, post, url, Problem, type Page } from './client'
import { problemOf } from './problem'
import type { FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson'
import type { GridNode } from './grids'

export interface GridVersion {
  number: number
  importedAt: string
  importedBy: string
  source: string
  grids: number
  effectiveFrom: string
  note: string | null
}

export interface BadRow {
  file: string | null
  line: number | null
  code: string | null
  field: string | null
  reason: string
  with: string[]
}

export interface GridDifference {
  added: GridDifferenceRow[]
  retired: GridDifferenceRow[]
  changed: GridDifferenceRow[]
}
/** `related`: of added grids the predecessors, of retired ones the successors. */
export interface GridDifferenceRow {
  code: string
  name: string
  level: number
  related: string[]
  what: string[]
}

export interface GridReport {
  passed: boolean
  baseVersion: number
  effectiveFrom: string
  grids: number
  badRows: BadRow[]
  checks: { name: string; passed: boolean; problems: string[] }[]
  flaws: FeatureCollection<
    Polygon | MultiPolygon,
    { kind: string; code: string | null; with: string[]; squareMetres: number | null }
  >
  after: FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>
  difference: GridDifference
}

export interface GridChange {
  id: string
  kind: 'OPERATIONS' | 'IMPORT'
  state: 'SCHEDULED' | 'IN_FORCE' | 'REFUSED' | 'WITHDRAWN'
  note: string | null
  askedAt: string
  askedBy: string
  effectiveFrom: string
  gridVersion: number | null
  problems: BadRow[] | null
  difference: GridDifference | null
  allowed: string[]
}

export interface NewGrid {
  name: string
  code?: string
  shape?: Geometry
}
export type Operation =
  | { type: 'rename'; code: string; name: string }
  | { type: 'move'; code: string; to: string }
  | { type: 'merge'; codes: string[]; into: NewGrid }
  | { type: 'split'; code: string; into: NewGrid[] }
  | { type: 'reshape'; code: string; shape: Geometry }
  | { type: 'create'; parent: string; grid: NewGrid & { kind: GridNode['kind']; headPost?: string } }

export interface ChangeSet {
  operations: Operation[]
  effectiveFrom: string | null
  note: string | null
  acceptGaps: boolean
}

export const listVersions = () => get<Page<GridVersion>>('/api/grids/imports', { query: { limit: 50 } })
export const listChanges = () => get<Page<GridChange>>('/api/grids/changes', { query: { limit: 50 } })
export const tryChange = (set: ChangeSet) =>
  post<GridReport>('/api/grids/changes', set, { query: { dryRun: true }, timeoutMs: 60_000 })
export const publishChange = (set: ChangeSet, key: string) =>
  post<GridChange>('/api/grids/changes', set, { key, timeoutMs: 60_000 })
export const withdrawChange = (id: string) => post<GridChange>(`/api/grids/changes/${id}/withdraw`, {})

export interface ImportFiles {
  files: File[]
  effectiveFrom: string | null
  note: string | null
  acceptGaps: boolean
}

/** The part of a form that a file is for, by how its name ends. */
export const partOf = (file: File) =>
  /^(district\.geojson|divisions\.csv|offices\.csv)$/.test(file.name)
    ? file.name
    : /json$/i.test(file.name)
      ? 'grids.geojson'
      : 'grids.csv'

export const tryImport = (files: ImportFiles) => sendFiles<GridReport>(files, true)
export const publishImport = (files: ImportFiles, key: string) =>
  sendFiles<GridVersion | GridChange>(files, false, key)

async function sendFiles<T>(from: ImportFiles, dryRun: boolean, key?: string): Promise<T> {
  const form = new FormData()
  for (const file of from.files) form.append(partOf(file), file)
  if (from.effectiveFrom) form.append('effectiveFrom', from.effectiveFrom)
  if (from.note) form.append('note', from.note)
  form.append('acceptGaps', String(from.acceptGaps))
  let response: Response
  try {
    response = await fetch(url('/api/grids/imports', { dryRun }), {
      method: 'POST',
      body: form,
      headers: { Accept: 'application/json', ...(key ? { 'Idempotency-Key': key } : {}) },
      credentials: 'same-origin',
    })
  } catch {
    throw new Problem({ word: 'offline', status: 0 })
  }
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as T
}
