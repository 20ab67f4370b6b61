import { screen, waitFor, within } from '@testing-library/vue'
import { expect, test, vi } from 'vitest'
import { aCase, matters, signedIn, units } from '@/pages/desk/fixtures'
import { setElderMode } from '@/domain/elderMode'
import { setLocale } from '@/i18n'
import { fakeServer, problem } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'
import { aTable, rate } from './fixtures'

const open = (answers: object = {}) =>
  fakeServer({
    'GET /api/me': signedIn('community'),
    'GET /api/units': units,
    'GET /api/matters': matters,
    'GET /api/grids': { items: [], next: null },
    'GET /api/cases/figures': aTable(),
    ...answers,
  })
const figures = () => screen.findByRole('region', { name: '结案率，按网格' })

test('each row has its rate with number and denominator, and axe finds nothing', async () => {
  open()
  await openPage('/figures')
  const row = within(await figures()).getByRole('row', { name: /温泉小区1/ })
  expect(within(row).getByText('66.7%')).toBeVisible()
  expect(within(row).getByRole('link', { name: '温泉小区1：看计入的2件' })).toHaveTextContent('2')
  expect(await axeFindings()).toEqual([])
})

test('nothing to count is said in words and never as 0 %', async () => {
  open()
  await openPage('/figures')
  const row = within(await figures()).getByRole('row', { name: /温泉小区2/ })
  expect(within(row).getByText('没有可算的案件')).toBeVisible()
  expect(within(row).queryByText(/%/)).toBeNull()
})

test('a number opens the cases behind it, with the row and the dates of the table', async () => {
  const server = open({
    'GET /api/cases/figures/closure/cases': {
      items: [
        {
          ...aCase(),
          at: '2026-11-10T10:00:00+08:00',
          countedUnit: 'water',
          countedUnitName: '供水公司',
          hours: null,
          opens: true,
        },
      ],
      next: null,
    },
  })
  const { user, router } = await openPage('/figures')
  await user.click(within(await figures()).getByRole('link', { name: '温泉小区1：看没计入的1件' }))

  expect(await screen.findByRole('link', { name: /261122-00017/ })).toHaveAttribute('href', '/desk/cases/c1')
  const asked = server.sent('GET /api/cases/figures/closure/cases').at(-1)!.query
  expect(Object.fromEntries(asked)).toMatchObject({
    part: 'missing',
    key: '410212001001001',
    by: 'grid',
    from: '2026-11-01',
    to: '2026-11-24',
  })
  expect(router.currentRoute.value.path).toBe('/figures/closure/cases')
  expect(await axeFindings()).toEqual([])
})

test('another figure is looked at by the address, times as well', async () => {
  open()
  const { user, router } = await openPage('/figures')
  await user.click(await screen.findByRole('button', { name: /处置时长/ }))

  const table = await screen.findByRole('region', { name: '处置时长，按网格' })
  expect(within(table).getAllByText('30 小时')[0]).toBeVisible()
  expect(within(table).getAllByText('2.5 天')[0]).toBeVisible()
  expect(router.currentRoute.value.query).toEqual({ figure: 'handlingHours' })
})

test('an aim is a colour and a word', async () => {
  open()
  await openPage('/figures?figure=communityClosure')
  const table = await screen.findByRole('region', { name: '社区办结率，按网格' })
  expect(within(table).getAllByText('▽ 未到目标')[0]).toBeVisible()
})

test('rows, period and area stand in the address and are asked for', async () => {
  const server = open()
  const { user, router } = await openPage('/figures?grid=410212001001001')
  await user.selectOptions(await screen.findByRole('combobox', { name: '分组' }), '按单位')

  await waitFor(() =>
    expect(router.currentRoute.value.query).toEqual({ grid: '410212001001001', by: 'unit' }),
  )
  await vi.waitFor(() =>
    expect(Object.fromEntries(server.sent('GET /api/cases/figures').at(-1)!.query)).toEqual({
      by: 'unit',
      gridCode: '410212001001001',
    }),
  )
})

test('a preset of the period is one press', async () => {
  open()
  const { user, router } = await openPage('/figures')
  await user.click(await screen.findByRole('button', { name: '上月' }))

  await waitFor(() => expect(router.currentRoute.value.query.to).toMatch(/^\d{4}-\d\d-(28|29|30|31)$/))
})

test('a period without cases says what to do', async () => {
  const empty = { key: '', name: '合计', figures: { closure: rate(0, 0) } }
  open({ 'GET /api/cases/figures': aTable({ rows: [], total: empty }) })
  await openPage('/figures')
  expect(await screen.findByText(/换一段时间或放大范围再看/)).toBeVisible()
})

test('a bad filter is said in words', async () => {
  open({
    'GET /api/cases/figures': problem(400, 'validation', {
      errors: [{ field: 'from', message: 'is a date such as 2026-11-30' }],
    }),
  })
  await openPage('/figures?from=gestern')
  expect(await screen.findByRole('alert')).toHaveTextContent('from: is a date such as 2026-11-30')
})

test('what a unit has given back is named but not opened', async () => {
  open({
    'GET /api/me': signedIn('unit'),
    'GET /api/cases/figures/returned/cases': {
      items: [
        {
          ...aCase(),
          at: '2026-11-10T10:00:00+08:00',
          countedUnit: 'water',
          countedUnitName: '供水公司',
          hours: null,
          opens: false,
        },
      ],
      next: null,
    },
  })
  await openPage('/figures/returned/cases?part=numerator')
  expect(await screen.findByText('已退回，不再由您单位办')).toBeVisible()
  expect(screen.queryByRole('link', { name: /261122-00017/ })).toBeNull()
})

test('a post without figures is told so', async () => {
  open({ 'GET /api/me': signedIn('party') })
  await openPage('/figures')
  expect(await screen.findByRole('heading', { name: '您的岗位不看指标' })).toBeVisible()
})

test('English and large type show the same', async () => {
  setLocale('en')
  setElderMode(true)
  open()
  await openPage('/figures')
  expect(await screen.findByRole('region', { name: 'Closure rate, By grid' })).toBeVisible()
  expect(await axeFindings()).toEqual([])
})
