import raw from './data/grids.json' with { type: 'json' }

type Ring = number[][]
export interface MockGrid {
  code: string
  parentCode: string | null
  level: number
  kind: string
  name: string
  headPost: string | null
  households: number
  longitude: number
  latitude: number
  type: string
  rings: Ring[] | Ring[][]
}

export const grids = raw as unknown as MockGrid[]
const byCode = new Map(grids.map((grid) => [grid.code, grid]))
export const grid = (code: string) => byCode.get(code)

const ancestors = (code: string) =>
  grids
    .filter((one) => one.level > 0 && code !== one.code && code.startsWith(one.code))
    .sort((a, b) => a.level - b.level)

export const pathOf = (code: string) =>
  [...ancestors(code).map((one) => one.name), byCode.get(code)?.name].filter(Boolean).join(' / ')

export function node(of: MockGrid) {
  const { rings: _rings, type: _type, ...rest } = of
  return {
    ...rest,
    path: pathOf(of.code),
    children: grids.filter((one) => one.parentCode === of.code).length,
  }
}

export const card = (of: MockGrid) => ({
  ...node(of),
  ancestors: ancestors(of.code).map(({ code, name, level }) => ({ code, name, level })),
  contactPhone: '0371-26660001',
  supervisionPhone: '0371-26660012',
  levelName: [
    '区',
    '一级网格（街道）',
    '二级网格（社区）',
    '三级网格（小区）',
    '四级网格（楼栋片区）',
    '五级网格（楼栋）',
  ][of.level],
  limits: {
    hectares: 4.2,
    sides: grids
      .filter((one) => one.parentCode === of.parentCode && one.code !== of.code)
      .slice(0, 4)
      .map(({ code, name }, n) => ({ side: ['EAST', 'SOUTH', 'WEST', 'NORTH'][n], grids: [{ code, name }] })),
  },
  head: of.level
    ? {
        kind: of.level === 5 ? 'BUILDING_HEAD' : 'GRID_HEAD',
        title: of.headPost ?? '网格长',
        state: of.code.endsWith('02') ? 'VACANT' : of.code.endsWith('03') ? 'STAND_IN' : 'HELD',
        standInUntil: of.code.endsWith('03') ? '2026-12-20T18:00:00+08:00' : null,
        vacantSince: of.code.endsWith('02') ? '2026-11-19T09:00:00+08:00' : null,
      }
    : null,
  teams: [
    {
      id: 'team-1',
      gridCode: of.code,
      gridName: of.name,
      name: '党员先锋志愿队',
      kind: 'PARTY',
      leaderPost: '小区党支部副书记',
      members: 26,
      dissolvedAt: null,
      version: 0,
    },
  ],
  units: [
    {
      id: 'unit-1',
      gridCode: of.code,
      gridName: of.name,
      unit: 'water',
      unitName: '供水公司',
      task: '每月一次管网巡查',
      since: '2026-03-01',
      until: null,
      leftWhy: null,
    },
  ],
  duties: ['PARTY_WORK', 'OPINIONS', 'SERVICE_BY_PROXY', 'DISPUTES'],
  validFrom: '2026-01-01T00:00:00+08:00',
})

export const geojson = (level: number, within = '') => ({
  type: 'FeatureCollection',
  features: grids
    .filter((one) => one.level === level && one.code.startsWith(within))
    .map(({ code, name, kind, parentCode, type, rings }) => ({
      type: 'Feature',
      id: code,
      properties: { code, name, level, kind, parentCode },
      geometry: { type, coordinates: rings },
    })),
})

function inRing(ring: Ring, x: number, y: number) {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as [number, number]
    const [xj, yj] = ring[j] as [number, number]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

const holds = (of: MockGrid, x: number, y: number) =>
  of.type === 'Polygon'
    ? inRing((of.rings as Ring[])[0]!, x, y)
    : (of.rings as Ring[][]).some((polygon) => inRing(polygon[0]!, x, y))

/** undefined: outside the district. */
export function locate(longitude: number, latitude: number) {
  if (!holds(grids[0]!, longitude, latitude)) return undefined
  const found = grids
    .filter((one) => one.level > 0 && holds(one, longitude, latitude))
    .sort((a, b) => b.level - a.level)
  const leaf = found.find((one) => one.level >= 3)
  const community = found.find((one) => one.level === 2)
  return {
    grid: leaf ? node(leaf) : null,
    community: community ? node(community) : null,
    insideDistrict: true,
  }
}
