import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect, Plugin } from 'vite'
import * as store from './cases.ts'
import { card, geojson, grid, grids, locate, node } from './grids.ts'
import * as figures from './figures.ts'
import * as versions from './gridVersions.ts'
import * as brain from './linkages.ts'
import * as hooks from './hooks.ts'
import * as clients from './clients.ts'
import * as posts from './posts.ts'
import { released } from '../src/pages/open-data/fixtures.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly word: string,
    readonly more: object = {},
  ) {
    super(word)
  }
}

/** `/login?to=…&as=centre` takes one of these posts; without `as` it is the centre. */
const POSTS: Record<string, Any> = {
  centre: {
    name: '值班长',
    post: '区指挥中心值班长',
    roles: ['centre'],
    gridScope: ['410212'],
    unit: 'centre',
  },
  street: {
    name: '街道',
    post: '城东街道综治中心',
    roles: ['street'],
    gridScope: ['410212001'],
    unit: 'street',
  },
  community: {
    name: '社区',
    post: '温泉社区网格管理员',
    roles: ['community'],
    gridScope: ['410212001001'],
    unit: 'community',
  },
  'grid-head': {
    name: '网格长',
    post: '温泉社区第1网格长',
    roles: ['grid-head'],
    gridScope: ['410212001001001'],
    unit: 'grid',
  },
  unit: { name: '供水', post: '供水公司调度', roles: ['unit'], gridScope: ['410212'], unit: 'water' },
  property: {
    name: '物业',
    post: '物业项目经理',
    roles: ['property'],
    gridScope: ['410212001'],
    unit: 'property-company',
  },
  'system-admin': { name: '系统管理员', post: '系统管理员', roles: ['system-admin'], gridScope: ['410212'], unit: null }, // prettier-ignore
  party: { name: '党建', post: '社区党建专干', roles: ['party'], gridScope: ['410212001001'], unit: null },
  'new-sector': {
    name: '新兴领域',
    post: '新兴领域专干',
    roles: ['new-sector'],
    gridScope: ['410212001'],
    unit: null,
  },
}

const list = (items: Any[], query: URLSearchParams) => {
  const from = +(query.get('after') ?? 0)
  const limit = +(query.get('limit') ?? 50)
  return {
    items: items.slice(from, from + limit),
    next: from + limit < items.length ? String(from + limit) : null,
  }
}
const found = <T>(thing: T | undefined | null): T => {
  if (!thing) throw new Refusal(404, 'not-found')
  return thing
}
const moved = <T>(thing: T | null): T => {
  if (!thing) throw new Refusal(409, 'illegal-transition')
  return thing
}

type Route = [string, RegExp, (at: { m: string[]; q: URLSearchParams; body: Any; role: string }) => unknown]
const photos = new Map<string, { type: string; bytes: Buffer }>()

