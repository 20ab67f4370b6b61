import { screen, within } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { signedIn } from '@/pages/desk/fixtures'
import { shapes } from '@/testing/district'
import { fakeServer } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'

const version = {
  number: 1,
  importedAt: '2026-11-01T08:00:00+08:00',
  importedBy: 'start',
  source: 'bundled sample',
  grids: 1250,
  effectiveFrom: '2026-11-01T08:00:00+08:00',
  note: null,
}
const change = {
  id: 'x1',
  kind: 'OPERATIONS',
  state: 'SCHEDULED',
  note: '区划调整',
  askedAt: '2026-11-20T08:00:00+08:00',
  askedBy: '区指挥中心值班长',
  effectiveFrom: '2026-12-01T00:00:00+08:00',
  gridVersion: null,
  problems: null,
  difference: null,
  allowed: ['withdraw'],
}
const none = { type: 'FeatureCollection', features: [] }
const report = (over: object = {}) => ({
  dryRun: true,
  passed: true,
  baseVersion: 1,
  effectiveFrom: '2026-11-22T08:00:00+08:00',
  grids: 1250,
  badRows: [],
  checks: [],
  flaws: none,
  after: none,
  difference: { added: [], retired: [], changed: [] },
  ...over,
})

function open(answers: object = {}, ...roles: Parameters<typeof signedIn>) {
  return fakeServer({
    'GET /api/me': signedIn(...(roles.length ? roles : (['centre'] as const))),
    'GET /api/grids/geojson': shapes,
    'GET /api/grids/imports': { items: [version], next: null },
    'GET /api/grids/changes': { items: [change], next: null },
    ...answers,
  })
}

test('versions and changes are readable, and axe finds nothing', async () => {
  open()
  await openPage('/grids')
  expect(await screen.findByRole('rowheader', { name: /第 1 版/ })).toBeVisible()
  expect(screen.getByText('待生效')).toBeVisible()
  expect(screen.getByRole('link', { name: '导出 CSV' })).toHaveAttribute('href', '/api/grids/export.csv')
  expect(await axeFindings()).toEqual([])
})

test('a renaming is tried first and then published', async () => {
  const server = open({
    'POST /api/grids/changes': [
      report({
        difference: {
          added: [],
          retired: [],
          changed: [
            { code: '410212001001', name: '温泉北社区', level: 2, kind: 'BASE', related: [], what: ['NAME'] },
          ],
        },
      }),
      { ...change, state: 'IN_FORCE', gridVersion: 2, allowed: [] },
    ],
  })
  const { user } = await openPage('/grids')
  await user.type(await screen.findByLabelText('网格编码（可在地图上点）'), '410212001001')
  await user.type(screen.getByLabelText('新名称'), '温泉北社区')
  await user.click(screen.getByRole('button', { name: '加入这一批' }))
  expect(screen.getByRole('button', { name: '发布新版本' })).toBeDisabled()
  await user.click(screen.getByRole('button', { name: '先试算' }))
  expect(await screen.findByText(/试算通过/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: '发布新版本' }))
  expect(await screen.findByText('已发布第 2 版。')).toBeVisible()
  const sent = server.sent('POST /api/grids/changes')
  expect(sent.map((one) => one.query.get('dryRun'))).toEqual(['true', null])
  expect(sent[1]!.body).toMatchObject({
    operations: [{ type: 'rename', code: '410212001001', name: '温泉北社区' }],
  })
})

test('a new compound joins the set under its community, without an area', async () => {
  const server = open({ 'POST /api/grids/changes': report() })
  const { user } = await openPage('/grids')
  await user.selectOptions(await screen.findByLabelText('怎么调整'), '新设')
  await user.type(screen.getByLabelText('上级编码（可在地图上点）'), '410212001003')
  await user.type(screen.getByLabelText('新名称'), '大集')
  await user.selectOptions(screen.getByLabelText('哪一类'), '专属网格')
  await user.click(screen.getByRole('button', { name: '加入这一批' }))
  await user.click(screen.getByRole('button', { name: '先试算' }))
  await screen.findByText(/试算通过/)
  expect(server.sent('POST /api/grids/changes')[0]!.body).toMatchObject({
    operations: [{ type: 'create', parent: '410212001003', grid: { name: '大集', kind: 'DEDICATED' } }],
  })
})

test('bad rows of an upload are named with line and reason', async () => {
  open({
    'POST /api/grids/imports': report({
      passed: false,
      badRows: [
        { file: 'grids.csv', line: 17, code: '41021x', field: 'code', reason: 'is empty', with: [] },
        {
          file: 'grids.csv',
          line: 18,
          code: '410212001001901',
          field: null,
          reason: 'overlaps 410212001001001 温泉小区1',
          with: [],
        },
      ],
    }),
  })
  const { user } = await openPage('/grids')
  await user.click(await screen.findByLabelText('上传文件'))
  await user.upload(screen.getByLabelText('CSV 和 GeoJSON 文件'), new File(['code'], 'grids.csv'))
  await user.click(screen.getByRole('button', { name: '先试算' }))
  const table = within(await screen.findByRole('region', { name: '有问题的行' }))
  expect(table.getByRole('row', { name: /grids.csv 17 41021x code 没有填/ })).toBeVisible()
  expect(table.getByText('与 410212001001001 温泉小区1 重叠')).toBeVisible()
  expect(screen.getByRole('button', { name: '发布新版本' })).toBeDisabled()
  expect(await axeFindings()).toEqual([])
})

test('a community reads and changes nothing', async () => {
  open({}, 'community')
  await openPage('/grids')
  expect(await screen.findByRole('heading', { name: '所有版本' })).toBeVisible()
  expect(screen.queryByRole('heading', { name: '下一个版本' })).toBeNull()
})
