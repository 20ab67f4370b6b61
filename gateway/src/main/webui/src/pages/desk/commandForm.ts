import type { Values } from './moves'

export interface Field {
  name: string
  kind: 'text' | 'words' | 'time' | 'date' | 'number' | 'choice' | 'unit' | 'grid'
  needed?: boolean
  /** Of a number. */
  least?: number
  most?: number
  choices?: { value: string; label: string }[]
}

/** A wall-clock time of the district as the server wants it. */
const instant = (local: string) => `${local}:00+08:00`

/** What is sent: empty fields are left out. */
export function bodyOf(fields: readonly Field[], values: Values): Values {
  const body: Values = {}
  for (const field of fields) {
    const value = String(values[field.name] ?? '').trim()
    if (!value) continue
    body[field.name] =
      field.kind === 'time' ? instant(value) : field.kind === 'number' ? Number(value) : value
  }
  return body
}

export const gapsOf = (fields: readonly Field[], values: Values) =>
  fields
    .filter((field) => field.needed && !String(values[field.name] ?? '').trim())
    .map((field) => field.name)
