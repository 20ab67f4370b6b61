import { vi } from 'vitest'

export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: unknown
}
type Answer = unknown | ((asked: Asked) => unknown)

/** Status, headers and body where a plain 200 will not do. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Record<string, string> = {},
  ) {}
}

export const problem = (
  status: number,
  word: string,
  more: object = {},
  headers: Record<string, string> = {},
) =>
  new Reply(
    status,
    { type: `/problems/${word}`, title: word, status, detail: word, ...more },
    { 'Content-Type': 'application/problem+json', ...headers },
  )

/** The network is gone. */
export const offline = () => {
  throw new TypeError('Failed to fetch')
}

/**
 * Stands in for the gateway: `{'GET /api/me': …, 'POST /api/cases': (asked) => …}`. A path may hold
 * `*` for one segment. An array is answered one by one, the last for ever. What is not listed is a 404.
 */
export function fakeServer(answers: Record<string, Answer>) {
  const asked: Asked[] = []
  const turns = new Map<string, number>()
  const all: Record<string, Answer> = {
    'GET /api/me': {
      signedIn: false,
      name: null,
      username: null,
      roles: [],
      gridScope: [],
      unit: null,
      post: null,
    },
    ...answers,
  }
  const find = (line: string) =>
    Object.keys(all).find((key) => new RegExp(`^${key.replaceAll('*', '[^/]+')}$`).test(line))
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const at = new URL(input, 'http://localhost')
    const method = init.method ?? 'GET'
    const one: Asked = {
      method,
      path: at.pathname,
      query: at.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
    }
    asked.push(one)
    const key = find(`${method} ${at.pathname}`)
    let answer: Answer = key === undefined ? problem(404, 'not-found') : all[key]
    if (Array.isArray(answer)) {
      const turn = turns.get(key!) ?? 0
      turns.set(key!, turn + 1)
      answer = answer[Math.min(turn, answer.length - 1)]
    }
    if (typeof answer === 'function') answer = (answer as (asked: Asked) => unknown)(one)
    const reply = answer instanceof Reply ? answer : new Reply(200, answer)
    return new Response(JSON.stringify(reply.body), {
      status: reply.status,
      headers: { 'Content-Type': 'application/json', ...reply.headers },
    })
  })
  return {
    asked,
    /** What was sent to `POST /api/cases` and the like, oldest first. */
    sent: (line: string) => asked.filter((one) => `${one.method} ${one.path}` === line),
  }
}
