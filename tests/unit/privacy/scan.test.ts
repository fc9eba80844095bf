import fc from 'fast-check'
import { findPersonalData, hidePersonalNumbers } from '../../../shared/privacy/scan'
import { cardNumber, idNumber, someCard, someId, someMobile } from './people'

const ID = idNumber('330304', '1970-02-28')
const CARD = cardNumber('622848000000000000')

const kindsIn = (text: string) => findPersonalData(text).map(({ kind }) => kind)
const piecesIn = (text: string) => findPersonalData(text).map(({ start, end }) => text.slice(start, end))

describe("a citizen's number is found", () => {
  test.each([
    ['as it is', ID],
    ['spaced at the date of birth', `${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`],
    [
      'hyphenated by fours',
      `${ID.slice(0, 4)}-${ID.slice(4, 8)}-${ID.slice(8, 12)}-${ID.slice(12, 16)}-${ID.slice(16)}`,
    ],
    ['digit by digit', [...ID].join(' ')],
    ['digit by digit, widely', [...ID].join(' - ')],
    ['in full width', '３３０３０４１９７００２２８０００' + '１'],
    ['with a zero-width space inside', `${ID.slice(0, 9)}\u200b${ID.slice(9)}`],
    ['in Chinese digits', '三三零三零四一九七零零二二八零零零一'],
    ['with a slip in its check character', '330304197002280009'],
    ['of 15 places', '330304700228001'],
    ['with a small x', '11010119900307867x'],
  ])('written %s', (_, written) => {
    const text = `户主：${written}。`
    expect(kindsIn(text)).toEqual(['id'])
    expect(piecesIn(text)).toEqual([written])
  })

  test('where it touches other digits, by its check character', () => {
    expect(kindsIn(`1${ID}`)).toContain('id')
    expect(kindsIn(`${ID}13800138000`)).toContain('id')
  })

  test('and is shown masked, with what to do', () => {
    const [finding] = findPersonalData(`（${ID}）`)
    expect(finding?.excerpt).toBe(`33*************${ID.slice(-3)}`)
    expect(finding?.message).toContain('请删掉')
    expect(finding?.message).not.toContain(ID)
  })

  test('however it is generated', () => {
    fc.assert(fc.property(someId, id => kindsIn(`编号${id}。`).includes('id')))
  })
})

describe('a mobile phone is found', () => {
  test.each([
    ['13800138000'],
    ['138 0013 8000'],
    ['138-0013-8000'],
    ['+86 13800138000'],
    ['+8613800138000'],
    ['0086-138-0013-8000'],
    ['013800138000'],
    ['１３８００１３８０００'],
    ['1 3 8 0 0 1 3 8 0 0 0'],
    ['138/0013/8000'],
    ['(138)00138000'],
    ['一三八零零一三八零零零'],
  ])('written %s', written => {
    expect(kindsIn(`电话${written}找他`)).toEqual(['mobile'])
  })

  test('not within a longer number', () => {
    expect(kindsIn('合同编号 5138001380001')).not.toContain('mobile')
  })

  test('however it is generated', () => {
    fc.assert(fc.property(someMobile, mobile => kindsIn(`联系${mobile}`).includes('mobile')))
  })
})

describe('a bank account is found', () => {
  test.each([
    [CARD],
    ['6228 4800 0000 1234'],
    ['6228 4800 0000 0000 123'],
    ['6228-4800-0000-1234'],
    ['622848 0000000000'],
    ['账号：20100012345678901'],
    ['开户行示例银行，卡号 4000123412341234'],
  ])('written %s', written => {
    expect(kindsIn(written)).toEqual(['bank'])
  })

  test('however it is generated', () => {
    fc.assert(fc.property(someCard, card => kindsIn(`打到${card}`).includes('bank')))
  })
})

