import { screen } from '@testing-library/vue'
import { describe, expect, test } from 'vitest'
import { card, shapes } from '@/testing/district'
import { fakeServer } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'

describe('the card of a grid', () => {
  test('names the post, the phones and the four duties, and leads to a report in this grid', async () => {
    fakeServer({ 'GET /api/grids/geojson': shapes, 'GET /api/grids/410212001001003': card() })
    await openPage('/grids/410212001001003')
    expect(await screen.findByRole('heading', { name: '温泉小区3' })).toBeVisible()
    expect(screen.getByText('第3网格长')).toBeVisible()
    expect(screen.getByRole('link', { name: '0371-26660012' })).toHaveAttribute('href', 'tel:0371-26660012')
    expect(screen.getByRole('link', { name: /^服务代办/ })).toHaveAttribute(
      'href',
      '/report?grid=410212001001003&duty=SERVICE_BY_PROXY',
    )
    expect(screen.getByRole('link', { name: '温泉社区' })).toHaveAttribute('href', '/grids/410212001001')
    expect(await axeFindings()).toEqual([])
  })

  test('an unknown grid is said to be unknown', async () => {
    fakeServer({})
    await openPage('/grids/999')
    expect(await screen.findByRole('heading', { name: '没有找到这个网格' })).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })
})
