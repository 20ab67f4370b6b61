import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { NewCase } from '@/api/cases'

/** A photo made small and kept as bytes (older phones lose Blobs in their store); sent under its own key. */
export interface PhonePhoto {
  key: string
  bytes: ArrayBuffer
  type: string
  /** JPEG as base64, ≤ 240 px. */
  thumbnail: string
  /** As the server knows it, once it does. */
  id: string | null
}

/** Why the server did not take it, in its own words (RFC 9457); the pages translate `word` and `rule`. */
export interface Refused {
  word: string
  status: number
  rule: string | null
  errors: { field: string; message: string }[]
  /** What the case has become meanwhile. */
  caseStatus: string | null
}

interface Common {
  /** Order of writing; made by the store. */
  seq?: number
  /** Idempotency-Key, made when it was written and the same for every try from every tab. */
  key: string
  /** Account that wrote it; nobody else sends it. */
  owner: string
  /** What the person recognises it by. */
  label: string
  photos: PhonePhoto[]
  /** Photos were uploaded a second time, because the server had forgotten the first. */
  renewed?: boolean
  at: string
  /** First try: from then on the server may have it. */
  triedAt: string | null
  state: 'waiting' | 'refused' | 'sent'
  refused: Refused | null
  sentAt: string | null
  /** Number of the case it became or belongs to. */
  number: string | null
  caseId: string | null
}
export interface WaitingReport extends Common {
  kind: 'report'
  body: NewCase
}
export interface WaitingCommand extends Common {
  kind: 'command'
  caseId: string
  command: string
  /** What the person saw when writing: If-Match, and whether it is still true. */
  version: number
  caseStatus: string
  body: Record<string, unknown>
}
export type Waiting = WaitingReport | WaitingCommand

export interface PhoneDraft {
  values: Record<string, unknown>
  photos: PhonePhoto[]
}

interface Schema extends DBSchema {
  items: { key: number; value: Waiting; indexes: { key: string } }
  drafts: { key: string; value: PhoneDraft }
}

/** Sent items stay readable for a day, so that one can still look up the number. */
const SENT_LIFE = 24 * 3_600_000

let opened: Promise<IDBPDatabase<Schema>> | null = null

/** Apart from the kept list: signing out forgets that one, never what still waits. */
function database() {
  opened ??= openDB<Schema>('onegrid-outbox', 1, {
    upgrade(db) {
      db.createObjectStore('items', { keyPath: 'seq', autoIncrement: true }).createIndex('key', 'key', {
        unique: true,
      })
      db.createObjectStore('drafts')
    },
    terminated: () => (opened = null),
  })
  return opened
}

const line = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('onegrid-outbox')
const listeners = new Set<() => void>()
line?.addEventListener('message', () => listeners.forEach((listener) => listener()))

/** Called after every change, also one made by another tab or the worker. */
export function onOutboxChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
function changed() {
  listeners.forEach((listener) => listener())
  line?.postMessage('changed')
}

export type NewWaiting<W extends Waiting> = Omit<
  W,
  'seq' | 'triedAt' | 'state' | 'refused' | 'sentAt' | 'number' | 'at'
> & {
  number?: string | null
}

/** From the moment this returns it is on the phone for good, whatever happens to the page. */
export async function queue<W extends Waiting>(one: NewWaiting<W>): Promise<number> {
  const item = {
    number: null,
    ...one,
    at: new Date().toISOString(),
    triedAt: null,
    state: 'waiting',
    refused: null,
    sentAt: null,
  } as unknown as Waiting
  const seq = await (await database()).add('items', item)
  changed()
  return seq
}

export async function outbox(): Promise<Waiting[]> {
  return (await database()).getAll('items')
}

export const waitingItem = async (seq: number) => (await database()).get('items', seq)

/** Changes what is still there; what was discarded meanwhile does not come back. */
export async function amend(seq: number, change: Partial<Waiting>): Promise<Waiting | null> {
  const transaction = (await database()).transaction('items', 'readwrite')
  const before = await transaction.store.get(seq)
  const after = before ? ({ ...before, ...change } as Waiting) : null
  if (after) await transaction.store.put(after)
  await transaction.done
  if (after) changed()
  return after
}

export async function discard(seq: number): Promise<void> {
  await (await database()).delete('items', seq)
  changed()
}

export async function dropOldSent(now = Date.now()): Promise<void> {
  const old = (await outbox()).filter(
    (item) => item.state === 'sent' && now - Date.parse(item.sentAt!) > SENT_LIFE,
  )
  for (const item of old) await discard(item.seq!)
}

export const readDraft = async (of: string) => (await database()).get('drafts', of)
export const keepDraft = async (of: string, draft: PhoneDraft) => {
  await (await database()).put('drafts', draft, of)
}
export const dropDraft = async (of: string) => (await database()).delete('drafts', of)
