import { screen } from '@testing-library/vue'
import { describe, expect, test } from 'vitest'
import { card, shapes } from '@/testing/district'
import { fakeServer } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'

const team = {
  id: 't1',
  gridCode: '410212001001003',
  gridName: '温泉小区3',
  name: '党员先锋队',
  kind: 'PARTY' as const,
  leaderPost: '小区党支部副书记',
  members: 26,
  dissolvedAt: null,
  version: 0,
}
const unit = {
  id: 'u1',
  gridCode: '410212001001',
  gridName: '温泉社区',
  unit: 'water',
  unitName: '供水公司',
  task: null,
  since: '2026-03-01',
  until: null,
  leftWhy: null,
}

describe('the card of a grid', () => {
  test('names the post, the phones and the four duties, and leads to a report in this grid', async () => {
    fakeServer({ 'GET /api/grids/geojson': shapes, 'GET /api/grids/410212001001003': card() })
    await openPage('/grids/410212001001003')
    expect(await screen.findByRole('heading', { name: '温泉小区3' })).toBeVisible()
    expect(screen.getByText('第3网格长')).toBeVisible()
    expect(screen.getByRole('link', { name: '0371-26660012' })).toHaveAttribute('href', 'tel:0371-26660012')
    expect(screen.getByRole('link', { name: /^服务代办/ })).toHaveAttribute(
      'href',
      '/grids/410212001001003/duties/service-by-proxy',
    )
    expect(screen.getByRole('link', { name: '温泉社区' })).toHaveAttribute('href', '/grids/410212001001')
    expect(await axeFindings()).toEqual([])
  })

  test('tells its limits in words and who helps there', async () => {
    fakeServer({
      'GET /api/grids/geojson': shapes,
      'GET /api/grids/410212001001003': card({ teams: [team], units: [unit] }),
    })
    await openPage('/grids/410212001001003')
    expect(await screen.findByRole('link', { name: '温泉小区4' })).toHaveAttribute(
      'href',
      '/grids/410212001001004',
    )
    expect(screen.getByText('党员先锋队')).toBeVisible()
    expect(screen.getByText('供水公司')).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })

  test('a vacant post is said to be vacant, with whom to call', async () => {
    fakeServer({
      'GET /api/grids/geojson': shapes,
      'GET /api/grids/410212001001003': card({
        head: {
          kind: 'GRID_HEAD',
          title: '第3网格长',
          state: 'VACANT',
          standInUntil: null,
          vacantSince: '2026-11-19T09:00:00+08:00',
        },
      }),
    })
    await openPage('/grids/410212001001003')
    expect(await screen.findByText(/目前空缺/)).toBeVisible()
    expect(screen.getByText('有事请打下面的联系电话，社区会安排人办。')).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })

  test('an unknown grid is said to be unknown', async () => {
    fakeServer({})
    await openPage('/grids/999')
    expect(await screen.findByRole('heading', { name: '没有找到这个网格' })).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })
})
