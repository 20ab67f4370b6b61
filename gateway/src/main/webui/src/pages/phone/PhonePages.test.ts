import 'fake-indexeddb/auto'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { CaseView } from '@/api/cases'
import { card, gridNode, list, receipt, shapes } from '@/testing/district'
import { fakeServer, offline, problem, Reply } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'
import { aCase, signedIn } from '../desk/fixtures'
import { forget, readList } from './kept'
import { discard, dropDraft, outbox } from './outbox'
import { forgetPost } from './usePost'

vi.mock('@/domain/picture', () => ({
  shrink: async () => ({
    photo: { type: 'image/jpeg', arrayBuffer: async () => new ArrayBuffer(4) },
    thumbnail: '',
  }),
  paint: async () => undefined,
}))

const LEAF = '41021200100100101'
const head = { ...signedIn('grid-head'), username: 'grid-head', gridScope: [LEAF], post: '第1片区网格长' }
const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()
const mine = (over: Partial<CaseView> = {}) =>
  aCase({
    scale: 'SMALL',
    status: 'SELF_HANDLING',
    allowed: ['feedback', 'extend', 'unmask'],
    grid: { code: LEAF, name: '第1片区', path: '温泉小区1 / 第1片区' },
    ...over,
  })
const serve = (answers: object = {}) =>
  fakeServer({
    'GET /api/me': head,
    'GET /api/cases': list(mine()),
    'GET /api/cases/c1': mine(),
    'GET /api/grids': list(),
    'GET /api/grids/geojson': shapes,
    [`GET /api/grids/${LEAF}`]: card({ code: LEAF, name: '第1片区' }),
    'POST /api/cases/suggest': { suggestions: [] },
    'POST /api/photos': new Reply(201, { id: 'p1' }),
    ...answers,
  })
const away = () =>
  fakeServer({ 'GET /api/me': offline, 'GET /api/cases': offline, 'GET /api/cases/c1': offline })
const photograph = async (user: Awaited<ReturnType<typeof openPage>>['user']) =>
  user.upload(screen.getByLabelText('拍照'), new File(['x'], 'x.jpg', { type: 'image/jpeg' }))

beforeEach(async () => {
  forgetPost()
  await forget()
  for (const item of await outbox()) await discard(item.seq!)
  await dropDraft('report')
  await dropDraft('c1.feedback')
})

describe('the matters of the grid head', () => {
  test('stand by urgency, with the time that is left in words, and axe finds nothing', async () => {
    serve({
      'GET /api/cases': list(
        mine({ id: 'late', matterName: '明天的事', dueAt: hours(30) }),
        mine({ id: 'soon', matterName: '马上的事', dueAt: hours(1.5) }),
        mine({ id: 'over', matterName: '超期的事', dueAt: hours(-2), overdue: true }),
      ),
    })
    await openPage('/phone')
    await screen.findByText('超期的事')
    expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
      expect.stringMatching(/超期2小时.*超期的事/),
      expect.stringMatching(/还剩1小时.*马上的事/),
      expect.stringMatching(/还剩1天.*明天的事/),
    ])
    expect(await axeFindings()).toEqual([])
  })

  test('are there without network, and nothing of the reporter lies on the phone', async () => {
    serve()
    const first = await openPage('/phone')
    await waitFor(async () => expect((await readList('inbox'))?.cases[0]?.allowed).toContain('feedback'))
    expect(JSON.stringify(await readList('inbox'))).not.toMatch(/138\*|张|reporter|confidential/)
    first.unmount()
    forgetPost()
    away()
    await openPage('/phone')
    expect(await screen.findByText(/没有连上，这是/)).toBeVisible()
    expect(screen.getByText('供水管道爆裂')).toBeVisible()
  })

  test('are for the posts of the street only', async () => {
    serve({ 'GET /api/me': signedIn('unit') })
    await openPage('/phone')
    expect(await screen.findByText('这一页给网格长、楼栋长和社区用')).toBeVisible()
  })

  test('go from the phone when one signs out', async () => {
    serve()
    const { user } = await openPage('/phone')
    await waitFor(async () => expect(await readList('inbox')).not.toBeNull())
    await user.click(screen.getByRole('link', { name: /更多/ }))
    await user.click(await screen.findByRole('button', { name: '退出' }))
    await user.click(screen.getByRole('button', { name: '退出' }))
    await waitFor(async () => expect(await readList('inbox')).toBeNull())
  })
})