const routes: Route[] = [
  [
    'GET',
    /^\/api\/me$/,
    ({ role }) => ({
      signedIn: !!role,
      name: null,
      username: role || null,
      roles: [],
      gridScope: [],
      unit: null,
      post: null,
      ...POSTS[role],
    }),
  ],
  [
    'GET',
    /^\/api\/grids$/,
    ({ q }) => {
      const parent = q.get('parent')
      const query = q.get('query')
      return list(
        grids
          .filter((one) =>
            query
              ? one.name.includes(query) || one.code.startsWith(query)
              : parent
                ? one.parentCode === parent
                : one.level === 1,
          )
          .map(node),
        q,
      )
    },
  ],
  ['GET', /^\/api\/open-data$/, () => released()],
  ['GET', /^\/api\/grids\/imports$/, () => versions.listVersions()],
  ['GET', /^\/api\/grids\/changes$/, () => versions.listChanges()],
  ['POST', /^\/api\/grids\/changes$/, ({ q, body }) => versions.change(body, q.get('dryRun') === 'true')],
  ['GET', /^\/api\/grids\/geojson$/, ({ q }) => geojson(+(q.get('level') ?? 2), q.get('within') ?? '')],
  [
    'GET',
    /^\/api\/grids\/locate$/,
    ({ q }) => {
      const at = locate(+q.get('longitude')!, +q.get('latitude')!)
      if (!at) throw new Refusal(422, 'outside-district')
      return at
    },
  ],
  ['GET', /^\/api\/matters$/, () => ({ items: store.matters })],
  ['GET', /^\/api\/units$/, () => ({ items: store.units })],
  ['POST', /^\/api\/cases\/suggest$/, ({ body }) => ({ suggestions: store.suggest(body.text ?? '') })],
  ['POST', /^\/api\/cases\/nearby$/, ({ body }) => ({ cases: store.nearby(body) })],
  [
    'POST',
    /^\/api\/cases\/track\/([^/]+)\/join$/,
    ({ m }) => store.join(found(store.cases.find((one) => one.number === m[1]))),
  ],
  [
    'POST',
    /^\/api\/cases$/,
    ({ body }) => {
      if (body.point && !locate(body.point.longitude, body.point.latitude))
        throw new Refusal(422, 'outside-district')
      const one = store.create(body)
      if (one.linkageId) brain.openLinkage(one)
      const { id, number, status, matterCode, matterName, grid: at, owner, dueAt, token } = one
      const promise = `已派给${owner.unitName}${at ? `（${at.name}）` : ''}`
      return {
        id,
        number,
        status,
        matterCode,
        matterName,
        grid: at,
        owner,
        dueAt,
        trackingToken: token,
        promise,
      }
    },
  ],
  [
    'GET',
    /^\/api\/cases$/,
    ({ q }) => {
      const view = q.get('view') ?? 'inbox'
      const rows = store.cases.filter(
        (one) =>
          (view === 'closed' ? !store.isOpen(one) : view === 'all' || store.isOpen(one)) &&
          (!q.get('status') || one.status === q.get('status')) &&
          (!q.get('gridCode') || one.grid?.code.startsWith(q.get('gridCode'))) &&
          (!q.get('matterCode') || one.matterCode === q.get('matterCode')) &&
          (!q.get('query') || `${one.number}${one.text}${one.matterName}`.includes(q.get('query')!)) &&
          (q.get('overdue') !== 'true' || store.isLate(one)),
      )
      return list(
        rows.map(store.view).sort((a: Any, b: Any) => a.dueAt.localeCompare(b.dueAt)),
        q,
      )
    },
  ],
  [
    'GET',
    /^\/api\/cases\/counts$/,
    () => {
      const open = store.cases.filter(store.isOpen)
      const of = (status: string) => open.filter((one) => one.status === status).length
      return {
        open: open.length,
        overdue: open.filter(store.isLate).length,
        dueToday: open.filter((one) => one.dueAt.slice(0, 10) === store.now().slice(0, 10)).length,
        toAccept: of('DISPATCHED'),
        toVerify: of('VERIFYING'),
        returned: of('RETURN_REQUESTED'),
        unfiled: of('REPORTED'),
      }
    },
  ],
  ['GET', /^\/api\/cases\/figures$/, ({ q }) => figures.table(q)],
  ['GET', /^\/api\/cases\/figures\/[^/]+\/cases$/, () => figures.behind()],
  [
    'GET',
    /^\/api\/cases\/by-number\/(.+)$/,
    ({ m }) => store.view(found(store.cases.find((one) => one.number === m[1]))),
  ],
  ['GET', /^\/api\/cases\/track\/([^/]+)$/, ({ m, q }) => store.tracked(byToken(m[1]!, q))],
  [
    'POST',
    /^\/api\/cases\/track\/([^/]+)\/(rate|reopen|cancel)$/,
    ({ m, q, body }) => {
      const one = byToken(m[1]!, q)
      if (m[2] === 'rate') {
        if (one.status !== 'CLOSED') throw new Refusal(409, 'illegal-transition')
        one.rating = { score: body.score, solved: body.solved, text: body.text ?? null, at: store.now() }
        one.history.push({
          seq: 0,
          at: store.now(),
          from: 'CLOSED',
          to: 'EVALUATED',
          command: 'rate',
          actor: '居民',
          role: 'resident',
          reason: null,
          note: null,
        })
        one.status = 'EVALUATED'
      } else moved(store.command(one, m[2]!, body, '居民', 'resident'))
      return store.tracked(one)
    },
  ],
  [
    'GET',
    /^\/api\/cases\/([^/]+)$/,
    ({ m }) => store.view(found(store.cases.find((one) => one.id === m[1]))),
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/unmask$/,
    ({ m, body }) => {
      const one = found(store.cases.find((of) => of.id === m[1]))
      one.unmasked.push({ at: store.now(), by: '区指挥中心', reason: body.reason })
      return { name: '张三', phone: '13800005678' }
    },
  ],
  [
    'POST',
    /^\/api\/cases\/([^/]+)\/([a-z-]+)$/,
    ({ m, body }) =>
      store.view(moved(store.command(found(store.cases.find((one) => one.id === m[1])), m[2]!, body))),
  ],
  [
    'GET',
    /^\/api\/(grids|party|property|new-sector)\/tasks$/,
    ({ m, q }) => {
      const status = q.get('status') ?? 'open'
      const done = ['COMPLETED', 'DECLINED', 'WITHDRAWN']
      return list(
        brain.tasks
          .filter(
            (one) =>
              one.area === m[1] && (status === 'all' || done.includes(one.status) === (status === 'done')),
          )
          .map(brain.taskView),
        q,
      )
    },
  ],
  [
    'GET',
    /^\/api\/(?:grids|party|property|new-sector)\/tasks\/([^/]+)$/,
    ({ m }) => brain.taskView(found(brain.tasks.find((one) => one.id === m[1]))),
  ],
  [
    'POST',
    /^\/api\/(?:grids|party|property|new-sector)\/tasks\/([^/]+)\/([a-z-]+)$/,
    ({ m, body }) =>
      brain.taskView(
        moved(brain.commandTask(found(brain.tasks.find((one) => one.id === m[1])), m[2]!, body)),
      ),
  ],
  [
    'GET',
    /^\/api\/property\/compounds$/,
    ({ q }) =>
      list(
        grids
          .filter(
            (one) =>
              one.level === 3 &&
              one.code.startsWith(q.get('communityCode') ?? '') &&
              one.name.includes(q.get('query') ?? ''),
          )
          .map(({ code, name }) => ({ code, name, mode: '专业物业' })),
        q,
      ),
  ],
  ['GET', /^\/api\/brain\/situation$/, () => brain.situation()],
  [
    'GET',
    /^\/api\/brain\/linkages$/,
    ({ q }) =>
      list(
        brain.linkages
          .map(brain.linkageView)
          .filter(
            (one) =>
              (q.get('status') ?? 'open') === 'all' ||
              one.status.toLowerCase() === (q.get('status') ?? 'open'),
          ),
        q,
      ),
  ],
  [
    'GET',
    /^\/api\/brain\/linkages\/([^/]+)$/,
    ({ m }) => brain.linkageView(found(brain.linkages.find((one) => one.id === m[1]))),
  ],
  [
    'POST',
    /^\/api\/brain\/linkages\/([^/]+)\/([a-z]+)$/,
    ({ m, body }) => {
      const one = found(brain.linkages.find((of) => of.id === m[1]))
      brain.commandLinkage(one, m[2]!, body)
      return brain.linkageView(one)
    },
  ],
  [
    'GET',
    /^\/api\/brain\/decisions$/,
    ({ q }) =>
      list(
        brain.decisions().filter((one) => !q.get('caseId') || one.caseId === q.get('caseId')),
        q,
      ),
  ],
  ['GET', /^\/api\/brain\/policies$/, ({ q }) => list(brain.policies, q)],
  [
    'POST',
    /^\/api\/brain\/policies$/,
    ({ body }) => {
      const one = {
        version: brain.policies.length + 1,
        status: 'DRAFT',
        createdAt: store.now(),
        inForceAt: null,
        ...body,
      }
      brain.policies.unshift(one)
      return one
    },
  ],
  [
    'GET',
    /^\/api\/brain\/policies\/(\d+)$/,
    ({ m }) => found(brain.policies.find((one) => one.version === +m[1]!)),
  ],
  [
    'POST',
    /^\/api\/brain\/policies\/(\d+)\/try$/,
    () => ({
      cases: store.cases.length,
      changed: store.cases
        .slice(0, 3)
        .map((one) => ({ caseNumber: one.number, before: 'SMALL', after: 'BIG', rule: 'R3' })),
      big: 9,
      small: 41,
    }),
  ],
  [
    'POST',
    /^\/api\/brain\/policies\/(\d+)\/enforce$/,
    ({ m }) => {
      brain.policies.forEach((one) => (one.status = one.version === +m[1]! ? 'IN_FORCE' : 'RETIRED'))
      return found(brain.policies.find((one) => one.version === +m[1]!))
    },
  ],
  ['GET', /^\/api\/hooks\/event-types$/, () => hooks.types],
  ['GET', /^\/api\/hooks\/subscriptions$/, ({ q }) => list(hooks.hooks, q)],
  ['POST', /^\/api\/hooks\/subscriptions$/, ({ body }) => hooks.register(body)],
  [
    'GET',
    /^\/api\/hooks\/subscriptions\/([^/]+)$/,
    ({ m }) => found(hooks.hooks.find((one) => one.id === m[1])),
  ],
  [
    'GET',
    /^\/api\/hooks\/subscriptions\/[^/]+\/deliveries$/,
    ({ q }) =>
      list(
        hooks.deliveries.filter((one) => !q.get('state') || one.state === q.get('state')),
        q,
      ),
  ],
  ['POST', /^\/api\/hooks\/subscriptions\/[^/]+\/test$/, () => hooks.deliveries[4]],
  [
    'POST',
    /^\/api\/hooks\/subscriptions\/[^/]+\/replay$/,
    ({ body }) => ({ events: 12, from: body.from, to: store.now(), next: null }),
  ],
  [
    'POST',
    /^\/api\/hooks\/subscriptions\/([^/]+)\/(pause|resume|rotate-secret)$/,
    ({ m }) => hooks.command(found(hooks.hooks.find((one) => one.id === m[1])), m[2]!),
  ],
  ['GET', /^\/api\/clients$/, ({ q }) => list(clients.all(), q)],
  ['POST', /^\/api\/clients$/, ({ body }) => clients.admit(body)],
  ['POST', /^\/api\/clients\/([\w-]+)\/([a-z-]+)$/, ({ m, body }) => clients.command(m[1]!, m[2]!, body)],
  ['GET', /^\/api\/grids\/vacancies$/, ({ q }) => list(posts.vacancies(), q)],
  ['GET', /^\/api\/grids\/vacancies\/count$/, () => ({ unheld: posts.vacancies().length, alarmed: 1 })],
  ['GET', /^\/api\/grids\/service-items$/, () => ({ items: posts.serviceItems() })],
  ['GET', /^\/api\/grids\/(\d+)\/posts$/, ({ m }) => ({ items: [found(posts.post(m[1]!))] })],
  [
    'GET',
    /^\/api\/grids\/(\d+)\/(teams|units)$/,
    ({ m, q }) => list((card(found(grid(m[1]!))) as Any)[m[2]!], q),
  ],
  [
    'POST',
    /^\/api\/grids\/(\d+)\/posts\/\w+\/([a-z-]+)$/,
    ({ m, body }) => posts.command(m[1]!, m[2]!, body),
  ],
  [
    'GET',
    /^\/api\/party\/communities\/(\d{12})$/,
    ({ m }) => ({ communityCode: m[1], communityName: grid(m[1]!)?.name, units: 8, members: 203 }),
  ],
  ['GET', /^\/api\/grids\/(\d+)$/, ({ m }) => card(found(grid(m[1]!)))],
]

