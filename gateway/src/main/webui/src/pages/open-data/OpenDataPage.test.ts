import { screen, within } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { community, gridNode, shapes } from '@/testing/district'
import { fakeServer, problem } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'
import { released } from './fixtures'

const small = gridNode({ code: '410212001009', level: 2, name: '东关社区' })
const server = (answer: unknown) =>
  fakeServer({
    'GET /api/open-data': answer,
    'GET /api/grids': { items: [community, small], next: null },
    'GET /api/grids/geojson': shapes,
  })

describe('open data', () => {
  test('has a file of each set in each form', async () => {
    server(released())
    await openPage('/open-data')
    expect(await screen.findByRole('link', { name: /^CSV.*案件统计$/ })).toHaveAttribute(
      'href',
      '/api/open-data/figures.csv',
    )
    expect(screen.getByRole('link', { name: /^GeoJSON.*网格$/ })).toHaveAttribute(
      'href',
      '/api/open-data/grids.geojson',
    )
    expect(screen.getByRole('link', { name: 'CC BY 4.0' })).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })

  test('a community that is not listed is unknown, not zero', async () => {
    server(released())
    await openPage('/open-data')
    const list = await screen.findByRole('list', { name: '各社区公开案件数' })
    expect(within(list).getByText('温泉社区').closest('li')).toHaveTextContent('148 件')
    expect((await within(list).findByText('东关社区')).closest('li')).toHaveTextContent('不足 5 件或没有')
    expect(within(list).getByText('城东街道其他社区').closest('li')).toHaveTextContent('83 件')
  })

  test('the dictionary opens beside its files', async () => {
    server(released())
    await openPage('/open-data')
    await userEvent.click((await screen.findAllByText('看数据字典：4 个字段'))[0]!)
    expect(screen.getAllByText('上报日到结案日')[0]).toBeVisible()
  })

  test('before there is anything to publish it says when there will be', async () => {
    server(released({ places: [], periods: [], cases: 0, from: null, to: null }))
    await openPage('/open-data')
    expect(await screen.findByText(/满 5 件后/)).toBeVisible()
    expect(screen.getByRole('link', { name: /^CSV.*暖心驿站$/ })).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })

  test('a failure can be tried again', async () => {
    server([problem(503, 'unavailable'), released()])
    await openPage('/open-data')
    await userEvent.click(await screen.findByRole('button', { name: '再试一次' }))
    expect(await screen.findByRole('heading', { name: '案件统计' })).toBeVisible()
  })

  test('is found from the foot of the portal', async () => {
    server(released())
    await openPage('/open-data')
    expect(await screen.findByRole('link', { name: '开放数据' })).toHaveAttribute('href', '/open-data')
  })
})