describe('feedback from the stairwell', () => {
  test('waits without network and is sent once with it', async () => {
    const taken = mine({ status: 'VERIFYING', version: 4, allowed: [] })
    const server = serve({ 'POST /api/cases/c1/feedback': [offline, taken] })
    const { user } = await openPage('/phone/cases/c1')
    await user.click(await screen.findByRole('button', { name: '反馈结果' }))
    await user.type(await screen.findByLabelText('办理结果'), '已经清走')
    await photograph(user)
    await user.click(screen.getByRole('button', { name: '确认反馈结果' }))
    await waitFor(() => expect(server.sent('POST /api/cases/c1/feedback')).toHaveLength(1))
    expect(await screen.findByText('1 条等待发送')).toBeVisible()
    expect(await screen.findByText('等待发送：反馈结果')).toBeVisible()

    window.dispatchEvent(new Event('online'))

    await waitFor(async () => expect(await outbox()).toMatchObject([{ state: 'sent' }]))
    const tries = server.sent('POST /api/cases/c1/feedback')
    expect(new Set(tries.map((call) => call.headers.get('Idempotency-Key'))).size).toBe(1)
    expect(tries.at(-1)!.body).toEqual({ text: '已经清走', photos: ['p1'] })
    expect(server.sent('POST /api/photos')).toHaveLength(1)
  })

  test('without a photo needs the reason for none', async () => {
    serve()
    const { user } = await openPage('/phone/cases/c1?do=feedback')
    await user.type(await screen.findByLabelText('办理结果'), '已经清走')
    await user.click(screen.getByRole('button', { name: '确认反馈结果' }))
    expect(await screen.findByText('请附照片，或写明没有照片的原因')).toBeVisible()
    expect(await outbox()).toEqual([])
  })

  test('keeps its words while it is written', async () => {
    serve()
    const first = await openPage('/phone/cases/c1?do=feedback')
    await first.user.type(await screen.findByLabelText('办理结果'), '写了一半')
    first.unmount()
    await openPage('/phone/cases/c1?do=feedback')
    await waitFor(() => expect(screen.getByLabelText('办理结果')).toHaveValue('写了一半'))
  })

  test('to a matter that moved on stays, with the reason and the choice to correct or discard', async () => {
    serve({ 'POST /api/cases/c1/feedback': problem(409, 'illegal-transition') })
    const { user } = await openPage('/phone/cases/c1?do=feedback')
    await user.type(await screen.findByLabelText('办理结果'), '已经清走')
    await user.type(screen.getByLabelText('没有照片的原因'), '天黑')
    await user.click(screen.getByRole('button', { name: '确认反馈结果' }))
    await user.click(await screen.findByRole('link', { name: '1 条没有收下，请看' }))
    const item = within(await screen.findByRole('listitem'))
    expect(item.getByText('事项的状态已经变了，这一步现在不能做。')).toBeVisible()
    expect(item.getByText('已经清走')).toBeVisible()
    await user.click(item.getByRole('button', { name: '丢弃' }))
    expect(await outbox()).toHaveLength(1)
    await user.click(item.getByRole('button', { name: '丢弃' }))
    await waitFor(async () => expect(await outbox()).toEqual([]))
  })

  test('may follow a step that waits itself', async () => {
    const filed = mine({ status: 'FILED', allowed: ['self-handle'] })
    serve({
      'GET /api/cases/c1': filed,
      'GET /api/cases': list(filed),
      'POST /api/cases/c1/self-handle': offline,
    })
    const { user } = await openPage('/phone/cases/c1')
    await user.click(await screen.findByRole('button', { name: '网格自办' }))
    await user.click(await screen.findByRole('button', { name: '确认网格自办' }))
    expect(await screen.findByText('等待发送：网格自办')).toBeVisible()
    expect(await screen.findByRole('button', { name: '反馈结果' })).toBeVisible()
  })
})

