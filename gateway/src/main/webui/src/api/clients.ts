import { get, post, type Page } from './client'

export interface Rights {
  name: string
  organisation: string
  roles: string[]
  unit: string | null
  gridScope: string[]
  areas: string[]
  perMinute: number
  perDay: number
  expiresAt: string | null
}

export interface ClientSecret {
  id: string
  issuedAt: string
  issuedBy: string
  /** Null: until it is rotated. */
  validUntil: string | null
  usedAt: string | null
}

export interface DistrictClient extends Rights {
  clientId: string
  state: 'ACTIVE' | 'DISABLED'
  reason: string | null
  createdAt: string
  changedAt: string
  callsToday: number
  secrets: ClientSecret[]
  /** Only in the answer that makes it. */
  secret?: string
  allowed: ('change' | 'rotate' | 'disable' | 'enable')[]
  version: number
}

export const listClients = () => get<Page<DistrictClient>>('/api/clients')
export const admitClient = (rights: Rights & { clientId: string }, key: string) =>
  post<DistrictClient>('/api/clients', rights, { key })
export const changeClient = (of: DistrictClient, rights: Rights, key: string) =>
  post<DistrictClient>(`/api/clients/${of.clientId}/change`, rights, { key, version: of.version })
export const rotateSecret = (of: DistrictClient, overlapHours: number, key: string) =>
  post<DistrictClient>(`/api/clients/${of.clientId}/rotate`, { overlapHours }, { key })
export const switchClient = (of: DistrictClient, to: 'disable' | 'enable', reason: string, key: string) =>
  post<DistrictClient>(`/api/clients/${of.clientId}/${to}`, { reason }, { key })
export const revokeSecret = (of: DistrictClient, secret: ClientSecret, reason: string, key: string) =>
  post<DistrictClient>(`/api/clients/${of.clientId}/secrets/${secret.id}/revoke`, { reason }, { key })
