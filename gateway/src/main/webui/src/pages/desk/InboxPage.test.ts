import { screen, within } from '@testing-library/vue'
import { expect, test, vi } from 'vitest'
import { fakeServer, problem } from '@/testing/fakeServer'
import { fakeStream } from '@/testing/fakeStream'
import { axeFindings, openPage } from '@/testing/openPage'
import { aCase, signedIn } from './fixtures'

const counts = { open: 2, overdue: 1, dueToday: 1, toAccept: 0, toVerify: 1, returned: 0, unfiled: 0 }
const two = {
  items: [
    aCase(),
    aCase({ id: 'c2', number: '261122-00018', matterName: '路灯不亮', status: 'VERIFYING', scale: 'SMALL' }),
  ],
  next: null,
}
const open = (answers: object = {}) =>
  fakeServer({
    'GET /api/me': signedIn('community'),
    'GET /api/cases/counts': counts,
    'GET /api/cases': two,
    ...answers,
  })

test('what is due in my scope stands in a list that axe finds nothing against', async () => {
  open()
  fakeStream()
  await openPage('/desk')
  const list = await screen.findByRole('list', { name: '事项' })
  expect(within(list).getAllByRole('link')).toHaveLength(2)
  expect(within(list).getByText('待核查')).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('a count is a filter, and the filter stands in the address', async () => {
  const server = open()
  fakeStream()
  const { user, router } = await openPage('/desk')
  await user.click(await screen.findByRole('button', { name: /待核查/ }))

  await vi.waitFor(() => expect(router.currentRoute.value.query).toEqual({ filter: 'toVerify' }))
  await vi.waitFor(() => expect(server.sent('GET /api/cases').at(-1)!.query.get('status')).toBe('VERIFYING'))
  expect(screen.getByRole('button', { name: /待核查/ })).toHaveAttribute('aria-pressed', 'true')
})

test('a link with filters shows the same list again', async () => {
  const server = open()
  fakeStream()
  await openPage('/desk?filter=overdue&q=%E6%B0%B4')
  await screen.findByRole('list', { name: '事项' })
  const asked = server.sent('GET /api/cases').at(-1)!.query
  expect([asked.get('overdue'), asked.get('query')]).toEqual(['true', '水'])
  expect(screen.getByRole('searchbox')).toHaveValue('水')
})

test('j and Enter open the next matter, a digit filters, a slash searches', async () => {
  open()
  fakeStream()
  const { user, router } = await openPage('/desk')
  await screen.findByRole('list', { name: '事项' })
  await user.keyboard('jj')
  expect(document.activeElement).toHaveTextContent('路灯不亮')
  await user.keyboard('1')
  await vi.waitFor(() => expect(router.currentRoute.value.query).toEqual({ filter: 'overdue' }))
  await user.keyboard('/')
  expect(screen.getByRole('searchbox')).toHaveFocus()
})

test('a new matter is marked and nothing leaves its place', async () => {
  const fresh = aCase({ id: 'c3', number: '261122-00019', matterName: '燃气泄漏' })
  open({ 'GET /api/cases': [two, { items: [fresh, two.items[1]], next: null }] })
  const stream = fakeStream()
  await openPage('/desk')
  await screen.findByRole('list', { name: '事项' })
  await screen.findByText('实时')
  stream.say('case', { id: 'c3', status: 'FILED' })

  const row = (await screen.findByRole('link', { name: /燃气泄漏/ })).closest('li')!
  expect(within(row).getByText('新')).toBeVisible()
  const left = screen.getByRole('link', { name: /供水管道爆裂/ }).closest('li')!
  expect(within(left).getByText('已转出')).toBeVisible()
})

test('a lost line is said with its time', async () => {
  open({ 'GET /api/brain/stream': problem(503, 'unavailable') })
  await openPage('/desk')
  expect(await screen.findByText(/^\d\d:\d\d 起连接中断/, {}, { timeout: 6_000 })).toBeVisible()
})

test('who is not signed in sees one clear door', async () => {
  fakeServer({})
  await openPage('/desk?filter=overdue')
  const door = await screen.findByRole('link', { name: '登录工作台' })
  expect(door).toHaveAttribute('href', '/login?to=%2Fdesk%3Ffilter%3Doverdue')
  expect(await axeFindings()).toEqual([])
})

test('an empty inbox says what comes next', async () => {
  open({ 'GET /api/cases': { items: [], next: null } })
  fakeStream()
  await openPage('/desk')
  expect(await screen.findByText(/没有等您办的事/)).toBeVisible()
})

test('a party secretary without cases starts with the party tasks', async () => {
  open({ 'GET /api/me': signedIn('party'), 'GET /api/party/tasks': { items: [], next: null } })
  fakeStream()
  const { router } = await openPage('/desk')
  await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/desk/tasks/party'))
})

test('supervision and urging stand in the row as shape and word', async () => {
  open({
    'GET /api/cases': { items: [aCase({ supervision: 3, urgedByReporter: 2 })], next: null },
  })
  fakeStream()
  await openPage('/desk')
  const row = (await screen.findByRole('link', { name: /供水管道爆裂/ })).closest('li')!
  expect(within(row).getByText('▲ 挂牌督办')).toBeVisible()
  expect(within(row).getByText('↻ 群众催办×2')).toBeVisible()
})

test('the list is filtered by supervision, and the filter stands in the address', async () => {
  const server = open()
  fakeStream()
  const { user, router } = await openPage('/desk')
  await user.selectOptions(await screen.findByRole('combobox', { name: '督办' }), '二级督办')

  await vi.waitFor(() => expect(router.currentRoute.value.query).toEqual({ supervision: '2' }))
  await vi.waitFor(() => expect(server.sent('GET /api/cases').at(-1)!.query.get('supervision')).toBe('2'))
})
