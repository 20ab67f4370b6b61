import { describe, expect, test } from 'vitest'
import { bodyOf, gapsOf, type Field } from './commandForm'

const fields: Field[] = [
  { name: 'holder', kind: 'text', needed: true },
  { name: 'from', kind: 'time' },
  { name: 'members', kind: 'number' },
  { name: 'since', kind: 'date' },
]

describe('what a form sends', () => {
  test('a time is the wall clock of the district, a number is a number', () => {
    expect(
      bodyOf(fields, { holder: ' account-1 ', from: '2026-12-01T09:00', members: '12', since: '2026-12-02' }),
    ).toEqual({ holder: 'account-1', from: '2026-12-01T09:00:00+08:00', members: 12, since: '2026-12-02' })
  })

  test('what is empty is left out', () => {
    expect(bodyOf(fields, { holder: 'account-1', from: '' })).toEqual({ holder: 'account-1' })
  })

  test('what is needed and blank is a gap', () => {
    expect(gapsOf(fields, { holder: '  ' })).toEqual(['holder'])
  })
})
