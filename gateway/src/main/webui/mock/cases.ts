import catalogue from './data/catalogue.json' with { type: 'json' }
import reports from './data/reports.json' with { type: 'json' }
import { grid, grids, locate, pathOf } from './grids.ts'

export interface MockUnit {
  code: string
  name: string
  kind: string
}
const UNITS =
  'urban-management 城市管理局, sanitation 环卫中心, housing 住建局, police 公安派出所, traffic-police 公安交警大队, fire-rescue 消防救援大队, governance-centre 综治中心, human-resources 人社局, gas 燃气公司, water 供水公司, market-regulation 市场监管局, property-office 街道物业管理办公室, civil-affairs 民政局, health 卫健委, environment 生态环境局, telecom 通信运营企业, emergency-management 应急管理局, power 供电公司, service-centre 政务服务中心, education 教育体育局, justice 司法局, heating 供热公司, water-resources 水利局, transport 交通运输局, community 社区, street 街道办事处, property-company 物业服务企业, grid 网格长, centre 区指挥中心'
export const units: MockUnit[] = UNITS.split(', ').map((line) => {
  const [code, name] = line.split(' ') as [string, string]
  return {
    code,
    name,
    kind: ['water', 'gas', 'power', 'heating', 'telecom'].includes(code) ? 'UTILITY' : 'DEPARTMENT',
  }
})
const unitNamed = (name: string) => units.find((unit) => unit.name === name) ?? units[0]!

export const matters = catalogue.map((row) => ({
  code: row.code,
  className: row.class_name,
  name: row.name,
  platform: row.platform,
  severity: +row.severity,
  limitProfile: row.limit_profile,
  gridHandles: row.grid_handles === 'true',
  needsEnforcement: row.needs_enforcement === 'true',
  leadUnit: unitNamed(row.lead_unit).code,
  leadUnitName: row.lead_unit,
  coUnits: row.co_units ? row.co_units.split(';') : [],
  services: row.services.split(';'),
}))
const matter = (code: string | null) => matters.find((one) => one.code === code) ?? null

export function suggest(text: string) {
  return catalogue
    .map((row) => ({ row, hits: row.keywords.split(';').filter((word) => text.includes(word)).length }))
    .filter((one) => one.hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, 3)
    .map(({ row, hits }) => ({
      matterCode: row.code,
      matterName: row.name,
      className: row.class_name,
      severity: +row.severity,
      confidence: Math.min(0.95, 0.45 + hits * 0.2),
    }))
}

export const statusNames: Record<string, string> = {
  REPORTED: '待立案',
  FILED: '已立案',
  SELF_HANDLING: '网格自办',
  DISPATCHED: '已派遣',
  RETURN_REQUESTED: '申请退回',
  ACCEPTED: '已接单',
  IN_PROGRESS: '处理中',
  SUSPENDED: '挂账',
  FEEDBACK: '已反馈',
  VERIFYING: '待核查',
  CLOSED: '已结案',
  EVALUATED: '已评价',
  REJECTED: '不予受理',
  DIVERTED: '已分流',
  CANCELLED: '已撤销',
}

const MOVES: Record<string, Record<string, string>> = {
  REPORTED: { file: 'FILED', reject: 'REJECTED', divert: 'DIVERTED', cancel: 'CANCELLED' },
  FILED: { 'self-handle': 'SELF_HANDLING', dispatch: 'DISPATCHED', 'mark-big': 'FILED', cancel: 'CANCELLED' },
  SELF_HANDLING: { feedback: 'VERIFYING' },
  DISPATCHED: { accept: 'ACCEPTED', return: 'RETURN_REQUESTED', cancel: 'CANCELLED' },
  RETURN_REQUESTED: { rule: 'DISPATCHED' },
  ACCEPTED: { start: 'IN_PROGRESS' },
  IN_PROGRESS: { feedback: 'VERIFYING', suspend: 'SUSPENDED', 'co-done': 'IN_PROGRESS' },
  SUSPENDED: { resume: 'IN_PROGRESS' },
  VERIFYING: { verify: 'CLOSED' },
  CLOSED: { reopen: 'FILED' },
  EVALUATED: { reopen: 'FILED' },
}

const LIMIT_HOURS: Record<string, number> = { EMERGENCY: 2, URGENT: 8, STANDARD: 72, COMPLEX: 240 }
const iso = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00'
export const now = (plusHours = 0) => iso(Date.now() + plusHours * 3_600_000)

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type MockCase = Record<string, any>
export const cases: MockCase[] = []
export const listeners = new Set<(kind: string, note: object) => void>()
export const tell = (kind: string, note: object) => listeners.forEach((listener) => listener(kind, note))

