import { Problem, problemOf } from './problem'

export { Problem, asProblem } from './problem'

export type Query = Record<string, string | number | boolean | null | undefined>

export interface Call {
  query?: Query
  /** Idempotency-Key: one per act of a person, the same over all its retries (see act.ts). */
  key?: string
  /** If-Match: the version that the person saw. */
  version?: number
  signal?: AbortSignal
  timeoutMs?: number
}

export interface Page<T> {
  items: T[]
  next: string | null
}

export function get<T>(path: string, call: Call = {}): Promise<T> {
  return send('GET', path, undefined, call)
}

export function post<T>(path: string, body: unknown, call: Call = {}): Promise<T> {
  return send('POST', path, JSON.stringify(body ?? {}), call, { 'Content-Type': 'application/json' })
}

export function put<T>(path: string, body: unknown, call: Call = {}): Promise<T> {
  return send('PUT', path, JSON.stringify(body), call, { 'Content-Type': 'application/json' })
}

export function remove(path: string, call: Call = {}): Promise<void> {
  return send('DELETE', path, undefined, call)
}

export function postBytes<T>(path: string, bytes: Blob, call: Call = {}): Promise<T> {
  return send('POST', path, bytes, { timeoutMs: 60_000, ...call }, { 'Content-Type': bytes.type })
}

export function url(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  return search.size ? `${path}?${search}` : path
}

async function send<T>(
  method: string,
  path: string,
  body: BodyInit | undefined,
  call: Call,
  headers: Record<string, string> = {},
): Promise<T> {
  headers = { Accept: 'application/json, application/problem+json', ...headers }
  if (call.key) headers['Idempotency-Key'] = call.key
  if (call.version !== undefined) headers['If-Match'] = `"${call.version}"`
  // By hand: AbortSignal.any is younger than the phones that come here.
  const ending = new AbortController()
  let late = false
  const timer = setTimeout(() => {
    late = true
    ending.abort()
  }, call.timeoutMs ?? 15_000)
  const given = () => ending.abort()
  if (call.signal?.aborted) given()
  call.signal?.addEventListener('abort', given)
  let response: Response
  try {
    response = await fetch(url(path, call.query), {
      method,
      headers,
      body,
      signal: ending.signal,
      credentials: 'same-origin',
    })
  } catch (error) {
    if (call.signal?.aborted) throw error
    throw new Problem({ word: late ? 'timeout' : 'offline', status: 0 })
  } finally {
    clearTimeout(timer)
    call.signal?.removeEventListener('abort', given)
  }
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return undefined as T
  return (await response.json().catch(() => {
    throw new Problem({ word: 'unexpected', status: response.status, detail: 'answer is not JSON' })
  })) as T
}
