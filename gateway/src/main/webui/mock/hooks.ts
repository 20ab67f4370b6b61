// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const figures = {
  waiting: 0,
  oldestWaitingSince: null,
  failed: 0,
  lost: 0,
  failuresInRow: 0,
  lastDeliveredAt: ago(3),
  lastFailedAt: null,
  lastStatus: null,
  lastReason: null,
}
const hook = (over: Any): Any => ({
  id: '11111111-0000-4000-8000-000000000001',
  name: '数字城管平台',
  url: 'https://cg.example.gov.cn/onegrid/events',
  mode: 'STRUCTURED',
  eventTypes: ['grid.case.*'],
  gridCodes: [],
  role: 'unit',
  unit: 'sanitation',
  gridScope: ['410212'],
  registeredBy: '环卫中心承办人',
  state: 'ACTIVE',
  stateReason: null,
  createdAt: ago(60 * 24 * 12),
  secretSince: ago(60 * 24 * 12),
  oldSecretUntil: null,
  figures,
  secret: null,
  allowed: ['change', 'delete', 'rotate-secret', 'pause', 'test', 'replay'],
  version: 3,
  ...over,
})
export const hooks: Any[] = [
  hook({
    figures: {
      ...figures,
      waiting: 14,
      oldestWaitingSince: ago(95),
      failed: 2,
      failuresInRow: 6,
      lastFailedAt: ago(4),
      lastStatus: 503,
      lastReason: 'status',
    },
  }),
  hook({ id: '11111111-0000-4000-8000-000000000002', name: '环卫车辆调度系统' }),
  hook({
    id: '11111111-0000-4000-8000-000000000003',
    name: '智慧工地监管平台（旧）',
    state: 'DISABLED',
    stateReason: 'gone',
    figures: {
      ...figures,
      failed: 1,
      failuresInRow: 1,
      lastFailedAt: ago(900),
      lastStatus: 410,
      lastReason: 'gone',
    },
    allowed: ['change', 'delete', 'rotate-secret', 'resume'],
  }),
]

const tried = (number: number, minutes: number, over: Any = {}) => ({
  number,
  at: ago(minutes),
  status: 503,
  millis: 212,
  reason: 'status',
  detail: 'The receiver answered 503',
  answer: '<html>Service Temporarily Unavailable</html>',
  ...over,
})
const taken = { status: 204, millis: 48, reason: null, detail: null, answer: null }
const delivery = (n: number, over: Any): Any => ({
  id: `22222222-0000-4000-8000-00000000000${n}`,
  eventId: `33333333-0000-4000-8000-00000000000${n}`,
  type: 'grid.case.dispatched.v1',
  typeName: '已派遣',
  typeEnglishName: 'dispatched',
  subject: '44444444-0000-4000-8000-000000000001',
  caseId: '44444444-0000-4000-8000-000000000001',
  caseNumber: '261124-00017',
  gridCode: '410212001001003',
  eventTime: ago(95),
  cause: 'EVENT',
  state: 'DELIVERED',
  createdAt: ago(95),
  nextAttemptAt: null,
  deliveredAt: ago(95),
  attempts: [tried(1, 95, taken)],
  allowed: [],
  ...over,
})
export const deliveries: Any[] = [
  delivery(1, {
    type: 'grid.case.urged.v1',
    typeName: '反映人催办',
    typeEnglishName: 'the reporter urges',
    state: 'HELD',
    eventTime: ago(20),
    attempts: [],
  }),
  delivery(2, {
    state: 'WAITING',
    deliveredAt: null,
    nextAttemptAt: new Date(Date.now() + 26 * 60_000).toISOString(),
    attempts: [
      tried(1, 95),
      tried(2, 94, {
        status: null,
        reason: 'timeout',
        detail: 'The receiver gave no answer in 10 s',
        answer: null,
      }),
      tried(3, 4),
    ],
    allowed: ['retry'],
  }),
  delivery(3, {
    caseNumber: '261120-00004',
    state: 'FAILED',
    deliveredAt: null,
    attempts: [
      tried(1, 5000, {
        status: null,
        reason: 'no-connection',
        detail: 'No connection',
        answer: null,
        millis: 3000,
      }),
    ],
    allowed: ['retry'],
  }),
  delivery(4, {
    caseNumber: '261124-00012',
    cause: 'REPLAY',
    typeName: '已结案',
    typeEnglishName: 'closed',
    type: 'grid.case.closed.v1',
  }),
  delivery(5, { cause: 'TEST', caseNumber: null, caseId: null, type: 'gateway.hook.ping.v1' }),
]

export const types = {
  items: [
    ['grid.case.filed.v1', '已立案', 'filed'],
    ['grid.case.dispatched.v1', '已派遣', 'dispatched'],
    ['grid.case.ruled.v1', '裁定承办', 'ruled who handles it'],
    ['grid.case.closed.v1', '已结案', 'closed'],
    ['grid.case.overdue.v1', '已超时', 'overdue'],
    ['grid.grid.published.v1', '网格发布', 'grid published'],
    ['grid.post.vacant.v1', '岗位空缺', 'a post is vacant'],
  ].map(([type, name, englishName]) => ({ type, name, englishName })),
  next: null,
}

export function register(wish: Any) {
  const one = hook({
    ...wish,
    id: crypto.randomUUID(),
    figures: { ...figures, lastDeliveredAt: null },
    version: 0,
  })
  hooks.unshift(one)
  return { ...one, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=' }
}

export function command(one: Any, verb: string) {
  one.version += 1
  if (verb === 'pause')
    Object.assign(one, {
      state: 'PAUSED',
      allowed: ['change', 'delete', 'rotate-secret', 'resume', 'replay'],
    })
  if (verb === 'resume') Object.assign(one, { state: 'ACTIVE', stateReason: null, allowed: hooks[1].allowed })
  return verb === 'rotate-secret'
    ? { ...one, secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDMfKQ9r8GKYo=', oldSecretUntil: ago(-60 * 24) }
    : one
}
