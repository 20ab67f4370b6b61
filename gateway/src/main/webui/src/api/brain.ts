import { get, post, type Page } from './client'

export interface Situation {
  asOf: string
  today: { reported: number; closed: number; big: number; small: number }
  open: number
  overdue: number
  grids: { code: string; level: number; open: number; overdue: number; big: number }[]
  classes: { name: string; open: number }[]
  linkages: { open: number; unanswered: number }
}

export interface LinkagePart {
  directiveId: string
  service: string
  serviceName: string
  kind: string
  status: string
  answered: boolean
  issuedAt: string
  receivedAt: string | null
  acceptedAt: string | null
  completedAt: string | null
  note: string | null
  reason: string | null
}

export interface Linkage {
  id: string
  caseId: string
  caseNumber: string
  matterName: string
  severity: number
  gridCode: string
  gridName: string
  communityName: string
  status: 'OPEN' | 'CLOSED'
  level: 'GRID' | 'COMMUNITY' | 'STREET' | 'DISTRICT'
  lead: { unit: string; name: string } | null
  coUnits: { unit: string; name: string }[]
  caseStatus: string
  openedAt: string
  dueAt: string | null
  closedAt: string | null
  clock: { share: number; reached: string[] }
  sentence: string
  rule: string
  parts: LinkagePart[]
  log: { at: string; kind: string; text: string }[]
  allowed: string[]
  version: number
}

export interface BrainDecision {
  id: string
  caseId: string
  caseNumber: string
  gridCode: string
  gridName: string
  matterName: string
  scale: 'SMALL' | 'BIG'
  rule: { number: string; name: string; policyVersion: number }
  facts: Record<string, unknown>
  sentence: string
  at: string
}

export interface PolicyRule {
  number: string
  name: string
  condition: string
  scale: 'SMALL' | 'BIG'
  level: string
  sentence: string
  order: number
}

export interface Policy {
  version: number
  status: 'DRAFT' | 'IN_FORCE' | 'RETIRED'
  note: string
  createdAt: string
  inForceAt: string | null
  rules: PolicyRule[]
}

export interface PolicyTrial {
  cases: number
  changed: { caseNumber: string; before: string; after: string; rule: string }[]
  big: number
  small: number
}

export const situation = () => get<Situation>('/api/brain/situation')
export const listLinkages = (status: 'open' | 'closed' | 'all' = 'open', after?: string, limit = 50) =>
  get<Page<Linkage>>('/api/brain/linkages', { query: { status, after, limit } })
export const getLinkage = (id: string) => get<Linkage>(`/api/brain/linkages/${encodeURIComponent(id)}`)
export const commandLinkage = (
  id: string,
  command: 'urge' | 'escalate' | 'waive' | 'reissue',
  body: Record<string, unknown>,
  key: string,
  version?: number,
) => post<Linkage>(`/api/brain/linkages/${encodeURIComponent(id)}/${command}`, body, { key, version })

export const listDecisions = (caseId?: string, after?: string, limit = 50) =>
  get<Page<BrainDecision>>('/api/brain/decisions', { query: { caseId, after, limit } })

export const listPolicies = () => get<Page<Policy>>('/api/brain/policies')
export const getPolicy = (version: number) => get<Policy>(`/api/brain/policies/${version}`)
export const draftPolicy = (note: string, rules: PolicyRule[], key: string) =>
  post<Policy>('/api/brain/policies', { note, rules }, { key })
export const tryPolicy = (version: number, days?: number) =>
  post<PolicyTrial>(`/api/brain/policies/${version}/try`, days ? { days } : {}, { timeoutMs: 60_000 })
export const enforcePolicy = (version: number, key: string) =>
  post<Policy>(`/api/brain/policies/${version}/enforce`, {}, { key })