function byToken(number: string, query: URLSearchParams) {
  return found(store.cases.find((one) => one.number === number && one.token === query.get('token')))
}

const roleOf = (request: IncomingMessage) =>
  /mock-role=([a-z-]*)/.exec(request.headers.cookie ?? '')?.[1] ?? ''

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function answer(response: ServerResponse, status: number, body: unknown, type = 'application/json') {
  response.writeHead(status, { 'Content-Type': type })
  response.end(JSON.stringify(body))
}

function stream(response: ServerResponse) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
  response.write(': hello\n\n')
  const listener = (kind: string, note: object) =>
    response.write(`event: ${kind}\ndata: ${JSON.stringify(note)}\n\n`)
  store.listeners.add(listener)
  response.on('close', () => store.listeners.delete(listener))
}

const handle: Connect.NextHandleFunction = (request, response, next) => {
  const at = new URL(request.url ?? '/', 'http://localhost')
  if (at.pathname === '/login' || at.pathname === '/logout') {
    const role = at.pathname === '/login' ? (at.searchParams.get('as') ?? 'centre') : ''
    response.writeHead(302, {
      'Set-Cookie': `mock-role=${role}; Path=/`,
      Location: at.searchParams.get('to') ?? '/',
    })
    return response.end()
  }
  if (at.pathname === '/openapi.json' || at.pathname === '/asyncapi.json') {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    return response.end(readFileSync(`../../../../contracts${at.pathname}`))
  }
  if (!at.pathname.startsWith('/api/')) return next()
  if (at.pathname === '/api/brain/stream') return stream(response)
  void serve(request, response, at)
}

