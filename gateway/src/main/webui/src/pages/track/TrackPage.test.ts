import { screen, waitFor, within } from '@testing-library/vue'
import { describe, expect, test } from 'vitest'
import { keepNumber, readOwnNumbers } from '@/domain/ownNumbers'
import { inHours, tracked } from '@/testing/district'
import { fakeServer, problem } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'

const TRACK = 'GET /api/cases/track/261122-00017'
const ADDRESS = '/track/261122-00017?token=a1b2c3'
const rated = tracked({
  status: 'EVALUATED',
  statusName: '已评价',
  statusText: '您已评价',
  rating: { score: 5, solved: true, text: null, at: inHours(0) },
  allowed: ['reopen'],
})

describe('following a matter', () => {
  test('who has it, why, what was answered and who saw my contact is on one page', async () => {
    fakeServer({ [TRACK]: tracked() })
    await openPage(ADDRESS)
    expect(await screen.findByRole('heading', { name: '供水管道爆裂' })).toBeVisible()
    expect(screen.getByText('影响约300人，由街道牵头。')).toBeVisible()
    expect(screen.getByText('已关阀抢修，恢复供水。')).toBeVisible()
    expect(screen.getByText('原因：需要联系开门')).toBeVisible()
    expect(screen.getByRole('img', { name: '结果照片 1' })).toHaveAttribute(
      'src',
      '/api/photos/p1?number=261122-00017&token=a1b2c3',
    )
    expect(await axeFindings()).toEqual([])
  })

  test('the line of steps says which one is now', async () => {
    fakeServer({ [TRACK]: tracked({ status: 'IN_PROGRESS', closedAt: null, allowed: [] }) })
    await openPage(ADDRESS)
    const line = await screen.findByRole('list', { name: '办到哪一步' })
    expect(within(line).getByText('处理中').closest('li')).toHaveAttribute('aria-current', 'step')
  })

  test('a closed matter is rated in five levels', async () => {
    const server = fakeServer({ [TRACK]: [tracked(), rated], [TRACK.replace('GET', 'POST') + '/rate']: {} })
    const { user } = await openPage(ADDRESS)
    await user.click(await screen.findByRole('radio', { name: '非常满意' }))
    await user.click(screen.getByRole('radio', { name: '解决了' }))
    await user.click(screen.getByRole('button', { name: '提交评价' }))

    expect(await screen.findByText('评价已收到，谢谢。')).toBeVisible()
    const [sent] = server.sent('POST /api/cases/track/261122-00017/rate')
    expect(sent!.body).toEqual({ score: 5, solved: true })
    expect(sent!.query.get('token')).toBe('a1b2c3')
    expect(sent!.headers.get('Idempotency-Key')).toBeTruthy()
  })

  test('a rating without a level is not sent', async () => {
    const server = fakeServer({ [TRACK]: tracked() })
    const { user } = await openPage(ADDRESS)
    await user.click(await screen.findByRole('button', { name: '提交评价' }))
    expect(await screen.findByText('请选一个满意程度')).toBeVisible()
    expect(server.asked.filter((asked) => asked.method === 'POST')).toEqual([])
  })

  test('a reporter asks what became of it without having to say more', async () => {
    const server = fakeServer({
      [TRACK]: tracked({ status: 'IN_PROGRESS', closedAt: null, allowed: ['urge'] }),
      [TRACK.replace('GET', 'POST') + '/urge']: {},
    })
    const { user } = await openPage(ADDRESS)
    await user.click(await screen.findByText('催一催', { selector: 'summary' }))
    await user.click(screen.getByRole('button', { name: '催一催' }))
    await waitFor(() => expect(server.sent('POST /api/cases/track/261122-00017/urge')[0]?.body).toEqual({}))
  })

  test('a promise that has changed says why', async () => {
    const promise = (why: 'filed' | 'extended', hours: number, reason: string | null) => ({
      at: inHours(-6),
      dueAt: inHours(hours),
      why,
      reason,
      by: '供水公司',
    })
    fakeServer({
      [TRACK]: tracked({ promises: [promise('filed', 2, null), promise('extended', 26, '配件要从外地调')] }),
    })
    await openPage(ADDRESS)
    expect(await screen.findByRole('heading', { name: '期限变过' })).toBeVisible()
    expect(screen.getByText('因为：配件要从外地调')).toBeVisible()
  })

  test('news reopens the matter', async () => {
    const server = fakeServer({ [TRACK]: tracked(), [TRACK.replace('GET', 'POST') + '/reopen']: {} })
    const { user } = await openPage(ADDRESS)
    await user.click(await screen.findByText('又出现了，或有新情况'))
    await user.type(screen.getByLabelText('有什么新情况'), '又漏水了')
    await user.click(screen.getByRole('button', { name: '请求重新办理' }))
    await waitFor(() =>
      expect(server.sent('POST /api/cases/track/261122-00017/reopen')[0]?.body).toEqual({
        reason: '又漏水了',
      }),
    )
  })

  test('only what the server allows is offered', async () => {
    fakeServer({ [TRACK]: tracked({ status: 'IN_PROGRESS', closedAt: null, allowed: [] }) })
    await openPage(ADDRESS)
    await screen.findByRole('heading', { name: '供水管道爆裂' })
    expect(screen.queryByRole('button', { name: '提交评价' })).toBeNull()
    expect(screen.queryByText('不用办了，撤销')).toBeNull()
  })

  test('a wrong code is asked for again, in words', async () => {
    fakeServer({ [TRACK]: problem(404, 'not-found') })
    await openPage(ADDRESS)
    expect(await screen.findByText(/编号或查询码不对/)).toBeVisible()
    expect(screen.getByLabelText('编号')).toHaveValue('261122-00017')
    expect(await axeFindings()).toEqual([])
  })

  test('coming back to the page reads the newest state', async () => {
    fakeServer({
      [TRACK]: [
        tracked({ status: 'VERIFYING', statusText: '等待核查', closedAt: null, allowed: [] }),
        tracked(),
      ],
    })
    await openPage(ADDRESS)
    await screen.findByText('等待核查')
    window.dispatchEvent(new Event('focus'))
    expect(await screen.findByText('核查通过，已结案，请您评价')).toBeVisible()
  })

  test('a lost connection keeps the last state in sight and says so', async () => {
    fakeServer({ [TRACK]: [tracked(), problem(503, 'unavailable')] })
    await openPage(ADDRESS)
    await screen.findByRole('heading', { name: '供水管道爆裂' })
    window.dispatchEvent(new Event('focus'))
    expect(await screen.findByText(/暂时连不上/)).toBeVisible()
    expect(screen.getByText('已关阀抢修，恢复供水。')).toBeVisible()
  })

  test('numbers of this device are listed with where they stand', async () => {
    readOwnNumbers()
    keepNumber({ number: '261122-00017', token: 'a1b2c3', matterName: null, at: inHours(-6) })
    fakeServer({ [TRACK]: tracked() })
    const { user } = await openPage('/track')
    expect(await screen.findByText('已结案')).toBeVisible()
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: '从这台设备上移除 261122-00017' }))
    expect(await screen.findByText('这台设备上还没有报过事')).toBeVisible()
  })
})
