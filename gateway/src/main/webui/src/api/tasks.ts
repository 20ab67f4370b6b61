import { get, post, type Page } from './client'
import type { Point } from './cases'

export type TaskArea = 'grids' | 'party' | 'property' | 'new-sector'

export interface Task<Detail = Record<string, unknown>> {
  id: string
  linkageId: string
  caseId: string
  caseNumber: string
  service: 'grid' | 'party' | 'property' | 'new-sector'
  kind: 'WORK_ORDER' | 'CALL_UP' | 'ASSIST' | 'NEIGHBOURS'
  matterCode: string
  matterName: string
  severity: number
  gridCode: string
  gridName: string
  point: Point | null
  instruction: string
  sentence: string
  status: string
  respondBy: string
  dueAt: string | null
  urge: number
  receivedAt: string
  acceptedAt: string | null
  declinedAt: string | null
  completedAt: string | null
  reason: string | null
  note: string | null
  history: { at: string; status: string; actor: string; note: string | null }[]
  detail: Detail
  allowed: string[]
  version: number
}

export interface PropertyDetail {
  compound: { code: string; name: string; mode: string } | null
  company: { name: string; phone: string | null } | null
  office: { name: string; phone: string | null }
  workOrder: { number: string; respondWithinMinutes: number; title: string }
}

export interface PartyDetail {
  communityCode: string
  communityName: string
  units: {
    code: string
    name: string
    members: number
    calledUp: number
    answered: number | boolean
    serviceMinutes: number
  }[]
  calledUp: number
  answered: number
}

export interface NewSectorDetail {
  stations: {
    name: string
    address: string
    distanceMetres: number
    open: boolean
    longitude: number
    latitude: number
  }[]
  enterprises: { name: string; industry: string; distanceMetres: number; ask: 'HELP' | 'INFORM' }[]
  branches: { name: string; distanceMetres?: number }[]
}

export interface GridDetail {
  leadUnit: string
  coUnits: string[]
  neighbours: { gridCode: string; gridName: string; post: string; seenAt: string | null }[]
}

const path = (area: TaskArea, rest = '') => `/api/${area}/tasks${rest}`

export const listTasks = (
  area: TaskArea,
  status: 'open' | 'done' | 'all' = 'open',
  after?: string,
  limit = 50,
) => get<Page<Task>>(path(area), { query: { status, after, limit } })

export const getTask = <D = Record<string, unknown>>(area: TaskArea, id: string) =>
  get<Task<D>>(path(area, `/${encodeURIComponent(id)}`))

/** accept, decline, progress, complete; and the service's own: answers, service, asked, seen. */
export const commandTask = (
  area: TaskArea,
  id: string,
  command: string,
  body: Record<string, unknown>,
  key: string,
  version?: number,
) => post<Task>(path(area, `/${encodeURIComponent(id)}/${command}`), body, { key, version })

export const partyFigures = () => get<Record<string, unknown>>('/api/party/figures')
