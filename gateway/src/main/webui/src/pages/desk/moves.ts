/**
 * One row per command of a case: what its form asks. Which rows a person sees is decided by the server (`allowed`).
 * Fields and limits follow docs/api.md.
 */
export interface When {
  field: string
  is: readonly unknown[]
}

export type Field =
  | {
      name: string
      kind: 'text'
      required?: boolean
      min?: number
      max?: number
      short?: boolean
      when?: When
    }
  | {
      name: string
      kind: 'unit'
      required?: boolean
      from: 'all' | 'co-units' | 'called'
      noneMeans?: string
    }
  | { name: string; kind: 'units' }
  | { name: string; kind: 'photos'; orReason?: string }
  | { name: string; kind: 'date'; withinDays: number }
  | { name: string; kind: 'number'; least: number; most: number }
  | { name: string; kind: 'matter' | 'grid'; required?: boolean }
  | { name: string; kind: 'severity' }
  | { name: string; kind: 'passed' }
  /** One of some words; what is sent may be something else than the word. */
  | { name: string; kind: 'choice'; options: Record<string, unknown>; when?: When }

export interface Move {
  command: string
  tone: 'primary' | 'plain' | 'danger'
  fields: Field[]
}

const note: Field = { name: 'note', kind: 'text', short: true }
const reason: Field = { name: 'reason', kind: 'text', required: true, min: 2 }
const route: Field = { name: 'route', kind: 'text', required: true, min: 2, short: true }
/** The six diversions; four have a usual route, of two only the desk knows it. */
const diversions = [
  'EMERGENCY_LINE',
  'LEGAL_CHANNEL',
  'REPEAT',
  'SECRET_OR_PRIVACY',
  'OUTSIDE_AUTHORITY',
  'UNLAWFUL',
]
const words = (each: readonly string[]) => Object.fromEntries(each.map((word) => [word, word]))
const answered: When = { field: 'result', is: ['VALID'] }

export const moves: readonly Move[] = [
  {
    command: 'file',
    tone: 'primary',
    fields: [
      { name: 'matterCode', kind: 'matter', required: true },
      { name: 'gridCode', kind: 'grid' },
      { name: 'severity', kind: 'severity' },
    ],
  },
  { command: 'self-handle', tone: 'primary', fields: [] },
  {
    command: 'dispatch',
    tone: 'primary',
    fields: [
      { name: 'unit', kind: 'unit', required: true, from: 'all' },
      { name: 'coUnits', kind: 'units' },
      note,
    ],
  },
  { command: 'accept', tone: 'primary', fields: [note] },
  { command: 'start', tone: 'primary', fields: [note] },
  { command: 'contact', tone: 'plain', fields: [note] },
  {
    command: 'arrive',
    tone: 'plain',
    fields: [{ name: 'unit', kind: 'unit', from: 'called', noneMeans: 'myUnit' }, note],
  },
  {
    command: 'feedback',
    tone: 'primary',
    fields: [
      { name: 'text', kind: 'text', required: true, min: 2, max: 2000 },
      { name: 'photos', kind: 'photos', orReason: 'noPhotoReason' },
      { name: 'noPhotoReason', kind: 'text', short: true },
    ],
  },
  {
    command: 'verify',
    tone: 'primary',
    fields: [
      { name: 'passed', kind: 'passed' },
      { name: 'text', kind: 'text', required: true, min: 2 },
    ],
  },
  {
    command: 'rule',
    tone: 'primary',
    fields: [{ name: 'unit', kind: 'unit', from: 'all', noneMeans: 'backToDesk' }, reason],
  },
  { command: 'resume', tone: 'primary', fields: [note] },
  {
    command: 'call-back',
    tone: 'primary',
    fields: [
      { name: 'result', kind: 'choice', options: words(['VALID', 'NO_ANSWER', 'DECLINED']) },
      { name: 'solved', kind: 'choice', options: { yes: true, no: false }, when: answered },
      { name: 'score', kind: 'choice', options: { s5: 5, s4: 4, s3: 3, s2: 2, s1: 1 }, when: answered },
      { name: 'text', kind: 'text', when: answered },
    ],
  },
  {
    command: 'review',
    tone: 'primary',
    fields: [
      { name: 'stands', kind: 'choice', options: { yes: true, no: false } },
      { name: 'text', kind: 'text', required: true, min: 2 },
    ],
  },
  {
    command: 'co-done',
    tone: 'plain',
    fields: [
      { name: 'unit', kind: 'unit', from: 'co-units', noneMeans: 'myUnit' },
      { name: 'note', kind: 'text', required: true, min: 2 },
    ],
  },
  { command: 'return', tone: 'plain', fields: [reason] },
  {
    command: 'suspend',
    tone: 'plain',
    fields: [reason, { name: 'reviewOn', kind: 'date', withinDays: 90 }, { name: 'photos', kind: 'photos' }],
  },
  {
    command: 'extend',
    tone: 'plain',
    fields: [{ name: 'days', kind: 'number', least: 1, most: 15 }, reason],
  },
  {
    command: 'reclassify',
    tone: 'plain',
    fields: [{ name: 'matterCode', kind: 'matter', required: true }, reason],
  },
  { command: 'confirm-matter', tone: 'plain', fields: [] },
  {
    command: 'merge',
    tone: 'plain',
    fields: [{ name: 'into', kind: 'text', required: true, min: 12, max: 20, short: true }, reason],
  },
  { command: 'unmerge', tone: 'plain', fields: [reason] },
  { command: 'mark-big', tone: 'plain', fields: [reason] },
  {
    command: 'divert',
    tone: 'plain',
    fields: [
      { name: 'kind', kind: 'choice', options: words(diversions) },
      reason,
      { ...route, when: { field: 'kind', is: ['REPEAT', 'OUTSIDE_AUTHORITY'] } },
    ],
  },
  { command: 'reopen', tone: 'plain', fields: [reason] },
  { command: 'reject', tone: 'danger', fields: [reason, route] },
  { command: 'cancel', tone: 'danger', fields: [reason] },
]

