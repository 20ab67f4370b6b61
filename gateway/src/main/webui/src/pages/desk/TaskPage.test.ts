import { screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { fakeServer } from '@/testing/fakeServer'
import { fakeStream } from '@/testing/fakeStream'
import { axeFindings, openPage } from '@/testing/openPage'
import { aTask, noGrids, noShapes, signedIn, units, matters } from './fixtures'

function open(answers: object = {}) {
  const server = fakeServer({
    'GET /api/me': signedIn('property'),
    'GET /api/property/tasks/t1': aTask(),
    'GET /api/property/tasks': { items: [aTask()], next: null },
    'GET /api/grids': noGrids,
    'GET /api/grids/geojson': noShapes,
    'GET /api/units': units,
    'GET /api/matters': matters,
    ...answers,
  })
  fakeStream()
  return server
}

test('the list shows what to answer and until when', async () => {
  open()
  await openPage('/desk/tasks/property')
  expect(await screen.findByRole('link', { name: '供水管道爆裂' })).toHaveAttribute(
    'href',
    '/desk/tasks/property/t1',
  )
  expect(await axeFindings()).toEqual([])
})

test('a work order shows company and response time, and axe finds nothing', async () => {
  open()
  await openPage('/desk/tasks/property/t1')
  expect(await screen.findByText('示例物业')).toBeVisible()
  expect(screen.getByText(/30分钟内/)).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

test('declining needs a reason', async () => {
  const server = open({
    'POST /api/property/tasks/t1/decline': aTask({ status: 'DECLINED', allowed: [], version: 1 }),
  })
  const { user } = await openPage('/desk/tasks/property/t1')
  await user.click(await screen.findByRole('button', { name: /^不接/ }))
  await user.click(screen.getByRole('button', { name: '确认不接' }))
  expect(await screen.findByText('请写几个字')).toBeVisible()
  expect(server.sent('POST /api/property/tasks/t1/decline')).toEqual([])
  await user.type(screen.getByLabelText('不接的理由'), '不是我们的小区')
  await user.click(screen.getByRole('button', { name: '确认不接' }))
  expect(await screen.findByText('已谢绝', { selector: 'header *' })).toBeVisible()
  expect(server.sent('POST /api/property/tasks/t1/decline')[0]!.body).toEqual({ reason: '不是我们的小区' })
})

test('Escape closes the form of a task and gives the keyboard back', async () => {
  open()
  const { user } = await openPage('/desk/tasks/property/t1')
  const decline = await screen.findByRole('button', { name: /^不接/ })
  await user.click(decline)
  await user.type(screen.getByLabelText('不接的理由'), '不是')
  await user.keyboard('{Escape}')

  expect(screen.queryByLabelText('不接的理由')).toBeNull()
  expect(decline).toHaveFocus()
})

test('who comes is recorded for a called-up unit', async () => {
  const detail = {
    communityCode: '410212001001',
    communityName: '温泉社区',
    calledUp: 12,
    answered: 0,
    units: [{ code: 'P01', name: '报到单位01', members: 32, calledUp: 12, answered: 0, serviceMinutes: 0 }],
  }
  const task = aTask({
    service: 'party',
    kind: 'CALL_UP',
    detail,
    status: 'ACCEPTED',
    allowed: ['progress', 'answers', 'service'],
  })
  const server = open({
    'GET /api/me': signedIn('party'),
    'GET /api/party/tasks/t1': task,
    'POST /api/party/tasks/t1/answers': task,
  })
  const { user } = await openPage('/desk/tasks/party/t1')
  await user.selectOptions(await screen.findByLabelText('单位'), 'P01')
  await user.clear(screen.getByLabelText('能来几人'))
  await user.type(screen.getByLabelText('能来几人'), '8')
  await user.click(screen.getByRole('button', { name: '登记' }))
  expect(await screen.findByText(/登记/, { selector: '[role=status]' })).toBeVisible()
  expect(server.sent('POST /api/party/tasks/t1/answers')[0]!.body).toEqual({ unit: 'P01', coming: 8 })
  expect(await axeFindings()).toEqual([])
})

test('another area is not offered and is explained', async () => {
  open()
  await openPage('/desk/tasks/party')
  expect(await screen.findByText('您的岗位不用这一页')).toBeVisible()
  expect(screen.queryByRole('link', { name: '党建任务' })).toBeNull()
})
