import type { GridCard, GridNode, GridShapes } from '@/api/grids'
import type { Receipt, Tracked } from '@/api/cases'

/** A very small district in the shapes of docs/api.md. */
export const gridNode = (over: Partial<GridNode> = {}): GridNode => ({
  code: '410212001001003',
  parentCode: '410212001001',
  level: 3,
  kind: 'BASE',
  name: '温泉小区3',
  path: '城东街道 / 温泉社区 / 温泉小区3',
  headPost: '第3网格长',
  households: 320,
  longitude: 114.4386,
  latitude: 34.768,
  children: 0,
  ...over,
})

export const community = gridNode({
  code: '410212001001',
  parentCode: '410212001',
  level: 2,
  name: '温泉社区',
  path: '城东街道 / 温泉社区',
  headPost: '社区党组织书记',
  households: 0,
  children: 1,
})

export const card = (over: Partial<GridCard> = {}): GridCard => ({
  ...gridNode(),
  ancestors: [
    { code: '410212001', name: '城东街道', level: 1 },
    { code: '410212001001', name: '温泉社区', level: 2 },
  ],
  contactPhone: '0371-26660001',
  supervisionPhone: '0371-26660012',
  levelName: '三级网格（小区）',
  limits: {
    hectares: 4.2,
    sides: [{ side: 'EAST', grids: [{ code: '410212001001004', name: '温泉小区4' }] }],
  },
  head: { kind: 'GRID_HEAD', title: '第3网格长', state: 'HELD', standInUntil: null, vacantSince: null },
  teams: [],
  units: [],
  duties: ['PARTY_WORK', 'OPINIONS', 'SERVICE_BY_PROXY', 'DISPUTES'],
  validFrom: '2026-01-01T00:00:00+08:00',
  ...over,
})

export const shapes: GridShapes = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: '410212001001',
      properties: { code: '410212001001', name: '温泉社区', level: 2, kind: 'BASE', parentCode: '410212001' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [114.43, 34.76],
            [114.45, 34.76],
            [114.45, 34.78],
            [114.43, 34.78],
            [114.43, 34.76],
          ],
        ],
      },
    },
  ],
}

export const list = <T>(...items: T[]) => ({ items, next: null })
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

export const receipt: Receipt = {
  id: '7d7f5b9e',
  number: '261122-00017',
  status: 'DISPATCHED',
  matterCode: '0402',
  matterName: '供水管道爆裂',
  grid: { code: '410212001001003', name: '温泉小区3', path: '城东街道 / 温泉社区 / 温泉小区3' },
  owner: { unit: 'water', unitName: '供水公司', gridCode: null, post: null, phone: '0371-26660021' },
  dueAt: inHours(5),
  trackingToken: 'a1b2c3',
  promise: '已派给供水公司，尽快答复',
}

export const tracked = (over: Partial<Tracked> = {}): Tracked => ({
  number: '261122-00017',
  status: 'CLOSED',
  statusName: '已结案',
  statusText: '核查通过，已结案，请您评价',
  matterName: '供水管道爆裂',
  grid: { name: '温泉小区3', path: '城东街道 / 温泉社区 / 温泉小区3' },
  owner: { unitName: '供水公司', post: null, phone: '0371-26660021' },
  dueAt: inHours(5),
  promises: [],
  reportedAt: inHours(-6),
  closedAt: inHours(-1),
  urgedByReporter: 0,
  urgedAt: null,
  contactedAt: null,
  decision: { rule: 'R3', sentence: '影响约300人，由街道牵头。', at: inHours(-6) },
  feedback: { text: '已关阀抢修，恢复供水。', noPhotoReason: null, at: inHours(-2), by: '供水公司' },
  photos: [{ id: 'p1', kind: 'RESULT', url: '/api/photos/p1' }],
  history: [
    { at: inHours(-6), status: 'REPORTED', text: '已收到' },
    { at: inHours(-1), status: 'CLOSED', text: '核查通过，已结案' },
  ],
  unmasked: [{ at: inHours(-4), by: '供水公司', reason: '需要联系开门' }],
  rating: null,
  allowed: ['rate', 'reopen'],
  text: '水管爆了，半条街都没水',
  ...over,
})
