import type { DistrictClient, Rights } from '@/api/clients'

/** As the gateway knows them (ApiArea). */
export const AREAS = [
  'cases',
  'grids',
  'party',
  'property',
  'new-sector',
  'brain',
  'open311',
  'open-data',
  'hooks',
] as const

export interface RightsValues {
  clientId: string
  name: string
  organisation: string
  unit: string
  /** Prefixes with spaces between. */
  gridScope: string
  perMinute: string | number
  perDay: string | number
  expiresAt: string
  roles: string[]
  areas: string[]
}

export const startOf = (client?: DistrictClient): RightsValues => ({
  clientId: '',
  name: client?.name ?? '',
  organisation: client?.organisation ?? '',
  unit: client?.unit ?? '',
  gridScope: client?.gridScope.join(' ') ?? '',
  perMinute: client?.perMinute ?? 600,
  perDay: client?.perDay ?? 50_000,
  expiresAt: client?.expiresAt?.slice(0, 10) ?? '',
  roles: client ? [...client.roles] : ['district-system'],
  areas: client ? [...client.areas] : ['cases:read', 'cases:write'],
})

const prefixes = (text: string) => text.split(/[\s,，、]+/).filter(Boolean)

export function gapsOf(values: RightsValues, isNew: boolean): string[] {
  const gaps = (['name', 'organisation', 'gridScope', 'perMinute', 'perDay'] as const).filter(
    (field) => !String(values[field]).trim(),
  ) as string[]
  if (isNew && !values.clientId.trim()) gaps.push('clientId')
  if (values.roles.includes('unit') && !values.unit.trim()) gaps.push('unit')
  if (!values.roles.length) gaps.push('roles')
  if (!values.areas.length) gaps.push('areas')
  return gaps
}

export function rightsOf(values: RightsValues, isNew: boolean): Rights & { clientId?: string } {
  return {
    ...(isNew ? { clientId: values.clientId.trim() } : {}),
    name: values.name.trim(),
    organisation: values.organisation.trim(),
    roles: values.roles,
    unit: values.unit.trim() || null,
    gridScope: prefixes(values.gridScope),
    areas: values.areas,
    perMinute: Number(values.perMinute),
    perDay: Number(values.perDay),
    // The end of that day in the district.
    expiresAt: values.expiresAt ? `${values.expiresAt}T23:59:59+08:00` : null,
  }
}
