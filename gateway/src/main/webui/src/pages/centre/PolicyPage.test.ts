import { screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { fakeServer, problem } from '@/testing/fakeServer'
import { axeFindings, openPage } from '@/testing/openPage'
import { signedIn } from '@/pages/desk/fixtures'

const rule = {
  number: 'R3',
  name: '影响人数多',
  condition: 'peopleAffected >= 10',
  scale: 'BIG',
  level: 'STREET',
  sentence: '影响约{peopleAffected}人',
  order: 1,
}
const one = {
  version: 1,
  status: 'IN_FORCE',
  note: '默认规则',
  createdAt: '2026-11-01T08:00:00+08:00',
  inForceAt: '2026-11-01T08:00:00+08:00',
  rules: [rule],
}
const two = { ...one, version: 2, status: 'DRAFT', note: '放宽', inForceAt: null }
function open(answers: object = {}) {
  return fakeServer({
    'GET /api/me': signedIn('centre'),
    'GET /api/brain/policies': { items: [two, one], next: null },
    'GET /api/brain/policies/1': one,
    'GET /api/brain/policies/2': two,
    ...answers,
  })
}

test('the rules in force are readable, and axe finds nothing', async () => {
  open()
  await openPage('/centre/policy')
  expect(await screen.findByRole('rowheader', { name: 'R3' })).toBeVisible()
  expect(screen.getByText('peopleAffected >= 10')).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('trying a draft shows what would change', async () => {
  const server = open({
    'POST /api/brain/policies/2/try': {
      cases: 50,
      changed: [{ caseNumber: '261122-00017', before: 'SMALL', after: 'BIG', rule: 'R3' }],
      big: 9,
      small: 41,
    },
  })
  const { user } = await openPage('/centre/policy?version=2')
  await user.click(await screen.findByRole('button', { name: '拿过去的案件试' }))
  expect(await screen.findByText('试了 50 件：大事 9，小事 41')).toBeVisible()
  expect(screen.getByRole('row', { name: /261122-00017 小事 → 大事 R3/ })).toBeVisible()
  expect(server.sent('POST /api/brain/policies/2/try')[0]!.body).toEqual({ days: 30 })
})

test('a version is put in force after one more question', async () => {
  const server = open({ 'POST /api/brain/policies/2/enforce': { ...two, status: 'IN_FORCE' } })
  const { user } = await openPage('/centre/policy?version=2')
  await user.click(await screen.findByRole('button', { name: '付诸执行' }))
  expect(server.sent('POST /api/brain/policies/2/enforce')).toEqual([])
  await user.click(screen.getByRole('button', { name: '确认执行第 2 版' }))
  expect(await screen.findByText('第 2 版已执行')).toBeVisible()
})

test('a condition that does not compile is named', async () => {
  open({
    'POST /api/brain/policies': problem(400, 'validation', {
      errors: [{ field: 'rules[R3].condition', message: 'unknown name' }],
    }),
  })
  const { user } = await openPage('/centre/policy')
  await user.click(await screen.findByRole('button', { name: '照这一版起草新版' }))
  await user.type(screen.getByLabelText('改了什么'), '试试')
  await user.click(screen.getByRole('button', { name: '存为草稿' }))
  expect(await screen.findByText(/rules\[R3\]\.condition: unknown name/)).toBeVisible()
  expect(await axeFindings()).toEqual([])
})
