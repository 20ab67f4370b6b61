import { describe, expect, it } from 'vitest'
import { addressOf, merged, queryOf, requestOf } from './inboxList'

const shown = (ids: string) => [...ids].map((id) => ({ row: { id }, fresh: false, gone: false }))
const read = (ids: string) => [...ids].map((id) => ({ id }))
const said = (list: ReturnType<typeof merged>) =>
  list.map((each) => each.row.id + (each.fresh ? '+' : '') + (each.gone ? '-' : '')).join(' ')

describe('the inbox list', () => {
  it.each([
    ['abc', 'abc', 'a b c'],
    ['abc', 'axbc', 'a x+ b c'],
    ['abc', 'ac', 'a b- c'],
    ['abc', 'bc', 'a- b c'],
    ['abcd', 'ad', 'a b- c- d'],
    ['', 'ab', 'a+ b+'],
    ['ab', '', 'a- b-'],
  ])('shows %s, reads %s, then keeps every place: %s', (before, now, then) => {
    expect(said(merged(shown(before), read(now)))).toBe(then)
  })

  it('writes into the address what it reads back', () => {
    const address = {
      view: 'all',
      filter: 'overdue',
      text: '水',
      grid: '410212001001',
      className: '市容环境',
      day: 'big',
      supervision: '2',
    } as const
    expect(addressOf(queryOf(address))).toEqual(address)
  })

  it('does not trust a hand-written address', () => {
    expect(addressOf({ view: 'x', filter: 'y', q: ['a'], day: 'z' })).toEqual(addressOf({}))
  })

  it('asks for what the counted number promised', () => {
    expect(requestOf(addressOf({ filter: 'toVerify' }))).toEqual({ view: 'all', status: 'VERIFYING' })
  })
})
