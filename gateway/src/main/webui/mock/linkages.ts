import { cases, isLate, isOpen, now, tell, type MockCase } from './cases.ts'
import { grid, grids } from './grids.ts'

type Thing = Record<string, any> // eslint-disable-line @typescript-eslint/no-explicit-any
export const tasks: Thing[] = []
export const linkages: Thing[] = []

const SERVICES = [
  { service: 'property', area: 'property', name: '物业', kind: 'WORK_ORDER' },
  { service: 'party', area: 'party', name: '党建', kind: 'CALL_UP' },
  { service: 'new-sector', area: 'new-sector', name: '新兴领域', kind: 'ASSIST' },
  { service: 'grid', area: 'grids', name: '网格', kind: 'NEIGHBOURS' },
] as const

function detailOf(service: string, of: MockCase): Thing {
  if (service === 'property')
    return {
      compound: { code: of.grid.code, name: of.grid.name, mode: '专业物业' },
      company: { name: '示例物业服务有限公司', phone: '0371-26661100' },
      office: { name: '城东街道物业管理办公室', phone: '0371-26661101' },
      workOrder: { number: `WO-${of.number}`, respondWithinMinutes: 30, title: of.matterName },
    }
  if (service === 'party')
    return {
      communityCode: of.grid.code.slice(0, 12),
      communityName: grid(of.grid.code.slice(0, 12))?.name ?? '社区',
      units: [
        { code: 'P01', name: '报到单位01', members: 32, calledUp: 12, answered: 0, serviceMinutes: 0 },
        { code: 'P02', name: '报到单位02', members: 21, calledUp: 8, answered: 0, serviceMinutes: 0 },
      ],
      calledUp: 20,
      answered: 0,
    }
  if (service === 'new-sector')
    return {
      stations: [
        {
          name: '东大街暖心驿站',
          address: '东大街16号',
          distanceMetres: 420,
          open: true,
          longitude: 114.44,
          latitude: 34.768,
        },
      ],
      enterprises: [
        { name: '示例净水设备店', industry: '水暖', distanceMetres: 350, ask: 'HELP' },
        { name: '示例早餐店', industry: '餐饮', distanceMetres: 120, ask: 'INFORM' },
      ],
      branches: [{ name: '外卖配送联合工会', distanceMetres: 600 }],
    }
  return {
    leadUnit: of.owner.unitName,
    coUnits: of.coUnits.map((unit: Thing) => unit.unitName),
    neighbours: grids
      .filter(
        (one) => one.level === 3 && one.parentCode === of.grid.code.slice(0, 12) && one.code !== of.grid.code,
      )
      .slice(0, 3)
      .map((one) => ({ gridCode: one.code, gridName: one.name, post: one.headPost, seenAt: null })),
  }
}

export function openLinkage(of: MockCase) {
  const parts = SERVICES.map(({ service, area, name, kind }) => {
    const id = crypto.randomUUID()
    tasks.unshift({
      id,
      area,
      linkageId: of.linkageId,
      caseId: of.id,
      caseNumber: of.number,
      service,
      kind,
      matterCode: of.matterCode,
      matterName: of.matterName,
      severity: of.severity,
      gridCode: of.grid.code,
      gridName: of.grid.name,
      point: of.point,
      instruction: `请就“${of.matterName}”尽快到场并反馈。`,
      sentence: of.decision.sentence,
      status: 'RECEIVED',
      respondBy: now(0.5),
      dueAt: of.dueAt,
      urge: 0,
      receivedAt: of.reportedAt,
      acceptedAt: null,
      declinedAt: null,
      completedAt: null,
      reason: null,
      note: null,
      history: [{ at: of.reportedAt, status: 'RECEIVED', actor: 'system', note: null }],
      detail: detailOf(service, of),
      version: 0,
    })
    return { directiveId: id, service, serviceName: name, kind, issuedAt: of.reportedAt }
  })
  linkages.unshift({
    id: of.linkageId,
    caseId: of.id,
    parts,
    openedAt: of.reportedAt,
    log: [{ at: of.reportedAt, kind: 'OPENED', text: '联动已开启，四家同时收到' }],
    level: 'STREET',
    version: 1,
  })
  tell('linkage', { id: of.linkageId, number: of.number, gridCode: of.grid.code, status: 'OPEN' })
}

