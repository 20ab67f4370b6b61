import { describe, expect, it } from 'vitest'
import { bodyOf, gapsOf, moves, movesFor } from './moves'

const move = (command: string) => moves.find((each) => each.command === command)!
const today = '2026-11-22'

describe('a move', () => {
  it('is shown only when the server allows it', () => {
    expect(movesFor(['accept', 'return', 'unmask', 'fly']).map((each) => each.command)).toEqual([
      'accept',
      'return',
    ])
  })

  it('sends no empty field', () => {
    expect(bodyOf(move('dispatch'), { unit: 'water', coUnits: [], note: '  ' })).toEqual({ unit: 'water' })
  })

  it('leaves out what was asked for another answer', () => {
    expect(bodyOf(move('call-back'), { result: 'NO_ANSWER', solved: true, score: 5 })).toEqual({
      result: 'NO_ANSWER',
    })
  })

  it.each([
    ['return', {}, { reason: 'needed' }],
    ['return', { reason: '不归我们管' }, {}],
    ['verify', { text: '已通水' }, { passed: 'choose' }],
    ['feedback', { text: '修好了', photos: [] }, { noPhotoReason: 'photoOrReason' }],
    ['feedback', { text: '修好了', photos: ['p'] }, {}],
    ['feedback', { text: '修好了', noPhotoReason: '地下管线' }, {}],
    ['suspend', { reason: '冬季不能施工', reviewOn: '2027-02-20' }, {}],
    ['suspend', { reason: '冬季不能施工', reviewOn: '2027-02-21' }, { reviewOn: 'dateRange' }],
    ['suspend', { reason: '冬季不能施工', reviewOn: today }, { reviewOn: 'dateRange' }],
    ['extend', { reason: '配件未到', days: 0 }, { days: 'numberRange' }],
    ['extend', { reason: '配件未到', days: 5 }, {}],
    ['reclassify', { reason: '是井盖' }, { matterCode: 'choose' }],
    ['rule', { reason: '管线归供水公司' }, {}],
    ['accept', {}, {}],
    ['divert', { kind: 'EMERGENCY_LINE', reason: '打架' }, {}],
    ['divert', { kind: 'REPEAT', reason: '上周报过' }, { route: 'needed' }],
    ['divert', { reason: '上周报过' }, { kind: 'choose' }],
    ['call-back', { result: 'NO_ANSWER' }, {}],
    ['call-back', { result: 'VALID', score: 4 }, { solved: 'choose' }],
    ['review', { stands: false, text: '没有修' }, {}],
  ])('%s with %j lacks %j', (command, values, gaps) => {
    expect(gapsOf(move(command), values, today)).toEqual(gaps)
  })
})
