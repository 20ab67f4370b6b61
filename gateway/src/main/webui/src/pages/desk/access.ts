import type { Me, Role } from '@/api/me'
import type { TaskArea } from '@/api/tasks'

/** Who is served which task list; the same words as in docs/api.md. */
export const areaRoles: Record<TaskArea, readonly Role[]> = {
  grids: ['grid-head', 'community', 'street', 'centre', 'unit'],
  party: ['party', 'community', 'street', 'centre'],
  property: ['property', 'street', 'centre'],
  'new-sector': ['new-sector', 'street', 'centre'],
}

const caseRoles: readonly Role[] = [
  'grid-head',
  'building-head',
  'community',
  'street',
  'centre',
  'unit',
  'property',
  'supervisor',
]
const reporterRoles: readonly Role[] = [
  'grid-head',
  'building-head',
  'community',
  'street',
  'centre',
  'property',
  'party',
]

const holds = (me: Me | null, roles: readonly Role[]) =>
  !!me?.signedIn && me.roles.some((role) => roles.includes(role))

export const areasOf = (me: Me | null) =>
  (Object.keys(areaRoles) as TaskArea[]).filter((area) => holds(me, areaRoles[area]))
export const seesCases = (me: Me | null) => holds(me, caseRoles)
export const mayReport = (me: Me | null) => holds(me, reporterRoles)
export const seesCentre = (me: Me | null) => holds(me, ['centre', 'street', 'community', 'supervisor'])
export const isStaff = (me: Me | null) => seesCases(me) || areasOf(me).length > 0
export const isTaskArea = (word: unknown): word is TaskArea => typeof word === 'string' && word in areaRoles

/** The page that this post starts with: its cases, or the only task list it has. */
export function homeOf(me: Me | null): string {
  if (seesCases(me)) return '/desk'
  const [area] = areasOf(me)
  return area ? `/desk/tasks/${area}` : '/desk'
}
