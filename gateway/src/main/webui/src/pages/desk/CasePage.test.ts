import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { fakeServer, problem } from '@/testing/fakeServer'
import { fakeStream } from '@/testing/fakeStream'
import { axeFindings, openPage } from '@/testing/openPage'
import { aCase, matters, noGrids, noShapes, signedIn, units } from './fixtures'
import { forgetCatalogue } from './useCatalogue'

beforeEach(forgetCatalogue)
function open(answers: object = {}) {
  const server = fakeServer({
    'GET /api/me': signedIn('community'),
    'GET /api/cases/c1': aCase(),
    'GET /api/units': units,
    'GET /api/matters': matters,
    'GET /api/grids': noGrids,
    'GET /api/grids/geojson': noShapes,
    ...answers,
  })
  fakeStream()
  return server
}
const verbs = () =>
  within(screen.getByRole('region', { name: '下一步' }))
    .getAllByRole('button')
    .map((button) => button.textContent!.replace(/\d/g, '').trim())

test('one case is whole on one page, and axe finds nothing', async () => {
  open()
  await openPage('/desk/cases/c1')
  expect(await screen.findByRole('heading', { level: 1, name: '供水管道爆裂' })).toBeVisible()
  expect(screen.getByText('影响约300人，由街道牵头。')).toBeVisible()
  expect(screen.getByText('138****5678')).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('who else reported the same is read with their words', async () => {
  const joined = {
    id: 'c2',
    number: '261122-00018',
    status: 'MERGED' as const,
    reportedAt: '2026-11-22T10:00:00+08:00',
  }
  open({ 'GET /api/cases/c1': aCase({ duplicates: [{ ...joined, text: '三号楼后面也在冒水' }] }) })
  await openPage('/desk/cases/c1')
  const others = await screen.findByRole('region', { name: '也反映了这件事 1人' })
  expect(within(others).getByText('261122-00018')).toBeVisible()
  expect(within(others).getByText('三号楼后面也在冒水')).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('only the moves that the server allows are shown', async () => {
  open({ 'GET /api/cases/c1': aCase({ allowed: ['verify', 'cancel'], status: 'VERIFYING' }) })
  await openPage('/desk/cases/c1')
  await screen.findByRole('heading', { level: 1 })
  expect(verbs()).toEqual(['核查', '撤销'])
})

test('a case with nothing to do says who has it', async () => {
  open({ 'GET /api/cases/c1': aCase({ allowed: [] }) })
  await openPage('/desk/cases/c1')
  expect(await screen.findByText('这件事现在由社区办。')).toBeVisible()
})

test('dispatch proposes what the catalogue says and sends what the person saw', async () => {
  const server = open({
    'POST /api/cases/c1/dispatch': aCase({ status: 'DISPATCHED', version: 4, allowed: [] }),
  })
  const { user } = await openPage('/desk/cases/c1')
  await screen.findByRole('heading', { level: 1 })
  await user.keyboard('2')
  await waitFor(() => expect(screen.getByLabelText('主办单位')).toHaveValue('water'))
  await user.type(screen.getByLabelText(/说明/), '请先关阀')
  await user.click(screen.getByRole('button', { name: '确认派遣' }))

  expect(await screen.findByText('已派遣', { selector: '[role=status]' })).toBeVisible()
  const [sent] = server.sent('POST /api/cases/c1/dispatch')
  expect(sent!.body).toEqual({ unit: 'water', coUnits: ['community'], note: '请先关阀' })
  expect(sent!.headers.get('If-Match')).toBe('"3"')
  expect(sent!.headers.get('Idempotency-Key')).toBeTruthy()
})

test('a stale version shows the fresh state and keeps what was typed', async () => {
  open({
    'GET /api/cases/c1': [
      aCase({ status: 'IN_PROGRESS', allowed: ['feedback'] }),
      aCase({ status: 'IN_PROGRESS', version: 4, allowed: ['feedback'], text: '水管爆了，又有一处' }),
    ],
    'POST /api/cases/c1/feedback': problem(412, 'stale-version'),
  })
  const { user } = await openPage('/desk/cases/c1')
  await user.click(await screen.findByRole('button', { name: /反馈结果/ }))
  await user.type(screen.getByLabelText('办理结果'), '已经修好通水')
  await user.type(screen.getByLabelText('没有照片的原因'), '管线在地下')
  await user.click(screen.getByRole('button', { name: '确认反馈结果' }))

  expect(await screen.findByText(/刚才被别人改过/)).toBeVisible()
  expect(screen.getByText('水管爆了，又有一处')).toBeVisible()
  expect(screen.getByLabelText('办理结果')).toHaveValue('已经修好通水')
})

test('the fresh state that comes with a refusal is shown without another read', async () => {
  const server = open({
    'GET /api/cases/c1': aCase({ status: 'IN_PROGRESS', allowed: ['feedback'] }),
    'POST /api/cases/c1/feedback': problem(412, 'stale-version', {
      current: aCase({
        status: 'IN_PROGRESS',
        version: 4,
        allowed: ['feedback'],
        text: '水管爆了，又有一处',
      }),
    }),
  })
  const { user } = await openPage('/desk/cases/c1')
  await user.click(await screen.findByRole('button', { name: /反馈结果/ }))
  await user.type(screen.getByLabelText('办理结果'), '已经修好通水')
  await user.type(screen.getByLabelText('没有照片的原因'), '管线在地下')
  const reads = server.sent('GET /api/cases/c1').length
  await user.click(screen.getByRole('button', { name: '确认反馈结果' }))

  expect(await screen.findByText('水管爆了，又有一处')).toBeVisible()
  expect(screen.getByLabelText('办理结果')).toHaveValue('已经修好通水')
  expect(server.sent('GET /api/cases/c1').length).toBe(reads)
})

test('a move that is no longer possible keeps the text and cannot be sent', async () => {
  open({
    'GET /api/cases/c1': [
      aCase({ status: 'DISPATCHED', allowed: ['return'] }),
      aCase({ status: 'ACCEPTED', version: 4, allowed: ['start'] }),
    ],
    'POST /api/cases/c1/return': problem(409, 'illegal-transition'),
  })
  const { user } = await openPage('/desk/cases/c1')
  await user.click(await screen.findByRole('button', { name: /退回/ }))
  await user.type(screen.getByLabelText('理由'), '不归我们管')
  await user.click(screen.getByRole('button', { name: '确认退回' }))

  expect(await screen.findByText(/不能再退回了/)).toBeVisible()
  expect(screen.getByLabelText('理由')).toHaveValue('不归我们管')
  expect(screen.getByRole('button', { name: '确认退回' })).toBeDisabled()
})

test('feedback asks for a photo or the reason for none', async () => {
  const server = open({ 'GET /api/cases/c1': aCase({ status: 'IN_PROGRESS', allowed: ['feedback'] }) })
  const { user } = await openPage('/desk/cases/c1')
  await user.click(await screen.findByRole('button', { name: /反馈结果/ }))
  await user.type(screen.getByLabelText('办理结果'), '已经修好')
  await user.click(screen.getByRole('button', { name: '确认反馈结果' }))
  expect(await screen.findByText('请附照片，或写明没有照片的原因')).toBeVisible()
  expect(server.sent('POST /api/cases/c1/feedback')).toEqual([])
})

test('unsent text is asked about on leaving and is there on coming back', async () => {
  open()
  const { user, router } = await openPage('/desk/cases/c1')
  await user.click(await screen.findByRole('button', { name: /派遣/ }))
  await user.type(await screen.findByLabelText(/说明/), '先关阀')
  void router.push('/desk')
  await user.click(await screen.findByRole('button', { name: '继续写' }))
  expect(router.currentRoute.value.path).toBe('/desk/cases/c1')
  expect(localStorage.getItem('onegrid.draft.c1.dispatch')).toContain('先关阀')
})

test('Escape closes a move, keeps its text and gives the keyboard back', async () => {
  open()
  const { user } = await openPage('/desk/cases/c1')
  const dispatch = await screen.findByRole('button', { name: /派遣/ })
  await user.click(dispatch)
  await user.type(await screen.findByLabelText(/说明/), '先关阀')
  await user.keyboard('{Escape}')

  expect(screen.queryByRole('button', { name: '确认派遣' })).toBeNull()
  expect(dispatch).toHaveFocus()
  await user.click(dispatch)
  expect(await screen.findByLabelText(/说明/)).toHaveValue('先关阀')
})

test('Escape takes back the wish to see name and phone', async () => {
  open()
  const { user } = await openPage('/desk/cases/c1')
  await user.click(await screen.findByRole('button', { name: /查看姓名电话/ }))
  await waitFor(() => expect(screen.getByLabelText(/为什么要看/)).toHaveFocus())
  await user.keyboard('{Escape}')

  await waitFor(() => expect(screen.getByRole('button', { name: /查看姓名电话/ })).toHaveFocus())
})

test('name and phone need a reason and are shown once it is given', async () => {
  const server = open({ 'POST /api/cases/c1/unmask': { name: '张三', phone: '13800005678' } })
  const { user } = await openPage('/desk/cases/c1')
  await user.click(await screen.findByRole('button', { name: /查看姓名电话/ }))
  await user.type(screen.getByLabelText(/为什么要看/), '联系开门')
  await user.click(screen.getByRole('button', { name: '查看' }))
  expect(await screen.findByRole('link', { name: '13800005678' })).toBeVisible()
  expect(server.sent('POST /api/cases/c1/unmask')[0]!.body).toEqual({ reason: '联系开门' })
})

test('a case outside my scope is explained in words', async () => {
  open({ 'GET /api/cases/c1': problem(404, 'not-found') })
  await openPage('/desk/cases/c1')
  expect(await screen.findByText('编号不对，或者它不在您负责的范围内。')).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('a photo is public only after somebody has said that nobody is in it', async () => {
  const server = open({
    'GET /api/cases/c1': aCase({ photos: [{ id: 'p1', kind: 'RESULT', url: '/api/photos/p1' }] }),
    'POST /api/photos/p1/publish': { id: 'p1', published: true },
  })
  const { user } = await openPage('/desk/cases/c1')
  await user.click(await screen.findByRole('button', { name: '公开办理后的照片，第1张' }))
  expect(server.sent('POST /api/photos/p1/publish')).toHaveLength(0)
  await user.click(screen.getByRole('button', { name: '看过了，公开' }))
  expect(await screen.findByText('已公开')).toBeVisible()
  expect(screen.getByRole('button', { name: '撤回公开：办理后的照片，第1张' })).toBeVisible()
})
