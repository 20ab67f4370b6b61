import { newKey } from '@/api/act'
import { commandCase, getCase, report, type NewCase } from '@/api/cases'
import { asProblem, get, type Problem } from '@/api/client'
import type { Me } from '@/api/me'
import { uploadPhoto } from '@/api/photos'
import { amend, dropOldSent, outbox, type Refused, type Waiting, type WaitingCommand } from './outbox'

/**
 * How a round of sending ended: nothing is left to do, the network or the server is away, somebody has to
 * sign in, or another tab is at it.
 */
export type Round = 'done' | 'away' | 'sign-in' | 'busy'

/** The server knows a key for three days; later a repeat could not be told from a second report. */
const KEY_LIFE = 2.5 * 24 * 3_600_000

/** A frozen tab may hold the turn for ever; after this the keys alone have to do. */
const PATIENCE = 60_000

let atIt: Promise<Round> | null = null
let busySince = 0

/** Sends what waits, in the order of writing. One tab at a time; and if two were at it, the keys make it once. */
export function sendWaiting(): Promise<Round> {
  atIt ??= alone(round).finally(() => (atIt = null))
  return atIt
}

async function alone(work: () => Promise<Round>): Promise<Round> {
  // Locks exist only on https and localhost.
  if (!('locks' in navigator) || !navigator.locks) return work()
  return navigator.locks.request('onegrid-outbox', { ifAvailable: true }, async (lock) => {
    if (!lock && !busySince) busySince = Date.now()
    if (!lock && Date.now() - busySince < PATIENCE) return 'busy'
    busySince = 0
    return work()
  })
}

async function round(): Promise<Round> {
  await dropOldSent()
  if (!(await outbox()).some((item) => item.state === 'waiting')) return 'done'
  let me: Me
  try {
    me = await get<Me>('/api/me')
  } catch {
    return 'away'
  }
  // Without a session the door would take a report for a visitor's.
  if (!me.signedIn) return 'sign-in'
  // What the server stumbles over must not hold up the rest.
  const stumbled = new Set<number>()
  for (;;) {
    const next = await first(me.username, stumbled)
    if (!next) return stumbled.size ? 'away' : 'done'
    const ended = await sendOne(next)
    if (ended === 'stumbled') stumbled.add(next.seq!)
    else if (ended !== 'done') return ended
  }
}

/** The oldest of this account that may go: behind a refused step of the same case the later ones wait. */
async function first(owner: string | null, stumbled: Set<number>): Promise<Waiting | undefined> {
  const mine = (await outbox()).filter((item) => item.owner === owner && item.state !== 'sent')
  const stops = (item: Waiting) => item.state === 'refused' || stumbled.has(item.seq!)
  const stopped = new Set(
    mine.filter((item) => item.kind === 'command' && stops(item)).map((item) => item.caseId),
  )
  return mine.find((item) => !stops(item) && !(item.kind === 'command' && stopped.has(item.caseId)))
}

async function sendOne(item: Waiting): Promise<Round | 'stumbled'> {
  const seq = item.seq!
  if (item.triedAt && Date.now() - Date.parse(item.triedAt) > KEY_LIFE) {
    await amend(seq, { state: 'refused', refused: refusal({ word: 'unsure', status: 0 }) })
    return 'done'
  }
  try {
    await amend(seq, { triedAt: item.triedAt ?? new Date().toISOString() })
    const photos = await uploaded(item)
    const answer =
      item.kind === 'report'
        ? await report(withPhotos(item.body, photos), item.key)
        : await commandCase(item.caseId, item.command, withPhotos(item.body, photos), item.key, item.version)
    await amend(seq, {
      state: 'sent',
      sentAt: new Date().toISOString(),
      number: answer.number,
      caseId: answer.id,
      photos: [],
    })
    if (item.kind === 'command' && 'version' in answer) await follow(item, answer.version)
    return 'done'
  } catch (error) {
    return notTaken(item, asProblem(error))
  }
}

/** Each photo once: its id is kept as soon as the server named it. */
async function uploaded(item: Waiting): Promise<string[]> {
  const photos = [...item.photos]
  for (const [index, photo] of photos.entries()) {
    if (photo.id) continue
    const stored = await uploadPhoto(new Blob([photo.bytes], { type: photo.type }), photo.key)
    photos[index] = { ...photo, id: stored.id }
    await amend(item.seq!, { photos: [...photos] })
  }
  return photos.map((photo) => photo.id!)
}

function withPhotos<B extends NewCase | Record<string, unknown>>(body: B, photos: string[]): B {
  return photos.length ? { ...body, photos } : body
}

/** What this phone wrote on top of its own step is not outdated by that step. */
async function follow(sent: WaitingCommand, version: number) {
  for (const item of await outbox()) {
    if (item.kind === 'command' && item.caseId === sent.caseId && item.state === 'waiting' && !item.triedAt)
      await amend(item.seq!, { version } as Partial<WaitingCommand>)
  }
}

async function notTaken(item: Waiting, problem: Problem): Promise<Round | 'stumbled'> {
  if (problem.status === 500) return 'stumbled'
  if (problem.passing) return 'away'
  // The second: the session ended between our question and the report, and a visitor has no such channel.
  if (problem.status === 401 || problem.errors.some((e) => e.field.endsWith('channel'))) return 'sign-in'
  // Nobody attached them within a day, so they are gone there; here they still are.
  if (problem.status === 400 && item.photos.length && problem.errors.some((e) => e.field.includes('photos')))
    return renewPhotos(item, problem)
  if (problem.word === 'stale-version' && item.kind === 'command') return lookAgain(item, problem)
  await refuse(item, problem)
  return 'done'
}

async function renewPhotos(item: Waiting, problem: Problem): Promise<Round> {
  const photos = item.photos.map((photo) => ({ ...photo, id: null, key: newKey() }))
  if (item.renewed) await refuse(item, problem)
  else await amend(item.seq!, { photos, renewed: true })
  return 'done'
}

/** Somebody touched the case. If the step is still open from the same state, what was written is still true. */
async function lookAgain(item: WaitingCommand, problem: Problem): Promise<Round> {
  try {
    const now = await getCase(item.caseId)
    if (now.status === item.caseStatus && now.allowed.includes(item.command) && now.version !== item.version)
      await amend(item.seq!, { version: now.version } as Partial<WaitingCommand>)
    else await refuse(item, problem, now.status)
    return 'done'
  } catch (error) {
    const second = asProblem(error)
    if (second.passing) return 'away'
    await refuse(item, second)
    return 'done'
  }
}

async function refuse(item: Waiting, problem: Problem, known?: string) {
  const caseStatus =
    known ??
    (item.kind === 'command'
      ? await getCase(item.caseId).then(
          (now) => now.status,
          () => null,
        )
      : null)
  await amend(item.seq!, { state: 'refused', refused: refusal(problem, caseStatus) })
}

function refusal(
  problem: Pick<Problem, 'word' | 'status'> & Partial<Problem>,
  caseStatus: string | null = null,
): Refused {
  return {
    word: problem.word,
    status: problem.status,
    rule: problem.rule ?? null,
    errors: problem.errors ?? [],
    caseStatus,
  }
}