async function serve(request: IncomingMessage, response: ServerResponse, at: URL) {
  try {
    const bytes = await bytesOf(request)
    if (at.pathname === '/api/photos' && request.method === 'POST') {
      const id = crypto.randomUUID()
      photos.set(id, { type: request.headers['content-type'] ?? 'image/jpeg', bytes })
      return answer(response, 201, {
        id,
        contentType: 'image/jpeg',
        width: 1600,
        height: 1200,
        url: `/api/photos/${id}`,
      })
    }
    const photo = photos.get(at.pathname.replace('/api/photos/', ''))
    if (photo) {
      response.writeHead(200, { 'Content-Type': photo.type })
      return response.end(photo.bytes)
    }
    const body = bytes.length ? JSON.parse(bytes.toString()) : {}
    for (const [method, pattern, act] of routes) {
      const m = method === request.method ? pattern.exec(at.pathname) : null
      if (m) {
        const result = act({
          m: m.map((part) => decodeURIComponent(part)),
          q: at.searchParams,
          body,
          role: roleOf(request),
        })
        return answer(response, at.pathname === '/api/cases' && method === 'POST' ? 201 : 200, result)
      }
    }
    throw new Refusal(404, 'not-found')
  } catch (error) {
    const refusal =
      error instanceof Refusal ? error : new Refusal(500, 'unexpected', { detail: String(error) })
    const { status, word, more } = refusal
    answer(
      response,
      status,
      { type: `/problems/${word}`, title: word, status, detail: word, ...more },
      'application/problem+json',
    )
  }
}

/** The API of docs/api.md with made-up cases in memory; for looking at pages, never in a build. */
export function mockApi(): Plugin {
  store.seed()
  store.cases.filter((one) => one.linkageId && one.grid).forEach(brain.openLinkage)
  return {
    name: 'onegrid-mock-api',
    configureServer: (server) => void server.middlewares.use(handle),
    configurePreviewServer: (server) => void server.middlewares.use(handle),
  }
}
