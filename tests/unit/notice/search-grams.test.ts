import fc from 'fast-check'
import { gramsOf, gramsOfWord } from '../../../shared/notice/search-grams'

/** What the database does: every gram of the word stands among the notice's. */
const finds = (word: string, texts: string[]) => {
  const grams = new Set(gramsOf(texts))
  const wanted = gramsOfWord(word)
  return wanted.length > 0 && wanted.every(gram => grams.has(gram))
}

const TITLE = '下章村2026年度低收入农户拟认定名单公示'

describe('a notice is found by a word', () => {
  test.each(['低收入', '名单公示', '村', '2026', '2', '０２６', '下章村2026年度'])('%s', word => {
    expect(finds(word, [TITLE])).toBe(true)
  })

  test('in capitals or not, and with words apart', () => {
    expect(finds('ppp', ['PPP 项目'])).toBe(true)
    expect(finds('公示 低收入', [TITLE])).toBe(true)
  })

  test('of any part of its texts, in any length', () => {
    fc.assert(
      fc.property(fc.nat({ max: TITLE.length - 1 }), fc.integer({ min: 1, max: 12 }), (from, length) =>
        finds(TITLE.slice(from, from + length), [TITLE, '低收入农户认定']),
      ),
    )
  })
})

describe('a notice is not found', () => {
  test.each(['高收入', '公示名单', '3', '章下'])('by %s', word => {
    expect(finds(word, [TITLE])).toBe(false)
  })

  test('by signs alone: such a word asks for nothing', () => {
    expect(gramsOfWord('，。 《》')).toEqual([])
    expect(gramsOfWord('')).toEqual([])
  })

  test('across two texts: the end of one and the beginning of the next are no word', () => {
    expect(finds('示低', ['名单公示', '低收入'])).toBe(false)
  })
})

describe('grams', () => {
  test('are single characters and neighbours, each once', () => {
    expect(gramsOf(['低保', '低保'])).toEqual(['低', '保', '低保'])
  })

  test('keep a rare character whole', () => {
    expect(gramsOf(['𠮷村'])).toEqual(['𠮷', '村', '𠮷村'])
  })

  test('are bounded, whatever is written', () => {
    const long = Array.from({ length: 9000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
    expect(gramsOf([long]).length).toBeLessThanOrEqual(500)
    expect(gramsOfWord(long).length).toBeLessThanOrEqual(40)
  })
})