let serial = 0
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function create(body: any, hoursAgo = 0): MockCase {
  const of = matter(body.matterCode ?? suggest(body.text)[0]?.matterCode ?? null)
  const place = body.gridCode
    ? grid(body.gridCode)
    : body.point
      ? grid(
          (
            locate(body.point.longitude, body.point.latitude)?.grid ??
            locate(body.point.longitude, body.point.latitude)?.community
          )?.code ?? '410212001001',
        )
      : grid('410212001001')
  serial += 1
  const big = (of?.severity ?? 4) <= 2 || (body.peopleAffected ?? 1) >= 50
  const hours = LIMIT_HOURS[of?.limitProfile ?? 'STANDARD'] ?? 72
  const id = crypto.randomUUID()
  const gridRef = place ? { code: place.code, name: place.name, path: pathOf(place.code) } : null
  const one: MockCase = {
    id,
    number: `261122-${String(serial).padStart(5, '0')}`,
    token: `t${id.slice(0, 8)}`,
    version: 1,
    status: of ? 'FILED' : 'REPORTED',
    matterCode: of?.code ?? null,
    matterName: of?.name ?? null,
    className: of?.className ?? null,
    platform: of?.platform ?? null,
    severity: of?.severity ?? null,
    limitProfile: of?.limitProfile ?? null,
    text: body.text,
    channel: body.channel ?? 'PORTAL',
    peopleAffected: body.peopleAffected ?? null,
    injury: !!body.injury,
    grid: gridRef,
    point: body.point ?? (place ? { longitude: place.longitude, latitude: place.latitude } : null),
    address: body.address ?? null,
    scale: of ? (big ? 'BIG' : 'SMALL') : null,
    decision: of
      ? {
          rule: big ? 'R3' : 'R7',
          sentence: big
            ? `影响约${body.peopleAffected ?? 1}人，属“${of.name}”，由街道牵头，多家一起处理。`
            : '一个网格能办好，由网格长先处理。',
          at: now(-hoursAgo),
        }
      : null,
    linkageId: big && of ? `L-${serial}` : null,
    level: big ? 'STREET' : 'GRID',
    owner: of
      ? big
        ? {
            unit: of.leadUnit,
            unitName: of.leadUnitName,
            gridCode: gridRef?.code,
            post: null,
            phone: '0371-26660021',
          }
        : {
            unit: 'grid',
            unitName: '网格长',
            gridCode: gridRef?.code,
            post: place?.headPost ?? '网格长',
            phone: '0371-26660001',
          }
      : { unit: 'centre', unitName: '区指挥中心', gridCode: null, post: null, phone: '0371-26660012' },
    coUnits:
      big && of
        ? of.coUnits.map((name) => ({ unit: unitNamed(name).code, unitName: name, doneAt: null, note: null }))
        : [],
    reportedAt: now(-hoursAgo),
    filedAt: of ? now(-hoursAgo) : null,
    acceptBy: now(2 - hoursAgo),
    dueAt: now(hours - hoursAgo),
    verifyBy: null,
    closedAt: null,
    handler: null,
    feedback: null,
    rating: null,
    photos: (body.photos ?? []).map((photo: string) => ({
      id: photo,
      kind: 'REPORT',
      url: `/api/photos/${photo}`,
    })),
    duplicates: big
      ? [
          {
            id: 'joined',
            number: `261122-${serial}1`,
            status: 'MERGED',
            reportedAt: now(-hoursAgo),
            text: '三号楼后面也是一样，老人出不了门',
          },
        ]
      : [],
    reporter:
      body.reporter?.name || body.reporter?.phone
        ? { name: '张*', phone: '138****5678', confidential: !!body.reporter.confidential, present: true }
        : { name: null, phone: null, confidential: false, present: false },
    unmasked: [],
    history: [],
  }
  remember(one, null, 'REPORTED', 'report', '居民', 'resident', null, null, hoursAgo)
  if (of) remember(one, 'REPORTED', 'FILED', 'file', '系统', 'system', null, null, hoursAgo)
  cases.unshift(one)
  tell('case', { id, number: one.number, gridCode: gridRef?.code, status: one.status, scale: one.scale })
  if (one.decision) tell('decision', { id, number: one.number, gridCode: gridRef?.code, scale: one.scale })
  return one
}

