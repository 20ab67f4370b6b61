import { ref } from 'vue'
import { get } from './client'

export type Role =
  | 'resident'
  | 'grid-head'
  | 'building-head'
  | 'community'
  | 'street'
  | 'centre'
  | 'unit'
  | 'property'
  | 'party'
  | 'new-sector'
  | 'supervisor'
  | 'system-admin'
  | 'security-admin'
  | 'auditor'
  | 'portal'
  | 'district-system'

export interface Me {
  signedIn: boolean
  name: string | null
  username: string | null
  roles: Role[]
  gridScope: string[]
  unit: string | null
  post: string | null
}

/** Who sits here; null until the first answer. */
export const me = ref<Me | null>(null)

export async function loadMe(): Promise<Me> {
  me.value = await get<Me>('/api/me')
  return me.value
}

export const hasRole = (...roles: Role[]) => !!me.value?.roles.some((role) => roles.includes(role))

/** Sign-in is the gateway's: a whole page load, back to where one was. */
export const loginUrl = (to: string) => `/login?to=${encodeURIComponent(to)}`
