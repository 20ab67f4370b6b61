import type { NewCase, Point } from '@/api/cases'

/** A report as it is written on the street; the photos lie beside it. */
export interface QuickReport {
  point: Point | null
  /** Metres, as the device says. */
  accuracy: number | null
  gridCode: string
  address: string
  text: string
  matterCode: string | null
  people: number | null
  injury: boolean
}

export const emptyReport = (): QuickReport => ({
  point: null,
  accuracy: null,
  gridCode: '',
  address: '',
  text: '',
  matterCode: null,
  people: null,
  injury: false,
})

export const newCaseOf = (of: QuickReport): NewCase => ({
  text: of.text.trim(),
  matterCode: of.matterCode,
  point: of.point,
  gridCode: of.point ? null : of.gridCode,
  address: of.address.trim() || null,
  peopleAffected: of.people && of.people > 0 ? Math.round(of.people) : null,
  injury: of.injury,
  channel: 'GRID_WORKER',
})

/** What was not taken, back in the form. */
export const reportOf = (body: NewCase): QuickReport => ({
  point: body.point ?? null,
  accuracy: null,
  gridCode: body.gridCode ?? '',
  address: body.address ?? '',
  text: body.text,
  matterCode: body.matterCode ?? null,
  people: body.peopleAffected ?? null,
  injury: !!body.injury,
})

export const labelOf = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text)

export interface Fix extends Point {
  accuracy: number
}

/**
 * Where the phone is, once, because its owner pressed a button. No earlier position is taken and none is asked for
 * afterwards: grid workers are not followed.
 */
export function placeOnce(): Promise<Fix> {
  return new Promise((found, failed) => {
    if (!navigator.geolocation) return failed(new Error('no geolocation'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        found({
          longitude: +coords.longitude.toFixed(6),
          latitude: +coords.latitude.toFixed(6),
          accuracy: Math.max(1, Math.round(coords.accuracy)),
        }),
      failed,
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 0 },
    )
  })
}
