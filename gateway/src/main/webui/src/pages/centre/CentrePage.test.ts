import { screen, within } from '@testing-library/vue'
import { expect, test, vi } from 'vitest'
import type { Linkage } from '@/api/brain'
import { fakeServer, problem } from '@/testing/fakeServer'
import { fakeStream } from '@/testing/fakeStream'
import { axeFindings, openPage } from '@/testing/openPage'
import { noShapes, signedIn } from '@/pages/desk/fixtures'

vi.mock('./classChart', () => ({ drawClasses: () => ({ update() {}, end() {} }) }))

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const part = (service: 'property' | 'party' | 'new-sector' | 'grid', name: string, over = {}) => ({
  directiveId: `d-${service}`,
  service,
  serviceName: name,
  kind: 'WORK_ORDER',
  status: 'RECEIVED',
  answered: false,
  issuedAt: ago(5),
  receivedAt: ago(5),
  acceptedAt: null,
  completedAt: null,
  note: null,
  reason: null,
  ...over,
})
const linkage = (over: Partial<Linkage> = {}): Linkage => ({
  id: 'l1',
  caseId: 'c1',
  caseNumber: '261122-00017',
  matterName: '供水管道爆裂',
  severity: 2,
  gridCode: '410212001001001',
  gridName: '温泉小区1',
  communityName: '温泉社区',
  status: 'OPEN',
  level: 'STREET',
  lead: { unit: 'water', name: '供水公司' },
  coUnits: [],
  caseStatus: 'DISPATCHED',
  openedAt: ago(5),
  dueAt: ago(-60),
  closedAt: null,
  clock: { share: 0.08, reached: [] },
  sentence: '影响约300人，由街道牵头。',
  rule: 'R3',
  parts: [
    part('property', '物业'),
    part('party', '党建'),
    part('new-sector', '新兴领域'),
    part('grid', '网格'),
  ],
  log: [{ at: ago(5), kind: 'OPENED', text: '联动已开启' }],
  allowed: ['urge', 'escalate', 'waive', 'reissue'],
  version: 1,
  ...over,
})
const situation = {
  asOf: ago(0),
  today: { reported: 9, closed: 2, big: 1, small: 8 },
  open: 7,
  overdue: 1,
  grids: [{ code: '410212001001', level: 2, open: 4, overdue: 1, big: 1 }],
  classes: [{ name: '突发事件', open: 4 }],
  linkages: { open: 1, unanswered: 4 },
}
const decision = {
  id: 'D1',
  caseId: 'c1',
  caseNumber: '261122-00017',
  gridCode: '410212001001001',
  gridName: '温泉小区1',
  matterName: '供水管道爆裂',
  scale: 'BIG',
  rule: { number: 'R3', name: '影响人数多', policyVersion: 1 },
  facts: { severity: 2, peopleAffected: 300 },
  sentence: '影响约300人，由街道牵头。',
  at: ago(5),
}
const community = {
  code: '410212001001',
  parentCode: '410212001',
  level: 2,
  kind: 'BASE',
  name: '温泉社区',
  path: '',
  headPost: null,
  households: 0,
  longitude: 114.43,
  latitude: 34.76,
  children: 9,
}

function open(answers: object = {}) {
  const server = fakeServer({
    'GET /api/me': signedIn('centre'),
    'GET /api/brain/situation': situation,
    'GET /api/brain/linkages': { items: [linkage()], next: null },
    'GET /api/brain/linkages/l1': linkage(),
    'GET /api/brain/decisions': { items: [decision], next: null },
    'GET /api/grids': { items: [community], next: null },
    'GET /api/grids/geojson': noShapes,
    ...answers,
  })
  return { server, stream: fakeStream() }
}
const box = async (name: string) =>
  within(screen.getByRole('region', { name: /正在联动/ }))
    .getByText(name, { selector: 'strong' })
    .closest('li')!

