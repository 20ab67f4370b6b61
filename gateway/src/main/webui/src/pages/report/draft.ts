import type { Act } from '@/api/act'
import type { NewCase, Point } from '@/api/cases'
import type { PickedPhoto } from '@/components/PhotoPicker.vue'
import { remember, remembered } from '@/domain/remembered'

const KEY = 'onegrid.draft'
/** The server keeps an unattached photo for 24 hours; a draft that is older would point at nothing. */
const PHOTO_LIFE = 23 * 3_600_000

export interface Draft {
  photos: PickedPhoto[]
  point: Point | null
  /** Chosen from the lists instead of a point. */
  gridCode: string | null
  gridName: string
  address: string
  text: string
  /** null: none of the suggested ones, or not chosen. */
  matterCode: string | null
  people: number | null
  injury: boolean | null
  name: string
  phone: string
  confidential: boolean
  /** Unit that the report complains of; empty for none. */
  complainedOf: string
  /** The key of the last try, kept over reloads so that the same report is never filed twice. */
  act: Act | null
  savedAt: number
}

export const emptyDraft = (): Draft => ({
  photos: [],
  point: null,
  gridCode: null,
  gridName: '',
  address: '',
  text: '',
  matterCode: null,
  people: null,
  injury: null,
  name: '',
  phone: '',
  confidential: false,
  complainedOf: '',
  act: null,
  savedAt: 0,
})

export function readDraft(): Draft {
  const kept = { ...emptyDraft(), ...remembered<Partial<Draft>>(KEY, {}) }
  if (Date.now() - kept.savedAt > PHOTO_LIFE) Object.assign(kept, { photos: [], act: null })
  return kept
}

export const keepDraft = (draft: Draft) => remember(KEY, { ...draft, savedAt: Date.now() })
export const forgetDraft = () => remember(KEY, null)

export const hasContent = (draft: Draft) =>
  !!(draft.text.trim() || draft.photos.length || draft.point || draft.gridCode || draft.address.trim())

export const hasPlace = (draft: Draft) => !!(draft.point || draft.gridCode)

/** Mobile, or landline with area code; spaces and dashes are how people write them. */
export const phoneOk = (phone: string) =>
  !phone.trim() || /^(1\d{10}|0\d{9,11}|\d{7,8})$/.test(phone.replace(/[\s-]/g, ''))

export function newCase(draft: Draft): NewCase {
  const { name, phone } = { name: draft.name.trim(), phone: draft.phone.replace(/[\s-]/g, '') }
  return {
    text: draft.text.trim(),
    matterCode: draft.matterCode,
    point: draft.point,
    gridCode: draft.point ? null : draft.gridCode,
    address: draft.address.trim() || draft.gridName || null,
    peopleAffected: draft.people,
    injury: draft.injury ?? false,
    channel: 'PORTAL',
    ...(draft.complainedOf && { complainedOf: draft.complainedOf }),
    reporter:
      name || phone
        ? { ...(name && { name }), ...(phone && { phone }), confidential: draft.confidential }
        : null,
    photos: draft.photos.map((photo) => photo.id),
  }
}
