import type { Duty } from '@/api/grids'
import type { IconName } from '@/components/icons'

/** The four duties of every grid (B12), as they stand in an address. */
export const slugs: Record<Duty, string> = {
  PARTY_WORK: 'party-work',
  OPINIONS: 'opinions',
  SERVICE_BY_PROXY: 'service-by-proxy',
  DISPUTES: 'disputes',
}

export const dutyIcons: Record<Duty, IconName> = {
  PARTY_WORK: 'flag',
  OPINIONS: 'speech',
  SERVICE_BY_PROXY: 'hands',
  DISPUTES: 'scales',
}

export const dutyOf = (slug: string) =>
  (Object.keys(slugs) as Duty[]).find((duty) => slugs[duty] === slug) ?? 'OPINIONS'

/** A report in this grid that begins with what one came for. */
export const reportOf = (grid: string, duty: Duty, more: Record<string, string> = {}) => ({
  path: '/report',
  query: { grid, duty, ...more },
})
