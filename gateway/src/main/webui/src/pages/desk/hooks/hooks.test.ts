import { screen, within } from '@testing-library/vue'
import { describe, expect, test } from 'vitest'
import { list } from '@/testing/district'
import { fakeServer, problem } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'
import type { Delivery, Hook } from '@/api/hooks'
import { wishOf } from './wish'

const ID = '11111111-0000-4000-8000-000000000001'
const me = {
  signedIn: true,
  name: '环卫',
  username: 'unit-sanitation',
  roles: ['unit'],
  gridScope: ['410212'],
  unit: 'sanitation',
  post: '环卫中心承办人',
}
const hook = (over: Partial<Hook> = {}): Hook => ({
  id: ID,
  name: '环卫车辆调度系统',
  url: 'https://hw.example.gov.cn/hooks',
  mode: 'STRUCTURED',
  eventTypes: ['grid.case.*'],
  gridCodes: [],
  role: 'unit',
  unit: 'sanitation',
  gridScope: ['410212'],
  registeredBy: '环卫中心承办人',
  state: 'ACTIVE',
  stateReason: null,
  createdAt: '2026-11-20T09:00:00+08:00',
  secretSince: '2026-11-20T09:00:00+08:00',
  oldSecretUntil: null,
  figures: {
    waiting: 3,
    oldestWaitingSince: '2026-11-24T09:00:00+08:00',
    failed: 1,
    lost: 0,
    failuresInRow: 4,
    lastDeliveredAt: '2026-11-24T08:00:00+08:00',
    lastFailedAt: '2026-11-24T09:30:00+08:00',
    lastStatus: 503,
    lastReason: 'status',
  },
  secret: null,
  allowed: ['change', 'delete', 'rotate-secret', 'pause', 'test', 'replay'],
  version: 2,
  ...over,
})
const delivery: Delivery = {
  id: 'd1',
  eventId: 'e1',
  type: 'grid.case.dispatched.v1',
  typeName: '已派遣',
  typeEnglishName: 'dispatched',
  subject: 'c1',
  caseId: 'c1',
  caseNumber: '261124-00017',
  gridCode: '410212001001003',
  eventTime: '2026-11-24T09:00:00+08:00',
  cause: 'EVENT',
  state: 'WAITING',
  createdAt: '2026-11-24T09:00:00+08:00',
  nextAttemptAt: '2026-11-24T10:00:00+08:00',
  deliveredAt: null,
  attempts: [
    {
      number: 1,
      at: '2026-11-24T09:00:00+08:00',
      status: 503,
      millis: 120,
      reason: 'status',
      detail: 'The receiver answered 503',
      answer: 'busy',
    },
  ],
  allowed: ['retry'],
}
const types = list({ type: 'grid.post.vacant.v1', name: '岗位空缺', englishName: 'a post is vacant' })
const at = (one: Hook) => ({
  'GET /api/me': me,
  'GET /api/hooks/event-types': types,
  'GET /api/hooks/subscriptions': list(one),
  [`GET /api/hooks/subscriptions/${ID}`]: one,
  [`GET /api/hooks/subscriptions/${ID}/deliveries`]: list(delivery),
})

