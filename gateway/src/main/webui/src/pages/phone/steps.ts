import { movesFor, type Field, type Move } from '@/pages/desk/moves'
import type { KeptCase } from './kept'
import type { Waiting, WaitingCommand } from './outbox'

/** What one hand can fill in on the street; choosing units, matters and grids is the desk's. */
const HANDY: readonly Field['kind'][] = ['text', 'photos', 'passed', 'date', 'number']
const needed = (field: Field) => 'required' in field && !!field.required

export const fieldsOf = (move: Move) => move.fields.filter((field) => HANDY.includes(field.kind))
const handy = (move: Move) =>
  move.tone !== 'danger' &&
  move.command !== 'merge' &&
  move.fields.every((field) => HANDY.includes(field.kind) || !needed(field))

/** What the next step will be once a step that still waits has arrived. */
const OPENS: Record<string, string> = { 'self-handle': 'feedback', accept: 'start', start: 'feedback' }

export const waitingFor = (id: string, waiting: readonly Waiting[]) =>
  waiting.filter((item): item is WaitingCommand => item.kind === 'command' && item.caseId === id)

/** The moves for this page: those the server allows, and after a waiting step the one it leads to. */
export function stepsOf(one: KeptCase, waiting: readonly Waiting[]): Move[] {
  const last = waitingFor(one.id, waiting).at(-1)
  const allowed = last ? [OPENS[last.command] ?? ''] : (one.allowed ?? [])
  return movesFor(allowed).filter(handy)
}

/** The state in which the next step will find the case: behind a waiting one it is that one's outcome. */
const LEADS_TO: Record<string, string> = {
  'self-handle': 'SELF_HANDLING',
  accept: 'ACCEPTED',
  start: 'IN_PROGRESS',
}
export const statusBehind = (one: KeptCase, waiting: readonly Waiting[]) =>
  LEADS_TO[waitingFor(one.id, waiting).at(-1)?.command ?? ''] ?? one.status

/** Something may be done with it, only not with one hand. */
export const leftForDesk = (one: KeptCase) => movesFor(one.allowed ?? []).some((move) => !handy(move))
