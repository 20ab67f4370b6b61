import { screen, within } from '@testing-library/vue'
import { describe, expect, test } from 'vitest'
import { card, list } from '@/testing/district'
import { fakeServer, problem } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'
import type { GridPost } from '@/api/posts'

const CODE = '410212001001003'
const me = {
  signedIn: true,
  name: '社区',
  username: 'community-1',
  roles: ['community'],
  gridScope: ['410212001001'],
  unit: 'community',
  post: '温泉社区党组织书记',
}
const term = {
  id: 't1',
  manner: 'HOLDER',
  holder: 'account-a',
  mine: false,
  from: '2026-01-05T09:00:00+08:00',
  until: null,
  when: 'NOW',
  note: null,
  recordedAt: '2026-01-05T09:00:00+08:00',
  recordedBy: '温泉社区党组织书记',
  ending: null,
  endReason: null,
  endedBy: null,
} as const
const post = (over: Partial<GridPost> = {}): GridPost => ({
  gridCode: CODE,
  gridName: '温泉小区3',
  kind: 'GRID_HEAD',
  title: '小区党支部书记',
  state: 'HELD',
  holder: term,
  standIn: null,
  vacantSince: null,
  alarmDue: null,
  alarmedAt: null,
  openCases: 2,
  terms: [term],
  allowed: ['hand-over', 'stand-in', 'vacate'],
  version: 4,
  ...over,
})
const at = (held: GridPost) => ({
  'GET /api/me': me,
  [`GET /api/grids/${CODE}`]: card(),
  [`GET /api/grids/${CODE}/posts`]: list(held),
  [`GET /api/grids/${CODE}/teams`]: list(),
  [`GET /api/grids/${CODE}/units`]: list(),
  'GET /api/units': { items: [{ code: 'water', name: '供水公司', kind: 'UTILITY' }] },
})

describe('the posts of a grid at the desk', () => {
  test('a hand-over names the next account and the moment', async () => {
    const server = fakeServer({
      ...at(post()),
      [`POST /api/grids/${CODE}/posts/GRID_HEAD/hand-over`]: post({
        holder: { ...term, holder: 'account-b' },
      }),
    })
    const { user } = await openPage(`/desk/posts/${CODE}`)
    await user.click(await screen.findByRole('button', { name: '交接' }))
    await user.type(screen.getByLabelText('接任账号编号'), 'account-b')
    await user.click(screen.getByRole('button', { name: '确认交接' }))
    expect(await screen.findByText('已交接')).toBeVisible()
    const [sent] = server.sent(`POST /api/grids/${CODE}/posts/GRID_HEAD/hand-over`)
    expect(sent!.body).toEqual({ to: 'account-b' })
    expect(sent!.headers.get('If-Match')).toBe('"4"')
    expect(await axeFindings()).toEqual([])
  })

  test('a refusal says why, and the text stays', async () => {
    fakeServer({
      ...at(post()),
      [`POST /api/grids/${CODE}/posts/GRID_HEAD/vacate`]: problem(409, 'rule-violated', { rule: 'G5' }),
    })
    const { user } = await openPage(`/desk/posts/${CODE}`)
    await user.click(await screen.findByRole('button', { name: '免去' }))
    await user.type(screen.getByLabelText('原因'), '调任')
    await user.click(screen.getByRole('button', { name: '确认免去' }))
    expect(await screen.findByText('这段时间岗位已经有人，任期不能重叠。')).toBeVisible()
    expect(screen.getByLabelText('原因')).toHaveValue('调任')
  })

  test('a team is a post and a number', async () => {
    const server = fakeServer({ ...at(post()), [`POST /api/grids/${CODE}/teams`]: {} })
    const { user } = await openPage(`/desk/posts/${CODE}`)
    await user.click(await screen.findByRole('button', { name: '组建队伍' }))
    const form = within(screen.getByRole('form', { name: '组建队伍' }))
    await user.type(form.getByLabelText('队伍名称'), '先锋队')
    await user.type(form.getByLabelText('负责岗位'), '副书记')
    await user.type(form.getByLabelText('人数'), '12')
    await user.click(form.getByRole('button', { name: '确认组建队伍' }))
    expect(await screen.findByText('已组建队伍')).toBeVisible()
    expect(server.sent(`POST /api/grids/${CODE}/teams`)[0]!.body).toEqual({
      name: '先锋队',
      kind: 'PARTY',
      leaderPost: '副书记',
      members: 12,
    })
  })

  test('the vacancies name the longest first and their alarm', async () => {
    fakeServer({
      'GET /api/me': me,
      'GET /api/grids/vacancies': list({
        gridCode: CODE,
        gridName: '温泉小区3',
        path: '城东街道 / 温泉社区 / 温泉小区3',
        kind: 'GRID_HEAD',
        title: '小区党支部书记',
        state: 'VACANT',
        unheldSince: '2026-11-19T09:00:00+08:00',
        standInUntil: null,
        alarmDue: null,
        alarmedAt: '2026-11-22T09:00:00+08:00',
      }),
    })
    await openPage('/desk/posts')
    expect(await screen.findByText('空缺超期')).toBeVisible()
    expect(screen.getByRole('link', { name: /温泉小区3 · 小区党支部书记/ })).toHaveAttribute(
      'href',
      `/desk/posts/${CODE}`,
    )
    expect(await axeFindings()).toEqual([])
  })
})
