import { screen } from '@testing-library/vue'
import { describe, expect, test } from 'vitest'
import { card } from '@/testing/district'
import { fakeServer } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'

const matter = (code: string, name: string) => ({ code, name, className: '矛盾纠纷' })
const item = (over: object) => ({
  code: 'MZ004',
  name: '高龄津贴申领',
  tier: 'COMMUNITY',
  department: '民政局',
  legalLimitWorkdays: 20,
  promisedLimitWorkdays: 10,
  fee: '免费',
  materials: [
    { name: '身份证', shared: true },
    { name: '本人银行账户', shared: false },
  ],
  online: true,
  proxy: true,
  conditions: '年满八十周岁',
  steps: ['社区核对', '次月发放'],
  ...over,
})

describe('a duty at a grid', () => {
  test('disputes begin as a report of that matter in this grid', async () => {
    fakeServer({
      'GET /api/grids/410212001001003': card(),
      'GET /api/matters': { items: [matter('5101', '邻里噪声纠纷'), matter('0402', '供水管道爆裂')] },
    })
    await openPage('/grids/410212001001003/duties/disputes')
    const link = await screen.findByRole('link', { name: '邻里噪声纠纷' })
    const to = new URL(link.getAttribute('href')!, 'http://localhost')
    expect(Object.fromEntries(to.searchParams)).toEqual({
      grid: '410212001001003',
      duty: 'DISPUTES',
      matter: '5101',
      words: '邻里噪声纠纷',
    })
    expect(screen.queryByText('供水管道爆裂')).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  test('a service names what to bring, its limit and its fee, and is asked for by a report', async () => {
    fakeServer({
      'GET /api/grids/410212001001003': card(),
      'GET /api/grids/service-items': {
        items: [item({}), item({ code: 'GA001', name: '居民身份证换领', proxy: false })],
      },
    })
    const { user } = await openPage('/grids/410212001001003/duties/service-by-proxy')
    await user.type(await screen.findByLabelText('找一项'), '高龄')
    expect(await screen.findByText('1 项')).toBeVisible()
    await user.click(screen.getByText('高龄津贴申领'))
    expect(screen.getByText('承诺 10 个工作日，法定 20 个工作日（示例）')).toBeVisible()
    expect(screen.getByText('本人银行账户')).toBeVisible()
    expect(screen.getByRole('link', { name: '请网格代办' })).toHaveAttribute(
      'href',
      expect.stringContaining('duty=SERVICE_BY_PROXY'),
    )
    expect(await axeFindings()).toEqual([])
  })

  test('party work shows how many have reported in', async () => {
    fakeServer({
      'GET /api/grids/410212001001003': card(),
      'GET /api/party/communities/410212001001': {
        communityCode: '410212001001',
        communityName: '温泉社区',
        units: 8,
        members: null,
      },
    })
    await openPage('/grids/410212001001003/duties/party-work')
    expect(await screen.findByText('不足5人，不公布')).toBeVisible()
    expect(screen.getByRole('link', { name: /打电话 0371-26660001/ })).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })

  test('what a link brings is in the report that it begins', async () => {
    fakeServer({ 'GET /api/grids/geojson': {}, 'POST /api/cases/suggest': { suggestions: [] } })
    await openPage('/report?grid=410212001001003&duty=DISPUTES&matter=5101&words=邻里噪声纠纷&step=3')
    expect(await screen.findByDisplayValue('请人调解：邻里噪声纠纷。')).toBeVisible()
  })
})