test('the centre shows figures, linkages and why, and axe finds nothing', async () => {
  open()
  await openPage('/centre')
  expect(await screen.findByRole('link', { name: /1 ?已超时/ })).toHaveAttribute(
    'href',
    '/desk?filter=overdue',
  )
  expect(await screen.findByText('● 4 家还没答复')).toBeVisible()
  expect(screen.getByText('影响约300人，由街道牵头。')).toBeVisible()
  expect(await screen.findByRole('link', { name: '打开温泉社区的 4 件' })).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('a part turns answered when its event arrives, without reloading', async () => {
  const answered = linkage({
    version: 2,
    parts: [
      part('property', '物业', { status: 'ACCEPTED', answered: true, acceptedAt: ago(0) }),
      ...linkage().parts.slice(1),
    ],
  })
  const { stream } = open({ 'GET /api/brain/linkages/l1': answered })
  await openPage('/centre')
  await screen.findByText('● 4 家还没答复')
  await screen.findByText('实时')
  expect(await box('物业')).toHaveTextContent('待接受')
  stream.say('linkage', { id: 'l1' })

  expect(await screen.findByText('● 3 家还没答复')).toBeVisible()
  expect(await box('物业')).toHaveTextContent('已接受')
})

test('urging is one step', async () => {
  const { server } = open({ 'POST /api/brain/linkages/l1/urge': linkage({ version: 2 }) })
  const { user } = await openPage('/centre')
  await user.click(await screen.findByRole('button', { name: '催办' }))
  expect(await screen.findByText('已催办')).toBeVisible()
  expect(server.sent('POST /api/brain/linkages/l1/urge')[0]!.headers.get('If-Match')).toBe('"1"')
})

test('a declined part is waived with a reason', async () => {
  const declined = linkage({
    parts: [
      part('property', '物业', { status: 'DECLINED', answered: true, reason: '没有物业' }),
      ...linkage().parts.slice(1),
    ],
  })
  const { server } = open({
    'GET /api/brain/linkages': { items: [declined], next: null },
    'POST /api/brain/linkages/l1/waive': linkage({ version: 2 }),
  })
  const { user } = await openPage('/centre')
  await user.click(await screen.findByRole('button', { name: '物业：免办' }))
  await user.click(screen.getByRole('button', { name: '确认免办' }))
  expect(await screen.findByText('请写几个字')).toBeVisible()
  await user.type(screen.getByLabelText(/为什么可以免办/), '散户网格没有物业')
  await user.click(screen.getByRole('button', { name: '确认免办' }))
  await vi.waitFor(() =>
    expect(server.sent('POST /api/brain/linkages/l1/waive')[0]!.body).toEqual({
      directiveId: 'd-property',
      reason: '散户网格没有物业',
    }),
  )
})

test('a linkage changed meanwhile keeps the words', async () => {
  open({ 'POST /api/brain/linkages/l1/escalate': problem(412, 'stale-version') })
  const { user } = await openPage('/centre')
  await user.click(await screen.findByRole('button', { name: '升一级' }))
  await user.type(screen.getByLabelText('为什么升级'), '影响面扩大')
  await user.click(screen.getByRole('button', { name: '确认升一级' }))
  expect(await screen.findByText(/刚才有变化/)).toBeVisible()
  expect(screen.getByLabelText('为什么升级')).toHaveValue('影响面扩大')
})

test('Escape takes back an escalation and gives the keyboard back', async () => {
  open()
  const { user } = await openPage('/centre')
  await user.click(await screen.findByRole('button', { name: '升一级' }))
  await user.type(screen.getByLabelText('为什么升级'), '影响')
  await user.keyboard('{Escape}')

  expect(screen.queryByLabelText('为什么升级')).toBeNull()
  expect(screen.getByRole('button', { name: '升一级' })).toHaveFocus()
})

test('the wall is dark and has no acts', async () => {
  open()
  await openPage('/centre?wall=1')
  await screen.findByText('● 4 家还没答复')
  expect(document.documentElement.dataset.theme).toBe('wall')
  expect(screen.queryByRole('button', { name: '催办' })).toBeNull()
})

test('one linkage has its log and the way to its case', async () => {
  open()
  await openPage('/centre/linkages/l1')
  expect(await screen.findByText('联动已开启')).toBeVisible()
  expect(screen.getByRole('link', { name: '打开案件 261122-00017' })).toHaveAttribute(
    'href',
    '/desk/cases/c1',
  )
  expect(await axeFindings()).toEqual([])
})

test('a resident who signed in is told in words', async () => {
  open({ 'GET /api/me': signedIn('resident') })
  await openPage('/centre')
  expect(await screen.findByText('您的岗位不用这一页')).toBeVisible()
})