describe('what is no personal data is let be', () => {
  test.each([
    ['公示期：2026年10月9日至2026年10月19日，共7个工作日'],
    ['2023 2024 2025 2026'],
    ['2026-10-08 2026-10-09 2026-10-12'],
    ['浙财农〔2026〕12号'],
    ['项目代码 2020-330304-48-03-100000'],
    ['村代码 330304001001，镇代码 330304001'],
    ['12345 热线、12317 热线'],
    ['补助 1200000.00 元，资金 35000 48000 12000 7000 元'],
    ['张贴一份，评议二次，到场三十人'],
    ['咨询 400-800-1234'],
    ['12 户 29 人'],
    [''],
  ])('%s', text => {
    expect(findPersonalData(text)).toEqual([])
  })

  test('a landline is told apart from a mobile', () => {
    expect(kindsIn('受理电话 0577-88888888')).toEqual(['landline'])
    expect(kindsIn('0574-8765 4321')).toEqual(['landline'])
    expect(kindsIn('010-12345678')).toEqual(['landline'])
    expect(kindsIn('（0577）88888888')).toEqual(['landline'])
  })

  test('a number already masked is no finding', () => {
    expect(findPersonalData('33*************001、138****8000、************1234')).toEqual([])
  })
})

describe('words of illness and disability', () => {
  test('a diagnosis is one kind, words of kinds and grades another', () => {
    expect(kindsIn('因肝癌住院')).toEqual(['diagnosis', 'health'])
    expect(kindsIn('肢体二级')).toEqual(['health'])
    expect(kindsIn('残疾人、精神残疾、医疗救助')).toEqual(['health', 'health', 'health'])
  })

  test('are not found in words that only sound alike', () => {
    expect(findPersonalData('村中风貌整治、个性病虫防治')).toEqual([])
  })
})

describe('data of minors', () => {
  test('an age under eighteen is found, an age that a rule names is not', () => {
    expect(kindsIn('8岁')).toEqual(['minor'])
    expect(kindsIn('17 周岁')).toEqual(['minor'])
    expect(kindsIn('16岁以上、18周岁、60岁')).toEqual([])
  })

  test('headings of their data are found', () => {
    expect(kindsIn('学生姓名、出生日期')).toEqual(['minor', 'minor'])
  })
})

describe('a text with its personal numbers hidden', () => {
  test('keeps all else, office phones included', () => {
    const text = `经评议，${ID} 一户，电话 138 0013 8000，办公 0577-88888888，卡 ${CARD}。`
    expect(hidePersonalNumbers(text)).toBe(
      `经评议，33*************${ID.slice(-3)} 一户，电话 138****8000，办公 0577-88888888，卡 ***************${CARD.slice(-4)}。`,
    )
  })

  test('has none left, wherever in other text they stood', () => {
    const piece = fc.oneof(
      someId,
      someMobile,
      someCard,
      fc.constantFrom('，', '户主', ' ', '2026年', '\n', '12 户'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const left = findPersonalData(hidePersonalNumbers(pieces.join('；')))
        return left.every(({ kind }) => !['id', 'mobile', 'bank'].includes(kind))
      }),
    )
  })
})

describe('a text of any length', () => {
  const KB100 = 100_000

  // No timing is asserted: a search that took more than a multiple of the text would not come to its end here.
  test.each([
    ['digits', '1234567890'],
    ['digits that look like numbers of persons', '3303041970022'],
    ['spaced digits', '6228 4800 '],
    ['single digits apart', '1 - '],
    ['parentheses', '（('],
    ['health words half begun', '精神'],
    ['ages half begun', '1岁'],
  ])('of %s is read to its end', (_, piece) => {
    const text = piece.repeat(Math.ceil(KB100 / piece.length)).slice(0, KB100)
    for (const { start, end } of findPersonalData(text)) expect(end).toBeGreaterThan(start)
    expect(hidePersonalNumbers(text).length).toBeGreaterThan(0)
  })

  test('of anything at all has findings that lie within it, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
        const found = findPersonalData(text)
        const isWithin = found.every(({ start, end }) => start >= 0 && start < end && end <= text.length)
        const isInOrder = found.every(({ start }, index) => start >= (found[index - 1]?.start ?? 0))
        return isWithin && isInOrder
      }),
    )
  })
})
