import { describe, expect, test } from 'vitest'
import { exactTime, sayDue, sayTime } from './time'

// Sunday afternoon in the district; still Sunday morning in UTC.
const now = new Date('2026-11-22T15:00:00+08:00')

describe('time as people say it', () => {
  test.each([
    ['2026-11-22T17:00:00+08:00', '今天17:00', 'today 17:00'],
    ['2026-11-22T00:05:00+08:00', '今天00:05', 'today 00:05'],
    ['2026-11-23T09:30:00+08:00', '明天09:30', 'tomorrow 09:30'],
    ['2026-11-24T09:30:00+08:00', '后天09:30', '24 Nov 09:30'],
    ['2026-11-21T23:59:00+08:00', '昨天23:59', 'yesterday 23:59'],
    ['2026-11-22T16:30:00Z', '明天00:30', 'tomorrow 00:30'],
    ['2026-12-01T08:00:00+08:00', '12月1日08:00', '1 Dec 08:00'],
    ['2027-01-04T08:00:00+08:00', '2027年1月4日08:00', '4 Jan 2027 08:00'],
  ])('%s is %s, in English %s', (at, zh, en) => {
    expect([sayTime(at, 'zh-CN', now), sayTime(at, 'en', now)]).toEqual([zh, en])
  })

  test.each([
    ['2026-11-22T17:00:00+08:00', '今天17:00前', 'by today 17:00'],
    ['2026-11-22T14:30:00+08:00', '已超过30分钟', 'overdue by 30 minutes'],
    ['2026-11-22T13:00:00+08:00', '已超过2小时', 'overdue by 2 hours'],
    ['2026-11-19T13:00:00+08:00', '已超过3天', 'overdue by 3 days'],
  ])('a limit at %s is %s, in English %s', (at, zh, en) => {
    expect([sayDue(at, 'zh-CN', now), sayDue(at, 'en', now)]).toEqual([zh, en])
  })

  test('the exact time is in the clock of the district', () => {
    expect(exactTime('2026-11-22T09:00:00Z')).toBe('2026-11-22 17:00')
  })
})
