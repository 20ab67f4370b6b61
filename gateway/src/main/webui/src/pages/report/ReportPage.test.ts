import { screen, waitFor, within } from '@testing-library/vue'
import { describe, expect, test, vi } from 'vitest'
import { card, community, gridNode, inHours, list, receipt, shapes } from '@/testing/district'
import { fakeServer, offline, problem, Reply } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'
import { emptyDraft, keepDraft } from './draft'

const suggestions = {
  suggestions: [
    { matterCode: '0402', matterName: '供水管道爆裂', className: '突发事件', severity: 2, confidence: 0.9 },
    { matterCode: '5401', matterName: '供水问题', className: '民生求助', severity: 3, confidence: 0.4 },
  ],
}

const nearBy = {
  cases: [
    {
      number: '261122-00001',
      matterCode: '0402',
      matterName: '供水管道爆裂',
      gridName: '温泉小区3',
      status: 'DISPATCHED',
      statusName: '已派遣',
      reportedAt: inHours(-2.1),
      confidence: 0.9,
      sameMatter: true,
      metres: 50,
    },
  ],
}

function district(more: Record<string, unknown> = {}) {
  return fakeServer({
    'GET /api/grids/geojson': shapes,
    'GET /api/grids': (asked: { query: URLSearchParams }) =>
      asked.query.get('parent') === '410212001' ? list(community) : list(gridNode()),
    'GET /api/grids/locate': { grid: gridNode(), community, insideDistrict: true },
    'GET /api/grids/*': card(),
    'POST /api/cases/suggest': suggestions,
    'POST /api/cases': new Reply(201, receipt),
    ...more,
  })
}

type Page = Awaited<ReturnType<typeof openPage>>

async function choosePlaceFromLists({ user }: Page) {
  await user.click(screen.getByText('从列表里选'))
  await user.selectOptions(await screen.findByLabelText('社区'), '温泉社区')
  await waitFor(() => expect(screen.getByLabelText('小区或网格')).toBeEnabled())
  await user.selectOptions(screen.getByLabelText('小区或网格'), '温泉小区3')
}

async function toWords(page: Page) {
  await page.user.click(await screen.findByRole('button', { name: '没有照片，下一步' }))
  await screen.findByRole('heading', { name: '在哪里' })
  await choosePlaceFromLists(page)
  await page.user.click(screen.getByRole('button', { name: '下一步：说几句' }))
  await screen.findByRole('heading', { name: '发生了什么' })
}

const say = (page: Page, words: string) => page.user.type(screen.getByLabelText('发生了什么'), words)
const send = (page: Page) => page.user.click(screen.getByRole('button', { name: '提交' }))

