// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any

const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const secret = (over: Any) => ({ id: `s${Math.random()}`, issuedAt: at(-400), issuedBy: 'a', validUntil: null, usedAt: at(-1), ...over }) // prettier-ignore

const clients: Any[] = [
  {
    clientId: 'hotline-12345',
    name: '12345 热线',
    organisation: '政务服务和大数据管理局',
    roles: ['district-system'],
    unit: null,
    gridScope: ['410212'],
    areas: ['cases:read', 'cases:write', 'grids:read', 'hooks:read', 'hooks:write'],
    perMinute: 600,
    perDay: 50_000,
    expiresAt: null,
    state: 'ACTIVE',
    reason: null,
    createdAt: at(-900),
    changedAt: at(-900),
    callsToday: 43_210,
    secrets: [secret({ issuedAt: at(-2), usedAt: null }), secret({ validUntil: at(22) })],
    allowed: ['change', 'rotate', 'disable'],
    version: 3,
  },
  {
    clientId: 'manhole-sensors',
    name: '井盖传感器平台',
    organisation: '城市管理局',
    roles: ['district-system', 'unit'],
    unit: 'urban-management',
    gridScope: ['410212001', '410212002'],
    areas: ['cases:write', 'open-data:read'],
    perMinute: 60,
    perDay: 5000,
    expiresAt: at(9000),
    state: 'DISABLED',
    reason: '密钥疑似泄露，待核实',
    createdAt: at(-300),
    changedAt: at(-3),
    callsToday: 12,
    secrets: [secret({})],
    allowed: ['change', 'enable'],
    version: 5,
  },
]

export const all = () => clients
export const one = (id: string) => clients.find((client) => client.clientId === id)
export function admit(rights: Any) {
  const client = { ...clients[0], ...rights, callsToday: 0, secrets: [secret({ issuedAt: at(0), usedAt: null })], version: 0 } // prettier-ignore
  clients.push(client)
  return { ...client, secret: 'q2cXw0-example-only-shown-once-1a2b3c4d5e6f' }
}
export function command(id: string, verb: string, body: Any) {
  const client = one(id)
  if (verb === 'change') Object.assign(client, body)
  if (verb === 'disable' || verb === 'enable') {
    client.state = verb === 'disable' ? 'DISABLED' : 'ACTIVE'
    client.reason = body.reason
    client.allowed = verb === 'disable' ? ['change', 'enable'] : ['change', 'rotate', 'disable']
  }
  client.version++
  return verb === 'rotate' ? { ...client, secret: 'n3wOne-example-only-shown-once-9z8y7x6w5v' } : client
}
