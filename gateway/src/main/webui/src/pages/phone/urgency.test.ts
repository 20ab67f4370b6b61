import { expect, test } from 'vitest'
import { byUrgency, urgencyOf, type Urgent } from './urgency'

const now = new Date('2026-11-24T10:00:00+08:00')
const one = (id: string, dueAt: string | null, severity = 3, over: Partial<Urgent> = {}): Urgent => ({
  id,
  dueAt: dueAt && `2026-11-${dueAt}+08:00`,
  severity,
  status: 'FILED',
  reportedAt: '2026-11-20T08:00:00+08:00',
  ...over,
})

test.each([
  ['24T09:59:00', 'overdue'],
  ['24T12:00:00', 'soon'],
  ['24T12:01:00', 'today'],
  ['25T00:00:00', 'later'],
  [null, 'open'],
])('at ten o’clock what is due %s is %s', (due, urgency) => {
  expect(urgencyOf(one('a', due), now)).toBe(urgency)
})

test('the longest overdue comes first, then the soonest due, of the same minute the severest', () => {
  const cases = [
    one('never', null, 1),
    one('tomorrow', '25T10:00:00', 1),
    one('noon, mild', '24T12:00:30', 4),
    one('noon, severe', '24T12:00:10', 2),
    one('overdue today', '24T09:00:00', 4),
    one('overdue since Sunday', '22T09:00:00', 4),
  ]
  expect(byUrgency(cases, now).map((each) => each.id)).toEqual([
    'overdue since Sunday',
    'overdue today',
    'noon, severe',
    'noon, mild',
    'tomorrow',
    'never',
  ])
})

test('while it is to be checked the time of the check runs', () => {
  const checked = one('a', '20T09:00:00', 3, {
    status: 'VERIFYING',
    verifyBy: '2026-11-24T18:00:00+08:00',
  })
  expect(urgencyOf(checked, now)).toBe('today')
})