describe('reporting', () => {
  test('a resident reports without an account and gets the number, the owner and the limit', async () => {
    const server = district()
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了')
    await page.user.click(await screen.findByRole('radio', { name: '供水管道爆裂' }))
    await page.user.click(screen.getByRole('radio', { name: '300人以上' }))
    await page.user.click(
      within(screen.getByRole('group', { name: '有人受伤吗' })).getByRole('radio', { name: '否' }),
    )
    await send(page)

    expect(await screen.findByText('261122-00017')).toBeVisible()
    expect(screen.getByText('供水公司')).toBeVisible()
    expect(screen.getByText(/\d\d:\d\d前$/)).toBeVisible()
    expect(screen.getByRole('link', { name: '查看进度' })).toHaveAttribute(
      'href',
      '/track/261122-00017?token=a1b2c3',
    )
    expect(server.sent('POST /api/cases')[0]!.body).toEqual({
      text: '水管爆了',
      matterCode: '0402',
      point: null,
      gridCode: '410212001001003',
      address: '温泉小区3',
      peopleAffected: 300,
      injury: false,
      channel: 'PORTAL',
      reporter: null,
      photos: [],
    })
    expect(await axeFindings()).toEqual([])
  })

  test('the person may say that none of the suggested types fits', async () => {
    const server = district()
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了')
    await page.user.click(await screen.findByRole('radio', { name: '都不是，说不准' }))
    await send(page)
    await screen.findByText('261122-00017')
    expect(server.sent('POST /api/cases')[0]!.body).toMatchObject({ matterCode: null })
  })

  test('what is open near by is shown, and “me too” joins it instead of filing again', async () => {
    const server = district({
      'POST /api/cases/nearby': nearBy,
      'POST /api/cases/track/*/join': new Reply(201, {
        ...receipt,
        number: '261122-00018',
        status: 'MERGED',
      }),
    })
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了，没水')
    const found = await screen.findByRole('region', { name: '附近可能有人报过了' })
    expect(within(found).getByText('供水管道爆裂')).toBeVisible()
    expect(within(found).getByText('已派遣')).toBeVisible()
    expect(within(found).getByText('2小时前上报')).toBeVisible()
    expect(within(found).getByText(/约50米内 · 同一类事/)).toBeVisible()
    expect(await axeFindings()).toEqual([])
    await page.user.click(within(found).getByRole('button', { name: /^我也遇到了/ }))

    expect(await screen.findByText('261122-00018')).toBeVisible()
    expect(server.sent('POST /api/cases')).toEqual([])
    const joined = server.sent('POST /api/cases/track/261122-00001/join')
    expect(joined[0]!.body).toEqual({ reporter: null, text: '水管爆了，没水' })
    expect(joined[0]!.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/)
  })

  test('photos that were taken before “me too” go along with it', async () => {
    keepDraft({ ...emptyDraft(), photos: [{ id: 'p1', thumbnail: '' }] })
    const server = district({
      'POST /api/cases/nearby': nearBy,
      'POST /api/cases/track/*/join': new Reply(201, { ...receipt, status: 'MERGED' }),
    })
    const page = await openPage('/report?step=2')
    await choosePlaceFromLists(page)
    await page.user.click(screen.getByRole('button', { name: '下一步：说几句' }))
    await screen.findByRole('heading', { name: '发生了什么' })
    await say(page, '水管爆了，没水')
    await page.user.click(await screen.findByRole('button', { name: /^我也遇到了/ }))

    await screen.findByText('261122-00017')
    expect(server.sent('POST /api/cases/track/261122-00001/join')[0]!.body).toEqual({
      reporter: null,
      photos: ['p1'],
      text: '水管爆了，没水',
    })
  })

  test('a complaint is not offered to be joined to what others have reported', async () => {
    keepDraft({ ...emptyDraft(), complainedOf: 'community' })
    const server = district({ 'POST /api/cases/nearby': nearBy })
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了，没人管')
    await send(page)

    await screen.findByText('261122-00017')
    expect(server.sent('POST /api/cases/nearby')).toEqual([])
  })

  test('who says it is not the same goes on, and is not asked about it again', async () => {
    const server = district({ 'POST /api/cases/nearby': nearBy })
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了，没水')
    await page.user.click(await screen.findByRole('button', { name: '不是同一件，继续上报' }))
    await say(page, '，门口也是')
    await waitFor(() => expect(server.sent('POST /api/cases/nearby').length).toBeGreaterThan(1))
    expect(screen.queryByRole('region', { name: '附近可能有人报过了' })).toBeNull()
    await send(page)

    expect(await screen.findByText('261122-00017')).toBeVisible()
  })

  test('without an answer about what is near by the report goes out as ever', async () => {
    district({ 'POST /api/cases/nearby': offline })
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了，没水')
    await send(page)

    expect(await screen.findByText('261122-00017')).toBeVisible()
  })

  test('what was closed meanwhile is not joined, and the words stay', async () => {
    district({ 'POST /api/cases/nearby': nearBy, 'POST /api/cases/track/*/join': problem(404, 'not-found') })
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了，没水')
    await page.user.click(await screen.findByRole('button', { name: /^我也遇到了/ }))

    await waitFor(() => expect(screen.queryByRole('button', { name: /^我也遇到了/ })).toBeNull())
    expect(screen.getByLabelText('发生了什么')).toHaveValue('水管爆了，没水')
  })

  test('a point outside the district is refused with what to do next', async () => {
    district({ 'GET /api/grids/locate': problem(422, 'outside-district') })
    const page = await openPage('/report?step=2')
    const map = await screen.findByRole('application', { name: '选地点的地图' })
    await waitFor(() => expect(screen.getByRole('button', { name: '放大' })).toBeVisible(), {
      timeout: 10_000,
    })
    map.focus()
    await page.user.keyboard('{Enter}')

    expect(await screen.findByText('这个地点不在祥符区范围内。')).toBeVisible()
    await page.user.click(screen.getByRole('button', { name: '下一步：说几句' }))
    expect(await screen.findByText('请先选一个地点')).toBeVisible()
  })

  test('a point on the map shows its grid and the post of its head', async () => {
    const server = district()
    const page = await openPage('/report?step=2')
    const map = await screen.findByRole('application', { name: '选地点的地图' })
    await waitFor(() => expect(screen.getByRole('button', { name: '放大' })).toBeVisible(), {
      timeout: 10_000,
    })
    map.focus()
    await page.user.keyboard('{Enter}')

    expect(await screen.findByText('属于温泉小区3')).toBeVisible()
    expect(screen.getByText('网格长岗位：第3网格长')).toBeVisible()
    const { query } = server.sent('GET /api/grids/locate')[0]!
    expect(Number(query.get('longitude'))).toBeGreaterThan(114)
    expect(Number(query.get('latitude'))).toBeLessThan(35)
  })

  test('a 503 keeps everything and the next try goes out under the same key', async () => {
    const server = district({
      'POST /api/cases': [problem(503, 'unavailable', {}, { 'Retry-After': '60' }), new Reply(201, receipt)],
    })
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了')
    await send(page)
    expect(await screen.findByText(/系统正忙或正在恢复/)).toBeVisible()
    expect(screen.getByLabelText('发生了什么')).toHaveValue('水管爆了')
    await page.user.click(screen.getByRole('button', { name: '再试一次' }))

    await screen.findByText('261122-00017')
    const keys = server.sent('POST /api/cases').map((asked) => asked.headers.get('Idempotency-Key'))
    expect(keys).toHaveLength(2)
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys[1]).toBe(keys[0])
  })

  test('without network the draft survives a reload of the page, key and all', async () => {
    const server = district({ 'POST /api/cases': [offline, new Reply(201, receipt)] })
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了')
    await send(page)
    await screen.findByText('连不上网络。')
    page.unmount()

    const again = await openPage('/report?step=3')
    expect(await screen.findByLabelText('发生了什么')).toHaveValue('水管爆了')
    await send(again)
    await screen.findByText('261122-00017')
    const keys = server.sent('POST /api/cases').map((asked) => asked.headers.get('Idempotency-Key'))
    expect(keys[1]).toBe(keys[0])
  })

  test('after a failed try another text is another report with its own key', async () => {
    const server = district({ 'POST /api/cases': [offline, new Reply(201, receipt)] })
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了')
    await send(page)
    await screen.findByText('连不上网络。')
    await say(page, '，没水')
    await send(page)
    await screen.findByText('261122-00017')
    const keys = server.sent('POST /api/cases').map((asked) => asked.headers.get('Idempotency-Key'))
    expect(keys[1]).not.toBe(keys[0])
  })

  test('nothing is sent without words, and the field says so', async () => {
    const server = district()
    const page = await openPage('/report')
    await toWords(page)
    await send(page)
    expect(await screen.findByText(/请写几个字/)).toBeVisible()
    expect(screen.getByLabelText('发生了什么')).toHaveFocus()
    expect(server.sent('POST /api/cases')).toEqual([])
  })

  test('leaving with unsent words asks first', async () => {
    district()
    const confirm = vi.spyOn(window, 'confirm').mockReturnValue(false)
    const page = await openPage('/report')
    await toWords(page)
    await say(page, '水管爆了')
    await page.user.click(screen.getByRole('link', { name: '查进度' }))
    expect(confirm).toHaveBeenCalledOnce()
    expect(screen.getByLabelText('发生了什么')).toHaveValue('水管爆了')
  })

  test('the position is asked for on its button only', async () => {
    district()
    const getCurrentPosition = vi.fn((done: PositionCallback) =>
      done({ coords: { longitude: 114.4386, latitude: 34.768 } } as GeolocationPosition),
    )
    vi.stubGlobal(
      'navigator',
      Object.assign(Object.create(navigator), { geolocation: { getCurrentPosition } }),
    )
    const page = await openPage('/report?step=2')
    const button = await screen.findByRole('button', { name: '用我的位置' })
    expect(getCurrentPosition).not.toHaveBeenCalled()
    await page.user.click(button)
    expect(await screen.findByText('属于温泉小区3')).toBeVisible()
  })

  test.each([
    ['/report', '拍张照片'],
    ['/report?step=2', '在哪里'],
  ])('axe finds nothing on %s', async (address, heading) => {
    district()
    await openPage(address)
    await screen.findByRole('heading', { name: heading })
    expect(await axeFindings()).toEqual([])
  })

  test('axe finds nothing among the words', async () => {
    district()
    const page = await openPage('/report')
    await toWords(page)
    await page.user.click(screen.getByText('留个联系方式'))
    expect(await axeFindings()).toEqual([])
  })
})