describe('webhooks at the desk', () => {
  test('the list says in words what is wrong with a receiver', async () => {
    fakeServer(at(hook()))
    await openPage('/desk/hooks')
    expect(await screen.findByText('送不到')).toBeVisible()
    expect(screen.getByText('对方系统报错（503）')).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })

  test('a new address is registered and its secret shown once', async () => {
    const server = fakeServer({
      ...at(hook()),
      'POST /api/hooks/subscriptions': hook({ secret: 'whsec_abc' }),
    })
    const { user } = await openPage('/desk/hooks')
    await user.click(await screen.findByRole('button', { name: '登记接收地址' }))
    const form = within(screen.getByRole('form', { name: '登记接收地址' }))
    await user.type(form.getByLabelText('系统名称'), '数字城管平台')
    await user.type(form.getByLabelText('接收网址'), 'https://cg.example.gov.cn/hooks')
    await user.click(form.getByLabelText(/事项的全部变化/))
    await user.type(form.getByLabelText(/只接收这些网格/), '410212001 410212002')
    await user.click(form.getByRole('button', { name: '确认登记接收地址' }))
    expect(await screen.findByLabelText('签名密钥')).toHaveValue('whsec_abc')
    expect(server.sent('POST /api/hooks/subscriptions')[0]!.body).toEqual({
      name: '数字城管平台',
      url: 'https://cg.example.gov.cn/hooks',
      eventTypes: ['grid.case.*'],
      gridCodes: ['410212001', '410212002'],
      mode: 'STRUCTURED',
    })
    expect(await axeFindings()).toEqual([])
  })

  test('a refused address says why, and the text stays', async () => {
    fakeServer({
      ...at(hook()),
      'POST /api/hooks/subscriptions': problem(400, 'validation', {
        errors: [{ field: 'url', message: 'points to 10.0.0.1' }],
      }),
    })
    const { user } = await openPage('/desk/hooks')
    await user.click(await screen.findByRole('button', { name: '登记接收地址' }))
    await user.type(screen.getByLabelText('系统名称'), '数字城管平台')
    await user.type(screen.getByLabelText('接收网址'), 'https://10.0.0.1/')
    await user.click(screen.getByLabelText(/事项的全部变化/))
    await user.click(screen.getByRole('button', { name: '确认登记接收地址' }))
    expect(await screen.findByText(/points to 10.0.0.1/)).toBeVisible()
    expect(screen.getByLabelText('接收网址')).toHaveValue('https://10.0.0.1/')
  })

  test('a delivery shows its attempts and is tried again by hand', async () => {
    const server = fakeServer({
      ...at(hook()),
      [`POST /api/hooks/subscriptions/${ID}/deliveries/d1/retry`]: delivery,
    })
    const { user } = await openPage(`/desk/hooks/${ID}`)
    await user.click(await screen.findByText('推送 1 次'))
    expect(screen.getByText(/对方答复: busy/)).toBeVisible()
    expect(await axeFindings()).toEqual([])
    await user.click(screen.getByRole('button', { name: '现在再送' }))
    expect(await screen.findByText('已再送一次。')).toBeVisible()
    expect(server.sent(`POST /api/hooks/subscriptions/${ID}/deliveries/d1/retry`)).toHaveLength(1)
  })

  test('a replay names the time from which on', async () => {
    const server = fakeServer({
      ...at(hook()),
      [`POST /api/hooks/subscriptions/${ID}/replay`]: { events: 12, from: '', to: '', next: null },
    })
    const { user } = await openPage(`/desk/hooks/${ID}`)
    await user.click(await screen.findByRole('button', { name: '从某时起重推' }))
    await user.type(screen.getByLabelText('从什么时候起'), '2026-11-24T08:00')
    await user.click(screen.getByRole('button', { name: '确认从某时起重推' }))
    expect(await screen.findByText('正在重推 12 条。')).toBeVisible()
    expect(server.sent(`POST /api/hooks/subscriptions/${ID}/replay`)[0]!.body).toEqual({
      from: '2026-11-24T08:00:00+08:00',
    })
  })

  test('a changed secret is shown, with the version that the person saw', async () => {
    const server = fakeServer({
      ...at(hook()),
      [`POST /api/hooks/subscriptions/${ID}/rotate-secret`]: hook({ secret: 'whsec_new', version: 3 }),
    })
    const { user } = await openPage(`/desk/hooks/${ID}`)
    await user.click(await screen.findByRole('button', { name: '更换密钥' }))
    await user.click(screen.getByRole('button', { name: '确认更换密钥' }))
    expect(await screen.findByLabelText('签名密钥')).toHaveValue('whsec_new')
    const [sent] = server.sent(`POST /api/hooks/subscriptions/${ID}/rotate-secret`)
    expect(sent!.headers.get('If-Match')).toBe('"2"')
  })

  test('under every change of a case its single changes need not be named', () => {
    expect(
      wishOf({
        name: 'a',
        url: 'https://a',
        eventTypes: ['grid.case.filed.v1', 'grid.case.*', 'grid.post.vacant.v1'],
        gridCodes: '',
        mode: 'BINARY',
      }).eventTypes,
    ).toEqual(['grid.case.*', 'grid.post.vacant.v1'])
  })
})
