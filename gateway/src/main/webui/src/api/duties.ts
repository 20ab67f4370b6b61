import { get } from './client'

/** A service that a resident may ask the grid to run for; limits are workdays. */
export interface ServiceItem {
  code: string
  name: string
  tier: 'COMMUNITY' | 'STREET' | 'DISTRICT'
  department: string
  legalLimitWorkdays: number
  promisedLimitWorkdays: number
  fee: string
  /** `shared`: the department looks it up itself. */
  materials: { name: string; shared: boolean }[]
  online: boolean
  proxy: boolean
  conditions: string
  steps: string[]
}

export interface PartyCommunity {
  communityCode: string
  communityName: string
  units: number
  /** null: fewer than five, not shown. */
  members: number | null
}

export const serviceItems = () => get<{ items: ServiceItem[] }>('/api/grids/service-items')
export const partyCommunity = (code: string) => get<PartyCommunity>(`/api/party/communities/${code}`)
