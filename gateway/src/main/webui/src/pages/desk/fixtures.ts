import type { CaseView } from '@/api/cases'
import type { Role } from '@/api/me'
import type { Task } from '@/api/tasks'

/** Made-up cases and posts for the tests of desk and centre. */
const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()

export const signedIn = (...roles: Role[]) => ({
  signedIn: true,
  name: null,
  username: roles[0],
  roles,
  gridScope: ['410212001'],
  unit: roles[0],
  post: '值班岗',
})

export function aCase(over: Partial<CaseView> = {}): CaseView {
  return {
    id: 'c1',
    number: '261122-00017',
    version: 3,
    status: 'FILED',
    statusName: '已立案',
    matterCode: '0402',
    matterName: '供水管道爆裂',
    className: '突发事件',
    platform: 'GOVERNANCE',
    severity: 2,
    limitProfile: 'URGENT',
    text: '水管爆了，半条街都没水',
    channel: 'PORTAL',
    peopleAffected: 300,
    injury: false,
    grid: { code: '410212001001001', name: '温泉小区1', path: '城东街道 / 温泉社区 / 温泉小区1' },
    point: null,
    address: '温泉小区1门口',
    scale: 'BIG',
    decision: { rule: 'R3', sentence: '影响约300人，由街道牵头。', at: hours(-1) },
    linkageId: 'l1',
    level: 'STREET',
    owner: { unit: 'community', unitName: '社区', gridCode: '410212001001001', post: null, phone: null },
    leadUnit: null,
    coUnits: [],
    reportedAt: hours(-2),
    filedAt: hours(-1),
    contactBy: null,
    contactedAt: null,
    dispatchedAt: null,
    arrivedAt: null,
    acceptBy: null,
    dueAt: hours(3),
    verifyBy: null,
    closedAt: null,
    overdue: false,
    supervision: 0,
    promises: [],
    urgedByReporter: 0,
    complainedOf: null,
    duplicates: [],
    badRatings: 0,
    reviewSince: null,
    callsLeft: 3,
    handler: null,
    feedback: null,
    rating: null,
    photos: [],
    reporter: { name: '张*', phone: '138****5678', confidential: false, present: true },
    history: [
      {
        seq: 1,
        at: hours(-2),
        from: null,
        to: 'REPORTED',
        command: 'report',
        actor: '居民',
        role: 'resident',
        reason: null,
        note: null,
      },
    ],
    allowed: ['dispatch', 'self-handle', 'unmask'],
    ...over,
  }
}

export function aTask(over: Partial<Task> = {}): Task {
  return {
    id: 't1',
    linkageId: 'l1',
    caseId: 'c1',
    caseNumber: '261122-00017',
    service: 'property',
    kind: 'WORK_ORDER',
    matterCode: '0402',
    matterName: '供水管道爆裂',
    severity: 2,
    gridCode: '410212001001001',
    gridName: '温泉小区1',
    point: null,
    instruction: '请关闭小区总阀并疏导居民。',
    sentence: '影响约300人，由街道牵头。',
    status: 'RECEIVED',
    respondBy: hours(0.5),
    dueAt: hours(3),
    urge: 0,
    receivedAt: hours(-0.1),
    acceptedAt: null,
    declinedAt: null,
    completedAt: null,
    reason: null,
    note: null,
    history: [{ at: hours(-0.1), status: 'RECEIVED', actor: 'system', note: null }],
    detail: {
      compound: null,
      company: { name: '示例物业', phone: '0371-26661100' },
      office: { name: '街道物业办', phone: null },
      workOrder: { number: 'WO-1', respondWithinMinutes: 30, title: '供水管道爆裂' },
    },
    allowed: ['accept', 'decline'],
    version: 0,
    ...over,
  }
}

export const units = {
  items: [
    { code: 'water', name: '供水公司', kind: 'UTILITY' },
    { code: 'community', name: '社区', kind: 'COMMUNITY' },
    { code: 'police', name: '公安派出所', kind: 'DEPARTMENT' },
  ],
}
export const matters = {
  items: [
    {
      code: '0402',
      className: '突发事件',
      name: '供水管道爆裂',
      platform: 'GOVERNANCE',
      severity: 2,
      limitProfile: 'URGENT',
      gridHandles: false,
      needsEnforcement: false,
      leadUnit: 'water',
      leadUnitName: '供水公司',
      coUnits: ['community'],
      services: [],
    },
  ],
}
export const noGrids = { items: [], next: null }
export const noShapes = { type: 'FeatureCollection', features: [] }