const TASK_MOVES: Record<string, Record<string, string>> = {
  RECEIVED: { accept: 'ACCEPTED', decline: 'DECLINED' },
  ACCEPTED: { progress: 'IN_PROGRESS', complete: 'COMPLETED', decline: 'DECLINED' },
  IN_PROGRESS: { progress: 'IN_PROGRESS', complete: 'COMPLETED' },
}
const OWN: Record<string, string[]> = {
  party: ['answers', 'service'],
  'new-sector': ['asked'],
  grid: ['seen'],
  property: [],
}

export const taskView = (of: Thing) => ({
  ...of,
  area: undefined,
  allowed: [
    ...Object.keys(TASK_MOVES[of.status] ?? {}),
    ...(['RECEIVED', 'ACCEPTED', 'IN_PROGRESS'].includes(of.status) ? OWN[of.service]! : []),
  ],
})

export function commandTask(of: Thing, name: string, body: Thing) {
  const to = TASK_MOVES[of.status]?.[name] ?? (OWN[of.service]?.includes(name) ? of.status : null)
  if (!to) return null
  of.status = to
  of.version += 1
  of.note = body.note ?? of.note
  of.reason = body.reason ?? of.reason
  const stamp: Record<string, string> = {
    ACCEPTED: 'acceptedAt',
    DECLINED: 'declinedAt',
    COMPLETED: 'completedAt',
  }
  if (stamp[to]) of[stamp[to]!] = now()
  of.history.push({ at: now(), status: to, actor: '本岗位', note: body.note ?? body.reason ?? null })
  if (name === 'answers') of.detail.answered += +body.coming || 1
  if (name === 'service') {
    const unit = of.detail.units.find((one: Thing) => one.code === body.unit)
    if (unit) unit.serviceMinutes += +body.minutes || 0
  }
  if (name === 'seen') of.detail.neighbours[0].seenAt = now()
  tell('linkage', { id: of.linkageId, number: of.caseNumber, gridCode: of.gridCode, status: 'OPEN' })
  return of
}

export function linkageView(of: Thing): Thing {
  const its = cases.find((one) => one.id === of.caseId)!
  const parts = of.parts.map((part: Thing) => {
    const task = tasks.find((one) => one.id === part.directiveId)!
    const { status, receivedAt, acceptedAt, completedAt, note, reason } = task
    return {
      ...part,
      status: part.waived ? 'WAIVED' : status,
      answered: status !== 'RECEIVED',
      receivedAt,
      acceptedAt,
      completedAt,
      note,
      reason,
    }
  })
  const all = new Date(its.dueAt).getTime() - new Date(its.reportedAt).getTime()
  const share = Math.max(0, (Date.now() - new Date(its.reportedAt).getTime()) / all)
  return {
    id: of.id,
    caseId: its.id,
    caseNumber: its.number,
    matterName: its.matterName,
    severity: its.severity,
    gridCode: its.grid.code,
    gridName: its.grid.name,
    communityName: grid(its.grid.code.slice(0, 12))?.name ?? '',
    status: isOpen(its) ? 'OPEN' : 'CLOSED',
    level: of.level,
    lead: { unit: its.owner.unit, name: its.owner.unitName },
    coUnits: its.coUnits.map((unit: Thing) => ({ unit: unit.unit, name: unit.unitName })),
    caseStatus: its.status,
    openedAt: of.openedAt,
    dueAt: its.dueAt,
    closedAt: its.closedAt,
    clock: {
      share: +share.toFixed(2),
      reached: [
        ...(share > 0.5 ? ['URGED'] : []),
        ...(share > 0.8 ? ['WARNED'] : []),
        ...(share > 1 ? ['ESCALATED'] : []),
      ],
    },
    sentence: its.decision.sentence,
    rule: its.decision.rule,
    parts,
    log: of.log,
    allowed: isOpen(its) ? ['urge', 'escalate', 'waive', 'reissue'] : [],
    version: of.version,
  }
}

