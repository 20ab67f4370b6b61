import { readFileSync } from 'node:fs'
import { grid, grids } from './grids.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any

/** Service items as grid-service reads them from its own file. */
export function serviceItems() {
  const file = new URL(
    '../../../../../grid-service/src/main/resources/district/service-items.csv',
    import.meta.url,
  )
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const names = head!.split(',')
  return lines.map((line) => {
    const cells = Object.fromEntries(line.split(',').map((cell, n) => [names[n], cell])) as Record<
      string,
      string
    >
    return {
      code: cells.code,
      name: cells.name,
      tier: cells.tier,
      department: cells.department,
      legalLimitWorkdays: +cells.legal_limit_workdays!,
      promisedLimitWorkdays: +cells.promised_limit_workdays!,
      fee: cells.fee,
      materials: cells
        .materials!.split(';')
        .map((text) => ({ name: text.replace('*', ''), shared: text.endsWith('*') })),
      online: cells.online === 'true',
      proxy: cells.proxy === 'true',
      conditions: cells.conditions,
      steps: cells.steps!.trim().split(';'),
    }
  })
}

const term = (over: Any) => ({
  id: `term-${over.holder}`,
  manner: 'HOLDER',
  mine: false,
  from: '2026-01-05T09:00:00+08:00',
  until: null,
  when: 'NOW',
  note: null,
  recordedAt: '2026-01-05T09:00:00+08:00',
  recordedBy: '温泉社区党组织书记',
  ending: null,
  endReason: null,
  endedBy: null,
  ...over,
})
const kept = new Map<string, Any>()

export function post(code: string): Any {
  const of = grid(code)
  if (!of || !of.level) return null
  if (!kept.has(code)) {
    const vacant = code.endsWith('02')
    const holder = vacant
      ? term({
          holder: `sample-${code}`,
          until: '2026-11-19T09:00:00+08:00',
          when: 'PAST',
          ending: 'VACATED',
          endReason: '调任',
          endedBy: '温泉社区党组织书记',
        })
      : term({ holder: `sample-${code}` })
    kept.set(code, {
      gridCode: code,
      gridName: of.name,
      kind: of.level === 5 ? 'BUILDING_HEAD' : 'GRID_HEAD',
      title: of.headPost ?? '网格长',
      state: vacant ? 'VACANT' : 'HELD',
      holder: vacant ? null : holder,
      standIn: null,
      vacantSince: vacant ? '2026-11-19T09:00:00+08:00' : null,
      alarmDue: null,
      alarmedAt: vacant ? '2026-11-22T09:00:00+08:00' : null,
      openCases: 2,
      terms: [holder],
      allowed: vacant ? ['appoint', 'stand-in'] : ['hand-over', 'stand-in', 'vacate'],
      version: 1,
    })
  }
  return kept.get(code)
}

export function command(code: string, verb: string, body: Any) {
  const now = post(code)
  now.version += 1
  if (verb === 'appoint' || verb === 'hand-over') {
    const next = term({ holder: body.holder ?? body.to, from: new Date().toISOString() })
    if (now.holder) Object.assign(now.holder, { until: next.from, when: 'PAST', ending: 'HANDED_OVER' })
    Object.assign(now, { state: 'HELD', holder: next, vacantSince: null, alarmedAt: null })
    now.terms.unshift(next)
    now.allowed = ['hand-over', 'stand-in', 'vacate']
  }
  return now
}

export const vacancies = () =>
  grids
    .filter((one) => one.level === 3 && one.code.endsWith('02'))
    .map((one, n) => ({
      gridCode: one.code,
      gridName: one.name,
      path: `城东街道 / ${one.name}`,
      kind: 'GRID_HEAD',
      title: one.headPost,
      state: n === 1 ? 'STAND_IN' : 'VACANT',
      unheldSince: '2026-11-19T09:00:00+08:00',
      standInUntil: n === 1 ? '2026-12-20T18:00:00+08:00' : null,
      alarmDue: n > 1 ? '2026-11-26T09:00:00+08:00' : null,
      alarmedAt: n === 0 ? '2026-11-22T09:00:00+08:00' : null,
    }))
