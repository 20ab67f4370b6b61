import { get } from './client'

export interface Matter {
  code: string
  className: string
  name: string
  platform: string
  severity: number
  limitProfile: string
  gridHandles: boolean
  needsEnforcement: boolean
  leadUnit: string
  leadUnitName: string
  coUnits: string[]
  services: string[]
}

export interface Unit {
  code: string
  name: string
  kind: 'DEPARTMENT' | 'UTILITY' | 'STREET' | 'COMMUNITY' | 'PROPERTY' | 'GRID'
}

export const matters = () => get<{ items: Matter[] }>('/api/matters')
export const units = () => get<{ items: Unit[] }>('/api/units')
