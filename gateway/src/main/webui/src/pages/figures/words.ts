import type { FigureBy, FigureRow } from '@/api/figures'

type T = (key: string, named?: Record<string, unknown>) => string

export const percent = (rate: number) => `${(rate * 100).toFixed(1)}%`

/** As people say it: hours up to two days, then days. */
export const took = (hours: number, t: T) =>
  hours < 48 ? t('hours', { n: +hours.toFixed(1) }) : t('days', { n: +(hours / 24).toFixed(1) })

/** Names of units, matters and places are data; what stands for none of them is said in the page's language. */
export function rowName(row: FigureRow, by: FigureBy, root: string, t: T) {
  if (by === 'week') return t('weekOf', { day: row.key })
  if (by === 'grid' && row.key === root) return t('itself', { name: row.name.replace(/（.*）$/, '') })
  if (row.key) return row.name
  return t(by === 'unit' ? 'noUnit' : 'noMatter')
}

/** The catalogue in the groups in which people look for it. */
export const groups: Record<string, readonly string[]> = {
  closure: ['closure', 'closedInTime', 'urgentClosure', 'rework', 'supervised'],
  people: ['response', 'solved', 'satisfied'],
  dispatch: ['filing', 'repeated', 'dispatchAccuracy', 'returned'],
  containment: ['gridClosure', 'communityClosure', 'streetClosure'],
  whistle: ['callHours', 'arrived', 'arrivalHours', 'coDoneHours'],
  time: ['handlingHours', 'firstContactHours', 'dispatchHours', 'acceptHours', 'verificationHours'],
}
