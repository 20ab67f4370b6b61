import { get, post, url, type Page } from './client'
import type { CaseStatus } from '@/domain/caseStatus'

export type Channel =
  'PORTAL' | 'GRID_WORKER' | 'HOTLINE_12345' | 'WINDOW' | 'PARTY_ACTIVITY' | 'PROPERTY' | 'SYSTEM' | 'MEDIA'

export interface Point {
  longitude: number
  latitude: number
}

export interface NewCase {
  text: string
  matterCode?: string | null
  point?: Point | null
  gridCode?: string | null
  address?: string | null
  peopleAffected?: number | null
  injury?: boolean
  severity?: number | null
  complainedOf?: string | null
  channel?: Channel
  reporter?: { name?: string; phone?: string; confidential?: boolean } | null
  photos?: string[]
}

export interface GridRef {
  code: string
  name: string
  path: string
}

export interface Owner {
  unit: string | null
  unitName: string | null
  gridCode: string | null
  post: string | null
  phone: string | null
}

export interface Receipt {
  id: string
  number: string
  status: CaseStatus
  matterCode: string | null
  matterName: string | null
  grid: GridRef | null
  owner: Owner | null
  dueAt: string | null
  trackingToken: string
  promise: string
}

export interface Suggestion {
  matterCode: string
  matterName: string
  className: string
  severity: number
  confidence: number
}

/** What anybody may know of a case near by, before reporting once more. */
export interface Near {
  number: string
  matterCode: string
  matterName: string
  gridName: string
  status: CaseStatus
  statusName: string
  reportedAt: string
  /** 0 … 1, of words, matter and distance together. */
  confidence: number
  sameMatter: boolean
  /** Up to the next 50; null where not both points are known. */
  metres: number | null
}

export interface HistoryRow {
  seq: number
  at: string
  from: CaseStatus | null
  to: CaseStatus
  command: string
  actor: string
  role: string
  reason: string | null
  note: string | null
}

export interface Decision {
  rule: string
  sentence: string
  at: string
}

/** One due time that was promised; the last one holds. */
export interface Promised {
  at: string
  dueAt: string
  why: 'reported' | 'filed' | 'reclassified' | 'extended' | 'suspended' | 'resumed' | 'reopened'
  reason: string | null
  by: string
}

export interface Feedback {
  text: string
  noPhotoReason: string | null
  at: string
  by: string
}

export interface Rating {
  score: number
  solved: boolean
  text: string | null
  at: string
}

export interface CasePhoto {
  id: string
  kind: 'REPORT' | 'RESULT' | 'EVIDENCE'
  url: string
  /** Whether everybody may see it. */
  published?: boolean
}

/** Called in (吹哨), arrived (报到), done. */
export interface CoUnit {
  unit: string
  unitName: string
  askedAt: string | null
  arrivedAt: string | null
  doneAt: string | null
  note: string | null
}

/** A row of a list holds what a row shows; the rest comes with the single read. */
export interface CaseView {
  id: string
  number: string
  version: number
  status: CaseStatus
  statusName: string
  matterCode: string | null
  matterName: string | null
  className: string | null
  platform: string | null
  /** How sure the words were that suggested the matter; null since a person has decided it. */
  matterConfidence?: number | null
  severity: number | null
  limitProfile: string | null
  text: string
  channel: Channel
  peopleAffected: number | null
  injury: boolean
  grid: GridRef | null
  point: Point | null
  address: string | null
  scale: 'SMALL' | 'BIG' | null
  decision: Decision | null
  linkageId: string | null
  level: 'GRID' | 'COMMUNITY' | 'STREET' | 'DISTRICT'
  owner: Owner | null
  leadUnit: string | null
  coUnits: CoUnit[]
  reportedAt: string
  filedAt: string | null
  /** Until when the reporter is to be contacted; null where nobody can be. */
  contactBy: string | null
  contactedAt: string | null
  dispatchedAt: string | null
  arrivedAt: string | null
  acceptBy: string | null
  dueAt: string | null
  verifyBy: string | null
  closedAt: string | null
  overdue: boolean
  /** 0 none, 1 the street's, 2 the district's, 3 on the leaders' list. */
  supervision: number
  promises: Promised[]
  urgedByReporter: number
  complainedOf: string | null
  badRatings: number
  reviewSince: string | null
  callsLeft: number
  handler: string | null
  feedback: Feedback | null
  rating: Rating | null
  photos: CasePhoto[]
  duplicates: LinkedCase[]
  reporter: { name: string | null; phone: string | null; confidential: boolean; present: boolean } | null
  history: HistoryRow[]
  allowed: string[]
}

