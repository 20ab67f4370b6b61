import { screen, within } from '@testing-library/vue'
import { describe, expect, test } from 'vitest'
import { list } from '@/testing/district'
import { fakeServer, problem } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'
import type { DistrictClient } from '@/api/clients'

const me = (role = 'system-admin') => ({
  signedIn: true,
  name: '系统管理员',
  username: role,
  roles: [role],
  gridScope: ['410212'],
  unit: null,
  post: '系统管理员',
})
const client = (over: Partial<DistrictClient> = {}): DistrictClient => ({
  clientId: 'manhole-sensors',
  name: '井盖传感器',
  organisation: '城市管理局',
  roles: ['district-system'],
  unit: null,
  gridScope: ['410212001'],
  areas: ['cases:read', 'cases:write'],
  perMinute: 600,
  perDay: 50_000,
  expiresAt: null,
  state: 'ACTIVE',
  reason: null,
  createdAt: '2026-11-24T09:00:00+08:00',
  changedAt: '2026-11-24T09:00:00+08:00',
  callsToday: 1234,
  secrets: [
    {
      id: 's1',
      issuedAt: '2026-11-24T09:00:00+08:00',
      issuedBy: 'a',
      validUntil: null,
      usedAt: null,
    },
  ],
  allowed: ['change', 'rotate', 'disable'],
  version: 3,
  ...over,
})

describe('the systems of the district', () => {
  test('a system is seen with what it may and how much of today is used', async () => {
    fakeServer({ 'GET /api/me': me(), 'GET /api/clients': list(client()) })
    await openPage('/desk/clients')
    const card = within(await screen.findByRole('article', { name: '井盖传感器' }))
    expect(card.getByText('案件 读/写')).toBeVisible()
    expect(card.getByText(/今天已调用 1,234 次，限额 50,000 次/)).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })

  test('a new system gets its secret, shown this once', async () => {
    const server = fakeServer({
      'GET /api/me': me(),
      'GET /api/clients': [list(), list(client())],
      'POST /api/clients': client({ secret: 'only-now' }),
    })
    const { user } = await openPage('/desk/clients')
    await user.click(await screen.findByRole('button', { name: '接入新系统' }))
    const form = within(screen.getByRole('form', { name: '接入新系统' }))
    await user.type(form.getByLabelText('系统编号'), 'manhole-sensors')
    await user.type(form.getByLabelText('系统名称'), '井盖传感器')
    await user.type(form.getByLabelText('负责单位'), '城市管理局')
    await user.type(form.getByLabelText('网格范围'), '410212001 410212002')
    expect(await axeFindings()).toEqual([])
    await user.click(form.getByRole('button', { name: '确认接入新系统' }))
    expect(await screen.findByText('only-now')).toBeVisible()
    const [sent] = server.sent('POST /api/clients')
    expect(sent!.body).toMatchObject({
      clientId: 'manhole-sensors',
      gridScope: ['410212001', '410212002'],
      areas: ['cases:read', 'cases:write'],
      perMinute: 600,
    })
    expect(sent!.headers.get('Idempotency-Key')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '已保存好，关闭' }))
    expect(screen.queryByText('only-now')).toBeNull()
  })

  test('what was typed stays when the gateway refuses it', async () => {
    fakeServer({
      'GET /api/me': me(),
      'GET /api/clients': list(),
      'POST /api/clients': problem(400, 'validation', {
        errors: [{ field: 'clientId', message: 'is 3 to 40 small letters' }],
      }),
    })
    const { user } = await openPage('/desk/clients')
    await user.click(await screen.findByRole('button', { name: '接入新系统' }))
    const form = within(screen.getByRole('form', { name: '接入新系统' }))
    await user.type(form.getByLabelText('系统编号'), 'AB')
    await user.type(form.getByLabelText('系统名称'), '路灯')
    await user.type(form.getByLabelText('负责单位'), '城市管理局')
    await user.type(form.getByLabelText('网格范围'), '410212')
    await user.click(form.getByRole('button', { name: '确认接入新系统' }))
    expect(await screen.findByText('clientId: is 3 to 40 small letters')).toBeVisible()
    expect(form.getByLabelText('系统名称')).toHaveValue('路灯')
    expect(form.getByLabelText('系统编号')).toHaveFocus()
  })

  test('a rotation says how long the old secret stays', async () => {
    const server = fakeServer({
      'GET /api/me': me(),
      'GET /api/clients': list(client()),
      'POST /api/clients/manhole-sensors/rotate': client({ secret: 'the-next' }),
    })
    const { user } = await openPage('/desk/clients')
    await user.click(await screen.findByRole('button', { name: '更换密钥 井盖传感器' }))
    const hours = screen.getByLabelText('旧密钥继续有效（小时）')
    await user.clear(hours)
    await user.type(hours, '48')
    await user.click(screen.getByRole('button', { name: '确认更换密钥' }))
    expect(await screen.findByText('the-next')).toBeVisible()
    expect(server.sent('POST /api/clients/manhole-sensors/rotate')[0]!.body).toEqual({ overlapHours: 48 })
  })

  test('a system is disabled with a reason, also by the security administrator', async () => {
    const server = fakeServer({
      'GET /api/me': me('security-admin'),
      'GET /api/clients': [list(client()), list(client({ state: 'DISABLED', reason: '密钥泄露' }))],
      'POST /api/clients/manhole-sensors/disable': client({ state: 'DISABLED' }),
    })
    const { user } = await openPage('/desk/clients')
    await user.click(await screen.findByRole('button', { name: '停用 井盖传感器' }))
    await user.click(screen.getByRole('button', { name: '确认停用' }))
    expect(screen.getByText('请填写')).toBeVisible()
    await user.type(screen.getByLabelText('原因'), '密钥泄露')
    await user.click(screen.getByRole('button', { name: '确认停用' }))
    expect(await screen.findByText('已停用')).toBeVisible()
    expect(server.sent('POST /api/clients/manhole-sensors/disable')[0]!.body).toEqual({ reason: '密钥泄露' })
    expect(screen.queryByRole('button', { name: '接入新系统' })).toBeNull()
  })

  test('the auditor reads and changes nothing', async () => {
    fakeServer({ 'GET /api/me': me('auditor'), 'GET /api/clients': list(client()) })
    await openPage('/desk/clients')
    const card = within(await screen.findByRole('article', { name: '井盖传感器' }))
    expect(card.queryAllByRole('button')).toEqual([])
  })

  test('no system yet: what to do first', async () => {
    fakeServer({ 'GET /api/me': me(), 'GET /api/clients': list() })
    await openPage('/desk/clients')
    expect(await screen.findByText('还没有系统接入')).toBeVisible()
  })

  test('a post without the right is told so', async () => {
    fakeServer({ 'GET /api/me': me('community'), 'GET /api/clients': list() })
    await openPage('/desk/clients')
    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible()
    expect(screen.queryByText('还没有系统接入')).toBeNull()
  })
})
