import { get, post, type Page } from './client'
import type { JoinedUnit, Team } from './grids'

export type PostKind = 'GRID_HEAD' | 'BUILDING_HEAD'
export type PostState = 'HELD' | 'STAND_IN' | 'VACANT' | 'CLOSED'
export type PostCommand = 'appoint' | 'hand-over' | 'stand-in' | 'end-stand-in' | 'vacate' | 'withdraw'

export interface Term {
  id: string
  manner: 'HOLDER' | 'STAND_IN'
  /** The id of an account, never a name. */
  holder: string
  mine: boolean
  from: string
  until: string | null
  when: 'PAST' | 'NOW' | 'COMING' | 'WITHDRAWN'
  note: string | null
  recordedAt: string
  recordedBy: string
  ending: 'HANDED_OVER' | 'VACATED' | 'UNTIL' | 'RELIEVED' | 'WITHDRAWN' | 'GRID_CLOSED' | null
  endReason: string | null
  endedBy: string | null
}

export interface GridPost {
  gridCode: string
  gridName: string
  kind: PostKind
  title: string
  state: PostState
  holder: Term | null
  standIn: Term | null
  vacantSince: string | null
  alarmDue: string | null
  alarmedAt: string | null
  openCases: number
  terms: Term[]
  allowed: PostCommand[]
  version: number
}

export interface Vacancy {
  gridCode: string
  gridName: string
  path: string | null
  kind: PostKind
  title: string | null
  state: PostState
  unheldSince: string
  standInUntil: string | null
  alarmDue: string | null
  alarmedAt: string | null
}

export const gridPosts = (code: string) => get<{ items: GridPost[] }>(`/api/grids/${code}/posts`)
export const commandPost = (of: GridPost, command: PostCommand, body: object, key: string, version: number) =>
  post<GridPost>(`/api/grids/${of.gridCode}/posts/${of.kind}/${command}`, body, { key, version })

export const vacancies = (after?: string) => get<Page<Vacancy>>('/api/grids/vacancies', { query: { after } })
export const vacancyCount = () => get<{ unheld: number; alarmed: number }>('/api/grids/vacancies/count')

export const gridTeams = (code: string) =>
  get<Page<Team>>(`/api/grids/${code}/teams`, { query: { limit: 200 } })
export const formTeam = (code: string, body: object, key: string) =>
  post<Team>(`/api/grids/${code}/teams`, body, { key })
export const commandTeam = (team: Team, command: 'change' | 'move' | 'dissolve', body: object, key: string) =>
  post<Team>(`/api/grids/${team.gridCode}/teams/${team.id}/${command}`, body, { key, version: team.version })

export const gridUnits = (code: string) =>
  get<Page<JoinedUnit>>(`/api/grids/${code}/units`, { query: { limit: 200 } })
export const joinUnit = (code: string, body: object, key: string) =>
  post<JoinedUnit>(`/api/grids/${code}/units`, body, { key })
export const leaveUnit = (of: JoinedUnit, body: object, key: string) =>
  post<JoinedUnit>(`/api/grids/${of.gridCode}/units/${of.unit}/leave`, body, { key })
