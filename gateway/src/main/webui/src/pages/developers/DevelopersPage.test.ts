import { readFileSync } from 'node:fs'
import { screen, within } from '@testing-library/vue'
import { describe, expect, test, vi } from 'vitest'
import { fakeServer, Reply } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'
import { curl } from './curl'
import { matching, operations, type OpenApi } from './documents'

// The very documents that the gateway serves.
const read = (name: string) => JSON.parse(readFileSync(`../../../../contracts/${name}`, 'utf8'))
const api = read('openapi.json') as OpenApi
const serve = () => fakeServer({ 'GET /openapi.json': api, 'GET /asyncapi.json': read('asyncapi.json') })

describe('the page for developers', () => {
  test('begins with a call that anybody can paste', async () => {
    serve()
    await openPage('/developers')

    expect(await screen.findByText(/curl -s 'http:\/\/localhost:3000\/api\/grids\/locate\?/)).toBeVisible()
  })

  test('finds an operation by its address and shows how to call it', async () => {
    serve()
    const { user, router } = await openPage('/developers')

    await user.type(await screen.findByRole('searchbox'), 'dispatch')
    await vi.waitFor(() => expect(router.currentRoute.value.query.find).toBe('dispatch'))
    await user.click(screen.getByText('/api/cases/{id}/dispatch'))

    expect(await screen.findByText(/-H "Authorization: Bearer \$TOKEN"/)).toBeVisible()
    expect(await axeFindings()).toEqual([])
  })

  test('says what to do where nothing is found', async () => {
    serve()
    const { user } = await openPage('/developers?find=no-such-thing')

    await user.click(await screen.findByRole('button', { name: '显示全部' }))

    await user.click(await screen.findByRole('heading', { name: '案件办理' }))
    expect(screen.getByText('/api/cases/{id}/dispatch')).toBeVisible()
  })

  test('shows a sample of every type of event', async () => {
    serve()
    const { user } = await openPage('/developers')

    await user.click(await screen.findByText('onegrid.cases'))
    await user.click(screen.getByText('grid.case.filed.v1'))

    const sample = screen.getByRole('region', { name: '样例 grid.case.filed.v1' })
    expect(within(sample).getByText(/"specversion": "1.0"/)).toBeVisible()
  })

  test('can be tried again when the documents did not come', async () => {
    fakeServer({
      'GET /openapi.json': [new Reply(503, {}), api],
      'GET /asyncapi.json': read('asyncapi.json'),
    })
    const { user } = await openPage('/developers')

    await user.click(await screen.findByRole('button', { name: '再试一次' }))

    expect(await screen.findByRole('searchbox')).toBeVisible()
  })
})

describe('a call in curl', () => {
  const all = operations(api)
  const one = (id: string) => all.find((operation) => operation.operationId === id)!

  test('of a public operation needs no token', () => {
    expect(curl(api, one('getMatters'), 'http://h')).toBe("curl -s 'http://h/api/matters'")
  })

  test('of a command has its body in quotes that no word can leave', () => {
    const operation = structuredClone(one('postCasesDispatch'))
    operation.requestBody!.content['application/json']!.example = { note: "it's" }

    expect(curl(api, operation, 'http://h')).toContain(`-d '{"note":"it'\\''s"}'`)
  })

  test('names no parameter that is still in braces', () => {
    expect(
      all.map((operation) => curl(api, operation, 'http://h')).filter((line) => /\/\{\w+\}/.test(line)),
    ).toEqual([])
  })

  test('is found by several words in any order', () => {
    expect(matching(all, 'cases post dispatch', '').map((found) => found.path)).toContain(
      '/api/cases/{id}/dispatch',
    )
  })
})
