/**
 * One row per command of a case: what its form asks. Which rows a person sees is decided by the server (`allowed`).
 * Fields and limits follow docs/api.md.
 */
export type Field =
  | {
      name: string
      kind: 'text'
      required?: boolean
      min?: number
      max?: number
      short?: boolean
      suggestions?: string[]
    }
  | { name: string; kind: 'unit'; required?: boolean; from: 'all' | 'co-units'; noneMeans?: string }
  | { name: string; kind: 'units' }
  | { name: string; kind: 'photos'; orReason?: string }
  | { name: string; kind: 'date'; withinDays: number }
  | { name: string; kind: 'number'; least: number; most: number }
  | { name: string; kind: 'matter' | 'grid'; required?: boolean }
  | { name: string; kind: 'severity' }
  | { name: string; kind: 'passed' }

export interface Move {
  command: string
  tone: 'primary' | 'plain' | 'danger'
  fields: Field[]
}

const note: Field = { name: 'note', kind: 'text', short: true }
const reason: Field = { name: 'reason', kind: 'text', required: true, min: 2 }
const route: Field = {
  name: 'route',
  kind: 'text',
  required: true,
  min: 2,
  short: true,
  suggestions: ['emergency', 'legal', 'repeated', 'secret', 'outside', 'unlawful'],
}

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
  { command: 'divert', tone: 'plain', fields: [reason, route] },
  { command: 'reopen', tone: 'plain', fields: [reason] },
  { command: 'reject', tone: 'danger', fields: [reason, route] },
  { command: 'cancel', tone: 'danger', fields: [reason] },
]

/** `unmask` has its own place beside the reporter; everything else unknown to this page stays away from it. */
export function movesFor(allowed: readonly string[]): Move[] {
  return moves.filter((move) => allowed.includes(move.command))
}

export type Values = Record<string, unknown>

/** The request body: empty optional fields are left out, for the server refuses what it does not expect. */
export function bodyOf(move: Move, values: Values): Values {
  const body: Values = {}
  for (const field of move.fields) {
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
