import { openDB, type IDBPDatabase } from 'idb'
import type { CaseView } from '@/api/cases'
import type { Me } from '@/api/me'
import { forgetPhoneData, PHONE_DATA } from '@/domain/phoneData'

/** What the phone keeps of a case: what the work needs. Who reported it, and how to reach them, stays on the server. */
export type KeptCase = Pick<
  CaseView,
  | 'id'
  | 'number'
  | 'version'
  | 'status'
  | 'matterName'
  | 'severity'
  | 'text'
  | 'injury'
  | 'grid'
  | 'point'
  | 'address'
  | 'scale'
  | 'owner'
  | 'reportedAt'
  | 'filedAt'
  | 'dueAt'
  | 'verifyBy'
  | 'closedAt'
  | 'overdue'
> &
  // Only the single read has these; a row of a list comes without.
  Partial<Pick<CaseView, 'coUnits' | 'feedback' | 'history' | 'photos' | 'allowed' | 'decision'>>

export interface KeptList {
  at: string
  cases: KeptCase[]
}
export type KeptMe = Pick<Me, 'username' | 'roles' | 'gridScope' | 'unit' | 'post'>

/** A list older than a day misleads more than it helps. */
const LIFE = 24 * 3_600_000

const FIELDS: readonly (keyof KeptCase)[] = [
  ...(['id', 'number', 'version', 'status', 'matterName', 'severity', 'text', 'injury'] as const),
  ...(['grid', 'point', 'address', 'scale', 'owner', 'reportedAt', 'filedAt', 'dueAt', 'verifyBy'] as const),
  ...(['closedAt', 'overdue', 'coUnits', 'feedback', 'history', 'photos', 'allowed', 'decision'] as const),
]

/** By name, so that a field which the server adds one day does not come along. */
export function keptOf(of: CaseView | KeptCase): KeptCase {
  const kept = Object.fromEntries(FIELDS.map((field) => [field, of[field]])) as unknown as KeptCase
  if (kept.history) kept.history = kept.history.slice(-8)
  // The store takes plain data only.
  return JSON.parse(JSON.stringify(kept)) as KeptCase
}

let opened: Promise<IDBPDatabase> | null = null
function database() {
  opened ??= openDB(PHONE_DATA, 1, {
    upgrade: (db) => void db.createObjectStore('kept'),
    // Another page signs out: it may delete this.
    blocking: (_now, _next, event) => {
      opened = null
      ;(event.target as IDBDatabase).close()
    },
    terminated: () => (opened = null),
  })
  return opened
}

async function keep(name: string, value: unknown) {
  await (await database()).put('kept', value, name)
}
const read = async <T>(name: string) => (await (await database()).get('kept', name)) as T | undefined

export const keepList = (name: 'inbox' | 'grid', cases: KeptCase[]) =>
  keep(name, { at: new Date().toISOString(), cases })

export async function readList(name: 'inbox' | 'grid'): Promise<KeptList | null> {
  const list = await read<KeptList>(name)
  return list && Date.now() - Date.parse(list.at) < LIFE ? list : null
}

export async function readCase(id: string): Promise<KeptCase | null> {
  const found: (KeptCase | undefined)[] = []
  for (const name of ['inbox', 'grid'] as const)
    found.push((await readList(name))?.cases.find((one) => one.id === id))
  return found.find((one) => one?.allowed) ?? found.find(Boolean) ?? null
}

/** A case just read or moved takes its place in the lists that show it. */
export async function keepCase(one: KeptCase) {
  for (const name of ['inbox', 'grid'] as const) {
    const list = await readList(name)
    if (list?.cases.some((other) => other.id === one.id))
      await keep(name, { ...list, cases: list.cases.map((other) => (other.id === one.id ? one : other)) })
  }
}

export const readMe = () => read<KeptMe>('me')

/** Whoever signs in finds nothing of whoever was there before. */
export async function keepMe({ username, roles, gridScope, unit, post }: Me) {
  const before = await readMe()
  if (before && before.username !== username) await forget()
  await keep('me', JSON.parse(JSON.stringify({ username, roles, gridScope, unit, post })))
}

export async function forget() {
  if (opened) (await opened).close()
  opened = null
  await forgetPhoneData()
}
