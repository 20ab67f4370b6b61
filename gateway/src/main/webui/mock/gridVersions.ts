import { geojson, grids } from './grids.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any

const versions: Any[] = [
  {
    number: 1,
    importedAt: '2026-11-01T08:00:00+08:00',
    importedBy: 'start',
    source: 'bundled sample',
    grids: grids.length - 1,
    effectiveFrom: '2026-11-01T08:00:00+08:00',
    note: null,
    checks: [],
  },
]
const changes: Any[] = []

export const listVersions = () => ({ items: versions, next: null })
export const listChanges = () => ({ items: changes, next: null })

/** A try shows one gap and one overlap when the set has more than one step; one step passes. */
export function change(body: Any, dryRun: boolean) {
  const steps: Any[] = body?.operations ?? []
  const shape = (code: string) => geojson(3, code).features[0]?.geometry
  const bad = steps.length > 1
  if (dryRun) {
    const feature = (kind: string, code: string, reason: string) => ({
      type: 'Feature',
      properties: { kind, code, with: [], reason, squareMetres: 5200 },
      geometry: shape(code),
    })
    return {
      dryRun: true,
      passed: !bad,
      baseVersion: versions[0].number,
      effectiveFrom: body.effectiveFrom ?? new Date().toISOString(),
      grids: grids.length - 1,
      badRows: bad
        ? [
            {
              file: 'operations',
              line: 2,
              code: '410212001001001',
              field: null,
              reason: 'overlaps 410212001001002 温泉小区2',
              with: ['410212001001002'],
            },
          ]
        : [],
      checks: [],
      flaws: {
        type: 'FeatureCollection',
        features: bad
          ? [
              feature('OVERLAP', '410212001001001', 'overlaps 410212001001002 温泉小区2'),
              feature('GAP', '410212001001002', 'has land that belongs to none of its grids any more'),
            ]
          : [],
      },
      after: { type: 'FeatureCollection', features: [] },
      difference: {
        added: [],
        retired: [],
        changed: steps
          .filter((step) => step.type === 'rename')
          .map((step) => ({ code: step.code, name: step.name, level: 3, related: [], what: ['NAME'] })),
      },
    }
  }
  const later = !!body.effectiveFrom
  if (!later) {
    versions.unshift({
      ...versions[0],
      number: versions[0].number + 1,
      source: 'change set',
      importedBy: '区指挥中心值班长',
      note: body.note,
      effectiveFrom: new Date().toISOString(),
    })
  }
  const made = {
    id: `change-${changes.length + 1}`,
    kind: 'OPERATIONS',
    state: later ? 'SCHEDULED' : 'IN_FORCE',
    note: body.note,
    askedAt: new Date().toISOString(),
    askedBy: '区指挥中心值班长',
    effectiveFrom: body.effectiveFrom ?? new Date().toISOString(),
    gridVersion: later ? null : versions[0].number,
    problems: null,
    difference: null,
    allowed: later ? ['withdraw'] : [],
  }
  changes.unshift(made)
  return made
}
