export interface FieldError {
  field: string
  message: string
}

/** RFC 9457 as the pages see it; `word` is the last part of `type`, or one of ours: offline, timeout. */
export class Problem extends Error {
  readonly word: string
  readonly status: number
  readonly detail: string
  readonly errors: FieldError[]
  /** Seconds after which to ask again, if the server said so. */
  readonly retryAfter: number | null
  readonly rule: string | null
  /** Number under which the operator finds an unexpected error. */
  readonly incident: string | null
  /** Of 409 and 412: what was acted on, as it stands now, where the server told it. */
  readonly current: unknown

  constructor(of: Partial<Problem> & { word: string; status: number }) {
    super(of.detail || of.word)
    this.name = 'Problem'
    this.word = of.word
    this.status = of.status
    this.detail = of.detail ?? ''
    this.errors = of.errors ?? []
    this.retryAfter = of.retryAfter ?? null
    this.rule = of.rule ?? null
    this.incident = of.incident ?? null
    this.current = of.current ?? null
  }

  /** Whether the same act may work if it is simply sent again. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem({
        word: 'unexpected',
        status: 0,
        detail: error instanceof Error ? error.message : String(error),
      })
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => ({}) as Record<string, unknown>)
  const type = typeof body.type === 'string' ? body.type : ''
  const retry = Number(response.headers.get('Retry-After'))
  return new Problem({
    word: type.split('/').pop() || wordOf(response.status),
    status: response.status,
    detail: typeof body.detail === 'string' ? body.detail : '',
    errors: Array.isArray(body.errors) ? body.errors : [],
    rule: typeof body.rule === 'string' ? body.rule : null,
    incident: typeof body.incident === 'string' ? body.incident : null,
    current: body.current ?? null,
    retryAfter: Number.isFinite(retry) && retry > 0 ? retry : null,
  })
}

/** A proxy in between may answer without a body of ours. */
function wordOf(status: number): string {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 413) return 'too-large'
  if (status === 429) return 'too-many-requests'
  return status === 502 || status === 503 || status === 504 ? 'unavailable' : 'unexpected'
}