export function commandLinkage(of: Thing, name: string, body: Thing) {
  const kinds: Record<string, string> = {
    urge: 'URGED',
    escalate: 'ESCALATED',
    waive: 'ANSWERED',
    reissue: 'URGED',
  }
  of.log.push({ at: now(), kind: kinds[name] ?? 'SUPERVISED', text: body.reason ?? body.note ?? '已催办' })
  if (name === 'escalate') of.level = 'DISTRICT'
  if (name === 'waive')
    of.parts.forEach((part: Thing) => (part.waived ||= part.directiveId === body.directiveId))
  of.version += 1
  tell('linkage', { id: of.id, status: 'OPEN' })
}

export function situation() {
  const open = cases.filter(isOpen)
  const rows = grids
    .filter((one) => one.level === 2 || one.level === 3)
    .map(({ code, level }) => {
      const here = open.filter((one) => one.grid?.code.startsWith(code))
      return {
        code,
        level,
        open: here.length,
        overdue: here.filter(isLate).length,
        big: here.filter((one) => one.scale === 'BIG').length,
      }
    })
  const classes = new Map<string, number>()
  for (const one of open) if (one.className) classes.set(one.className, (classes.get(one.className) ?? 0) + 1)
  return {
    asOf: now(),
    today: {
      reported: cases.length,
      closed: cases.length - open.length,
      big: cases.filter((one) => one.scale === 'BIG').length,
      small: cases.filter((one) => one.scale === 'SMALL').length,
    },
    open: open.length,
    overdue: open.filter(isLate).length,
    grids: rows,
    classes: [...classes].map(([name, count]) => ({ name, open: count })).sort((a, b) => b.open - a.open),
    linkages: {
      open: linkages.filter((one) => linkageView(one).status === 'OPEN').length,
      unanswered: tasks.filter((one) => one.status === 'RECEIVED').length,
    },
  }
}

export const decisions = () =>
  cases
    .filter((one) => one.decision)
    .map((one) => ({
      id: `D-${one.id}`,
      caseId: one.id,
      caseNumber: one.number,
      gridCode: one.grid?.code,
      gridName: one.grid?.name,
      matterName: one.matterName,
      scale: one.scale,
      rule: {
        number: one.decision.rule,
        name: one.scale === 'BIG' ? '影响人数多' : '一格能办',
        policyVersion: 1,
      },
      facts: { severity: one.severity, peopleAffected: one.peopleAffected, injury: one.injury },
      sentence: one.decision.sentence,
      at: one.decision.at,
    }))

const rule = (
  number: string,
  name: string,
  condition: string,
  scale: string,
  level: string,
  sentence: string,
  order: number,
) => ({
  number,
  name,
  condition,
  scale,
  level,
  sentence,
  order,
})
export const policies: Thing[] = [
  {
    version: 1,
    status: 'IN_FORCE',
    note: '默认规则',
    createdAt: now(-200),
    inForceAt: now(-199),
    rules: [
      rule('R1', '有人受伤', 'injury', 'BIG', 'STREET', '有人受伤，多家一起处理', 1),
      rule('R2', '特别紧急', 'severity <= 1', 'BIG', 'DISTRICT', '情况特别紧急，由区指挥中心牵头', 2),
      rule(
        'R3',
        '影响人数多',
        'peopleAffected >= 50',
        'BIG',
        'STREET',
        '影响约{peopleAffected}人，由街道牵头',
        3,
      ),
      rule('R7', '一格能办', 'true', 'SMALL', 'GRID', '一个网格能办好，由网格长先处理', 9),
    ],
  },
]