/** `unmask` has its own place beside the reporter; everything else unknown to this page stays away from it. */
export function movesFor(allowed: readonly string[]): Move[] {
  return moves.filter((move) => allowed.includes(move.command))
}

export type Values = Record<string, unknown>

/** A question that depends on an earlier answer is asked only then. */
export function asked(field: Field, values: Values): boolean {
  return !('when' in field && field.when) || field.when.is.includes(values[field.when.field])
}

/** The request body: empty optional fields are left out, for the server refuses what it does not expect. */
export function bodyOf(move: Move, values: Values): Values {
  const body: Values = {}
  for (const field of move.fields) {
    if (!asked(field, values)) continue
    const value = values[field.name]
    if (value === undefined || value === null) continue
    if (typeof value === 'string') {
      if (value.trim()) body[field.name] = value.trim()
    } else if (Array.isArray(value)) {
      // A picked photo carries its thumbnail for the draft; the server only wants its id.
      if (value.length) body[field.name] = value.map((each) => (typeof each === 'object' ? each.id : each))
    } else body[field.name] = value
  }
  return body
}

/** Names of fields that still miss something, each with the word that explains it. */
export function gapsOf(move: Move, values: Values, today: string): Record<string, string> {
  const gaps: Record<string, string> = {}
  for (const field of move.fields) {
    if (!asked(field, values)) continue
    const value = values[field.name]
    const text = typeof value === 'string' ? value.trim() : ''
    if (field.kind === 'text' && (field.required || text) && text.length < (field.min ?? 1))
      gaps[field.name] = 'needed'
    if (
      (field.kind === 'unit' || field.kind === 'matter' || field.kind === 'grid') &&
      field.required &&
      !text
    )
      gaps[field.name] = 'choose'
    if (field.kind === 'choice' && value === undefined) gaps[field.name] = 'choose'
    if (field.kind === 'passed' && typeof value !== 'boolean') gaps[field.name] = 'choose'
    if (field.kind === 'number' && !(Number(value) >= field.least && Number(value) <= field.most))
      gaps[field.name] = 'numberRange'
    if (field.kind === 'date') {
      if (!text) gaps[field.name] = 'choose'
      else if (text <= today || text > plusDays(today, field.withinDays)) gaps[field.name] = 'dateRange'
    }
    if (field.kind === 'photos' && field.orReason && !(Array.isArray(value) && value.length)) {
      const why = values[field.orReason]
      if (typeof why !== 'string' || why.trim().length < 2) gaps[field.orReason] = 'photoOrReason'
    }
  }
  return gaps
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