describe('a report from the street', () => {
  const located = (ask: PositionCallback | null, code = 1) => {
    const getCurrentPosition = vi.fn((done: PositionCallback, failed: PositionErrorCallback) =>
      ask
        ? done({
            coords: { longitude: 114.4328123456, latitude: 34.7741661, accuracy: 11.6 },
          } as GeolocationPosition)
        : failed({ code } as GeolocationPositionError),
    )
    vi.stubGlobal('navigator', Object.assign(navigator, { geolocation: { getCurrentPosition } }))
    return getCurrentPosition
  }

  test('takes the place once, when its button is pressed, and says the number', async () => {
    const server = serve({
      'GET /api/grids/locate': { grid: gridNode({ name: '第1片区' }), community: null, insideDistrict: true },
      'POST /api/cases': new Reply(201, receipt),
    })
    const asked = located(() => undefined)
    const { user } = await openPage('/phone/report')
    await screen.findByLabelText('拍照')
    await photograph(user)
    expect(asked).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: '就在这里' }))
    expect(await screen.findByText('第1片区，误差约 12 米')).toBeVisible()
    await user.type(screen.getByLabelText('情况'), '垃圾没人拉')
    await user.click(screen.getByRole('button', { name: '发送' }))
    expect(await screen.findByText('已发送，编号 261122-00017')).toBeVisible()
    expect(asked).toHaveBeenCalledTimes(1)
    expect(server.sent('POST /api/cases')[0]!.body).toEqual({
      text: '垃圾没人拉',
      matterCode: null,
      point: { longitude: 114.432812, latitude: 34.774166 },
      gridCode: null,
      address: null,
      peopleAffected: null,
      injury: false,
      channel: 'GRID_WORKER',
      photos: ['p1'],
    })
  })

  test('without permission for the place names its grid', async () => {
    const server = serve({ 'POST /api/cases': new Reply(201, receipt) })
    located(null)
    const { user } = await openPage('/phone/report')
    await user.click(await screen.findByRole('button', { name: '就在这里' }))
    expect(await screen.findByText('没有位置权限。请选网格，或在地图上点。')).toBeVisible()
    await user.selectOptions(await screen.findByLabelText('哪个网格'), LEAF)
    await user.type(screen.getByLabelText('情况'), '垃圾没人拉')
    await user.click(screen.getByRole('button', { name: '发送' }))
    await screen.findByText('已发送，编号 261122-00017')
    expect(server.sent('POST /api/cases')[0]!.body).toMatchObject({ gridCode: LEAF, point: null })
  })

  test('after the session ended waits for the sign-in', async () => {
    serve({ 'GET /api/me': [head, head, { ...head, signedIn: false, username: null }] })
    located(null)
    const { user } = await openPage('/phone/report')
    await user.click(await screen.findByRole('button', { name: '选网格' }))
    await user.selectOptions(await screen.findByLabelText('哪个网格'), LEAF)
    await user.type(screen.getByLabelText('情况'), '垃圾没人拉')
    await user.click(screen.getByRole('button', { name: '发送' }))
    expect(await screen.findByText(/登录已失效，1 条等您登录后发送/)).toBeVisible()
    expect(await outbox()).toMatchObject([{ state: 'waiting' }])
  })

  test.each(['/phone/report', '/phone/grid', '/phone/more', '/phone/cases/c1'])(
    '%s has nothing that axe finds',
    async (address) => {
      serve()
      await openPage(address)
      await screen.findByRole('heading', { level: 1 })
      expect(await axeFindings()).toEqual([])
    },
  )
})

test('nobody is followed: no source of the pages watches a position', () => {
  const sources = import.meta.glob(['/src/**/*.{ts,vue}', '!/src/**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }) as Record<string, string>
  const asking = Object.entries(sources).filter(([, source]) => source.includes('getCurrentPosition('))
  expect(Object.entries(sources).filter(([, source]) => source.includes('watchPosition'))).toEqual([])
  expect(asking.map(([file]) => file).sort()).toEqual([
    '/src/pages/phone/quickReport.ts',
    '/src/pages/report/StepPlace.vue',
  ])
})