function remember(
  of: MockCase,
  from: string | null,
  to: string,
  command: string,
  actor: string,
  role: string,
  reason: string | null,
  note: string | null,
  hoursAgo = 0,
) {
  of.history.push({
    seq: of.history.length + 1,
    at: now(-hoursAgo),
    from,
    to,
    command,
    actor,
    role,
    reason,
    note,
  })
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function command(
  of: MockCase,
  name: string,
  body: any,
  actor = '区指挥中心',
  role = 'centre',
  hoursAgo = 0,
) {
  let to = MOVES[of.status]?.[name]
  if (!to) return null
  const from = of.status
  if (name === 'verify' && body.passed === false) to = 'IN_PROGRESS'
  if (name === 'rule' && !body.unit) to = 'FILED'
  if (name === 'file') {
    const as = matter(body.matterCode)
    if (as)
      Object.assign(of, {
        matterCode: as.code,
        matterName: as.name,
        className: as.className,
        severity: as.severity,
        scale: 'SMALL',
      })
  }
  if ((name === 'dispatch' || name === 'rule') && body.unit) {
    const unit = units.find((one) => one.code === body.unit)
    of.owner = { ...of.owner, unit: body.unit, unitName: unit?.name ?? body.unit, post: null }
    of.coUnits = (body.coUnits ?? []).map((code: string) => ({
      unit: code,
      unitName: units.find((one) => one.code === code)?.name ?? code,
      doneAt: null,
      note: null,
    }))
  }
  if (name === 'feedback') {
    of.feedback = {
      text: body.text,
      noPhotoReason: body.noPhotoReason ?? null,
      at: now(-hoursAgo),
      by: of.owner.unitName,
    }
    of.verifyBy = now(24)
  }
  if (name === 'mark-big') of.scale = 'BIG'
  of.status = to
  of.version += 1
  of.closedAt = to === 'CLOSED' ? now(-hoursAgo) : of.closedAt
  remember(of, from, to, name, actor, role, body.reason ?? null, body.note ?? body.text ?? null, hoursAgo)
  tell('case', { id: of.id, number: of.number, gridCode: of.grid?.code, status: to, scale: of.scale })
  return of
}

const CLOSED = ['CLOSED', 'EVALUATED', 'ARCHIVED', 'REJECTED', 'DIVERTED', 'MERGED', 'CANCELLED']
export const isOpen = (of: MockCase) => !CLOSED.includes(of.status)
export const isLate = (of: MockCase) => isOpen(of) && !!of.dueAt && new Date(of.dueAt).getTime() < Date.now()

export function view(of: MockCase) {
  const { token: _token, unmasked: _unmasked, ...rest } = of
  return {
    ...rest,
    statusName: statusNames[of.status] ?? of.status,
    overdue: isLate(of),
    supervision: 0,
    promises: [],
    urgedByReporter: 0,
    allowed: [...Object.keys(MOVES[of.status] ?? {}), ...(of.reporter?.present ? ['unmask'] : [])],
  }
}

const SAID: Record<string, (of: MockCase) => string> = {
  REPORTED: () => '已收到，等待立案',
  FILED: (of) => `已立案，归${of.grid?.name ?? '社区'}`,
  SELF_HANDLING: (of) => `${of.owner?.post ?? '网格长'}正在处理`,
  DISPATCHED: (of) => `已派给${of.owner?.unitName}`,
  RETURN_REQUESTED: () => '承办单位申请退回，等待裁定',
  ACCEPTED: (of) => `${of.owner?.unitName}已接单`,
  IN_PROGRESS: (of) => `${of.owner?.unitName}正在处理`,
  SUSPENDED: () => '暂时办不了，已挂账，到期复查',
  VERIFYING: () => '已有答复，等另一位工作人员核查',
  CLOSED: () => '核查通过，已结案，请您评价',
  EVALUATED: () => '您已评价，谢谢',
  CANCELLED: () => '您已撤销',
}
const said = (status: string, of: MockCase) => SAID[status]?.(of) ?? statusNames[status] ?? status

export function tracked(of: MockCase) {
  return {
    number: of.number,
    status: of.status,
    statusName: statusNames[of.status] ?? of.status,
    statusText: said(of.status, of),
    matterName: of.matterName,
    grid: of.grid ? { name: of.grid.name, path: of.grid.path } : null,
    owner: of.owner ? { unitName: of.owner.unitName, post: of.owner.post, phone: of.owner.phone } : null,
    dueAt: of.dueAt,
    promises: [],
    reportedAt: of.reportedAt,
    closedAt: of.closedAt,
    urgedByReporter: 0,
    urgedAt: null,
    decision: of.decision,
    feedback: of.feedback,
    photos: of.photos,
    history: of.history.map((row: MockCase) => ({ at: row.at, status: row.to, text: said(row.to, of) })),
    unmasked: of.unmasked,
    rating: of.rating,
    allowed:
      of.status === 'CLOSED'
        ? ['rate', 'reopen']
        : of.status === 'EVALUATED'
          ? ['reopen']
          : ['REPORTED', 'FILED', 'DISPATCHED'].includes(of.status)
            ? ['cancel']
            : [],
    text: of.text,
  }
}

/** A morning of the district, so that lists, maps and lines have something to show. */
export function seed() {
  const places = grids.filter((one) => one.level === 3)
  const steps: [string, object][][] = [
    [],
    [['self-handle', {}]],
    [['dispatch', { unit: 'water' }]],
    [
      ['dispatch', { unit: 'sanitation' }],
      ['accept', {}],
    ],
    [
      ['dispatch', { unit: 'housing' }],
      ['accept', {}],
      ['start', {}],
    ],
    [
      ['dispatch', { unit: 'housing' }],
      ['accept', {}],
      ['start', {}],
      ['feedback', { text: '已到现场处理完，恢复正常。' }],
    ],
    [
      ['self-handle', {}],
      ['feedback', { text: '已清理干净。' }],
      ['verify', { passed: true, text: '现场看过，情况属实。' }],
    ],
    [
      ['dispatch', { unit: 'police' }],
      ['return', { reason: '不属于本单位职责' }],
    ],
  ]
  reports.forEach((row, index) => {
    const place = places[(index * 37) % places.length]!
    const hours = (index * 7) % 60
    const one = create(
      {
        text: row.text,
        matterCode: row.code,
        peopleAffected: +row.people_affected,
        channel: row.channel,
        gridCode: place.code,
        address: `${place.name}门口`,
        reporter: { name: '张三' },
      },
      hours,
    )
    for (const [name, body] of steps[index % steps.length]!)
      command(one, name, body, '社区', 'community', hours / 2)
  })
  const known = create(
    {
      text: '水管爆了，半条街都没水',
      matterCode: '0402',
      peopleAffected: 300,
      gridCode: places[0]!.code,
      reporter: { name: '张三' },
    },
    6,
  )
  known.number = '261122-90001'
  known.token = 'demo'
  const life: [string, object][] = [
    ['dispatch', { unit: 'water', coUnits: ['community'] }],
    ['accept', {}],
    ['start', {}],
    ['feedback', { text: '已关阀抢修，14:20恢复供水，请放水5分钟后再用。' }],
    ['verify', { passed: true, text: '水已恢复' }],
  ]
  for (const [name, body] of life) command(known, name, body, '社区', 'community', 1)
  known.unmasked.push({ at: now(-3), by: '供水公司', reason: '需要联系居民开门关阀' })
  const running = create(
    {
      text: '楼道灯坏了三天，老人晚上不敢下楼',
      matterCode: '5304',
      peopleAffected: 10,
      gridCode: places[3]!.code,
    },
    2,
  )
  running.number = '261122-90002'
  running.token = 'demo'
  command(running, 'dispatch', { unit: 'property-company' }, '社区', 'community', 1)
}

/** What is open near by and likely the same; here: of the matter that the words suggest, or any in this grid. */
export function nearby(asked: MockCase) {
  const code = asked.matterCode ?? suggest(asked.text ?? '')[0]?.matterCode
  return cases
    .filter((one) => isOpen(one) && one.status !== 'REPORTED' && one.matterCode === code)
    .slice(0, 3)
    .map((one, index) => ({
      number: one.number,
      matterCode: one.matterCode,
      matterName: one.matterName,
      gridName: one.grid?.name ?? '',
      status: one.status,
      statusName: statusNames[one.status],
      reportedAt: one.reportedAt,
      confidence: 0.9 - index * 0.2,
      sameMatter: true,
      metres: index ? null : 50,
    }))
}

export function join(master: MockCase) {
  const { id, number, matterCode, matterName, grid: at, owner, dueAt, token } = master
  const promise = `已与同一事项合并，由${owner.unitName}办理`
  return {
    id,
    number: `${number}1`,
    status: 'MERGED',
    matterCode,
    matterName,
    grid: at,
    owner,
    dueAt,
    trackingToken: token,
    promise,
  }
}
