import type { HookMode, HookWish } from '@/api/hooks'

export const ALL_CASES = 'grid.case.*'

/** The form's own fields. */
export interface HookWords {
  name: string
  url: string
  eventTypes: string[]
  /** Beginnings of grid codes, separated by spaces. */
  gridCodes: string
  mode: HookMode
}

export const wordsOf = (wish?: HookWish): HookWords => ({
  name: wish?.name ?? '',
  url: wish?.url ?? '',
  eventTypes: [...(wish?.eventTypes ?? [])],
  gridCodes: (wish?.gridCodes ?? []).join(' '),
  mode: wish?.mode ?? 'STRUCTURED',
})

/** What is sent: under "every change" the single changes need not be named. */
export function wishOf(words: HookWords): HookWish {
  const all = words.eventTypes.includes(ALL_CASES)
  return {
    name: words.name,
    url: words.url,
    eventTypes: words.eventTypes.filter(
      (type) => type === ALL_CASES || !all || !type.startsWith('grid.case.'),
    ),
    gridCodes: words.gridCodes.split(/[\s,，、]+/).filter(Boolean),
    mode: words.mode,
  }
}
