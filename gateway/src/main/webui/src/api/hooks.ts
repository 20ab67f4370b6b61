import { get, post, put, remove, type Page } from './client'

export type HookState = 'ACTIVE' | 'PAUSED' | 'DISABLED'
export type HookMode = 'STRUCTURED' | 'BINARY'
export type DeliveryState = 'WAITING' | 'HELD' | 'DELIVERED' | 'FAILED'
export type HookCommand = 'change' | 'delete' | 'rotate-secret' | 'pause' | 'resume' | 'test' | 'replay'

export interface HookFigures {
  waiting: number
  oldestWaitingSince: string | null
  failed: number
  /** Left the log undelivered. */
  lost: number
  failuresInRow: number
  lastDeliveredAt: string | null
  lastFailedAt: string | null
  lastStatus: number | null
  lastReason: string | null
}

export interface Hook {
  id: string
  name: string
  url: string
  mode: HookMode
  eventTypes: string[]
  gridCodes: string[]
  role: string
  unit: string | null
  gridScope: string[]
  registeredBy: string
  state: HookState
  stateReason: string | null
  createdAt: string
  secretSince: string
  oldSecretUntil: string | null
  figures: HookFigures
  /** Told once: when it is made. */
  secret: string | null
  allowed: HookCommand[]
  version: number
}

export interface Attempt {
  number: number
  at: string
  status: number | null
  millis: number
  /** Null when it was taken. */
  reason: string | null
  detail: string | null
  answer: string | null
}

export interface Delivery {
  id: string
  eventId: string
  type: string
  typeName: string
  typeEnglishName: string
  subject: string
  caseId: string | null
  caseNumber: string | null
  gridCode: string
  eventTime: string
  cause: 'EVENT' | 'REPLAY' | 'TEST'
  state: DeliveryState
  createdAt: string
  nextAttemptAt: string | null
  deliveredAt: string | null
  attempts: Attempt[]
  allowed: 'retry'[]
}

export interface EventType {
  type: string
  name: string
  englishName: string
}

export interface Replayed {
  events: number
  from: string
  to: string
  next: string | null
}

export interface HookWish {
  name: string
  url: string
  eventTypes: string[]
  gridCodes: string[]
  mode: HookMode
}

const ALL = '/api/hooks/subscriptions'

export const hooks = (after?: string) => get<Page<Hook>>(ALL, { query: { after } })
export const hook = (id: string) => get<Hook>(`${ALL}/${id}`)
export const registerHook = (wish: HookWish, key: string) => post<Hook>(ALL, wish, { key })
export const changeHook = (of: Hook, wish: HookWish, key: string) =>
  put<Hook>(`${ALL}/${of.id}`, wish, { key, version: of.version })
export const deleteHook = (of: Hook, key: string) => remove(`${ALL}/${of.id}`, { key, version: of.version })
export const commandHook = (
  of: Hook,
  command: 'pause' | 'resume' | 'rotate-secret',
  body: object,
  key: string,
) => post<Hook>(`${ALL}/${of.id}/${command}`, body, { key, version: of.version })
export const testHook = (id: string, key: string) => post<Delivery>(`${ALL}/${id}/test`, {}, { key })
export const replayHook = (id: string, body: { from: string; to?: string }, key: string) =>
  post<Replayed>(`${ALL}/${id}/replay`, body, { key })
export const deliveries = (id: string, state: DeliveryState | '', ofCase: string, after?: string) =>
  get<Page<Delivery>>(`${ALL}/${id}/deliveries`, { query: { state, case: ofCase, limit: 20, after } })
export const retryDelivery = (id: string, delivery: string, key: string) =>
  post<Delivery>(`${ALL}/${id}/deliveries/${delivery}/retry`, {}, { key })
export const eventTypes = () => get<Page<EventType>>('/api/hooks/event-types')