/** A report of the same matter that is handled with this case. */
export interface LinkedCase {
  id: string
  number: string
  status: CaseStatus
  reportedAt: string
  text: string
}

export interface CaseCounts {
  open: number
  overdue: number
  dueToday: number
  toAccept: number
  toVerify: number
  returned: number
  unfiled: number
}

export interface CaseFilter {
  view?: 'inbox' | 'open' | 'all' | 'closed'
  status?: string
  gridCode?: string
  matterCode?: string
  query?: string
  overdue?: boolean
  supervision?: string
  limit?: number
  after?: string
}

export interface Tracked {
  number: string
  status: CaseStatus
  statusName: string
  statusText: string
  matterName: string | null
  grid: { name: string; path: string } | null
  owner: { unitName: string | null; post: string | null; phone: string | null } | null
  dueAt: string | null
  promises: Promised[]
  reportedAt: string
  closedAt: string | null
  urgedByReporter: number
  urgedAt: string | null
  contactedAt: string | null
  decision: Decision | null
  feedback: Feedback | null
  photos: CasePhoto[]
  history: { at: string; status: CaseStatus; text: string }[]
  unmasked: { at: string; by: string; reason: string }[]
  rating: Rating | null
  allowed: ('rate' | 'reopen' | 'cancel' | 'urge')[]
  text: string
}

export const report = (body: NewCase, key: string) =>
  post<Receipt>('/api/cases', body, { key, timeoutMs: 30_000 })

export const suggest = (text: string, signal?: AbortSignal) =>
  post<{ suggestions: Suggestion[] }>('/api/cases/suggest', { text }, { signal })

export const nearby = (
  body: Pick<NewCase, 'text' | 'matterCode' | 'point' | 'gridCode'>,
  signal?: AbortSignal,
) => post<{ cases: Near[] }>('/api/cases/nearby', body, { signal })

/** "Me too": a number of one's own for what somebody else reported first. */
export type Joining = Pick<NewCase, 'reporter' | 'photos'> & { text?: string }

/** Words and photos that somebody has already given go along: whoever handles the case gets to see them. */
export const joinCase = (number: string, body: Joining, key: string) =>
  post<Receipt>(`/api/cases/track/${encodeURIComponent(number)}/join`, body, { key, timeoutMs: 30_000 })

export const listCases = (filter: CaseFilter) => get<Page<CaseView>>('/api/cases', { query: { ...filter } })
export const caseCounts = () => get<CaseCounts>('/api/cases/counts')
export const getCase = (id: string) => get<CaseView>(`/api/cases/${encodeURIComponent(id)}`)
export const getCaseByNumber = (number: string) =>
  get<CaseView>(`/api/cases/by-number/${encodeURIComponent(number)}`)

/** Any command of the lifecycle; the server said in `allowed` which ones may be sent now. */
export const commandCase = (
  id: string,
  command: string,
  body: Record<string, unknown>,
  key: string,
  version?: number,
) => post<CaseView>(`/api/cases/${encodeURIComponent(id)}/${command}`, body, { key, version })

export const unmask = (id: string, reason: string, key: string) =>
  post<{ name: string | null; phone: string | null }>(
    `/api/cases/${encodeURIComponent(id)}/unmask`,
    { reason },
    { key },
  )

const tracking = (number: string, rest = '') => `/api/cases/track/${encodeURIComponent(number)}${rest}`

export const track = (number: string, token: string, signal?: AbortSignal) =>
  get<Tracked>(tracking(number), { query: { token }, signal })

/** The reporter's own view of a photo. */
export const trackedPhoto = (photo: CasePhoto, number: string, token: string) =>
  url(`/api/photos/${encodeURIComponent(photo.id)}`, { number, token })

export const commandTracked = (
  number: string,
  token: string,
  command: 'rate' | 'reopen' | 'cancel' | 'urge',
  body: Record<string, unknown>,
  key: string,
) => post<unknown>(url(tracking(number, `/${command}`), { token }), body, { key })
