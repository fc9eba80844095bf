import * as fc from 'fast-check'
import { fillPattern, placeholdersOf } from '../../../shared/catalog/pattern'

describe('a pattern is filled', () => {
  test('with the values of its placeholders', () => {
    expect(fillPattern('{villageName}{year}年度公示', { villageName: '示例村', year: 2026 })).toEqual({
      text: '示例村2026年度公示',
      missing: [],
    })
  })

  test('and shows a blank for what is still missing, naming it once', () => {
    expect(fillPattern('{name}，{name}，{year}', { year: 2026 })).toEqual({
      text: '＿＿，＿＿，2026',
      missing: ['name'],
    })
  })

  test('leaving out an optional part whose value is missing, empty or blank', () => {
    for (const other of [undefined, '', '  ']) {
      expect(fillPattern('办法。[[其他：{other}。]]完', { other })).toEqual({ text: '办法。完', missing: [] })
    }
  })

  test('keeping an optional part whose values are all there', () => {
    expect(fillPattern('[[新增{added}户、退出{left}户。]]', { added: 0, left: 2 }).text).toBe(
      '新增0户、退出2户。',
    )
    expect(fillPattern('[[新增{added}户、退出{left}户。]]', { added: 3 }).text).toBe('')
  })

  test('without reading braces in a value as placeholders', () => {
    expect(fillPattern('{a}{b}', { a: '{b}', b: '[[x]]' })).toEqual({ text: '{b}[[x]]', missing: [] })
  })

  test('without taking what every object has for a value', () => {
    expect(fillPattern('{constructor}', {}).missing).toEqual(['constructor'])
  })

  test('so that every value given stands in the text and nothing is missing', () => {
    const value = fc.string({ minLength: 1 }).filter(text => text.trim() !== '')
    fc.assert(
      fc.property(value, value, (first, second) => {
        const { text, missing } = fillPattern('始{first}中[[可{second}选]]终', { first, second })
        return missing.length === 0 && text === `始${first.trim()}中可${second.trim()}选终`
      }),
    )
  })
})

test('the placeholders of a pattern are named once, those outside [[ ]] as required', () => {
  expect(placeholdersOf('{a}{b}{a}[[{c}]]')).toEqual({ all: ['a', 'b', 'c'], required: ['a', 'b'] })
})
