import fc from 'fast-check'
import {
  applyMask,
  maskAddress,
  maskBank,
  maskId,
  maskName,
  maskPhone,
  namesIn,
} from '../../../shared/privacy/masks'
import { idNumber, someId, someName } from './people'

describe('the names in a cell', () => {
  test('are each by themselves, without padding and without what stands in parentheses', () => {
    expect(namesIn('张　三、王小明（组长）；欧阳红 李四光')).toEqual(['张三', '王小明', '欧阳红', '李四光'])
    expect(namesIn('Anna  Maria Lee')).toEqual(['Anna Maria Lee'])
    expect(namesIn(' （空） ')).toEqual([])
  })
})

describe('a name under its mask', () => {
  test.each([
    ['王明', '王*'],
    ['王小明', '王*明'],
    ['王小明亮', '王**亮'],
    ['买买提江', '买**江'],
  ])('%s shows as %s: two hide the last, three the middle, four the inner two', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  test.each([
    ['欧阳修', '欧阳*'],
    ['司马相如', '司马**'],
    ['欧阳', '欧*'],
  ])('%s, a compound surname, shows as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  test('a name of one character hides whole', () => {
    expect(maskName('王')).toBe('*')
  })

  test('a short name padded with a space is one name', () => {
    expect(maskName('王　明')).toBe('王*')
    expect(maskName(' 王 小 明 ')).toBe('王*明')
  })

  test('several people in one cell are masked one by one', () => {
    expect(maskName('王小明、李红')).toBe('王*明、李*')
    expect(maskName('王小明 李红')).toBe('王*明、李*')
    expect(maskName('王小明\n李红')).toBe('王*明、李*')
  })

  test('what stands in parentheses beside a name goes, closed or not', () => {
    expect(maskName('王小明（妻李小红）')).toBe('王*明')
    expect(maskName('王小明(330304')).toBe('王*明')
  })

  test('a name with a dot hides all between its ends and keeps the dot', () => {
    expect(maskName('买买提·吐尔逊')).toBe('买**·**逊')
  })

  test('a name in letters keeps the first letter of each word', () => {
    expect(maskName('John Smith')).toBe('J*** S****')
  })

  test('a rare character of two code units is not cut in half', () => {
    expect(maskName('王𠮷明')).toBe('王*明')
    expect(maskName('𠮷明')).toBe('𠮷*')
  })

  test('an empty cell stays empty', () => {
    expect(maskName('')).toBe('')
    expect(maskName(' 　')).toBe('')
  })

  test('masking twice changes nothing', () => {
    fc.assert(fc.property(someName, name => maskName(maskName(name)) === maskName(name)))
  })

  test('whatever is written, no text of two or more characters comes out whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2 }), text => {
        const name = text.trim()
        const hasSomething = maskName(name) !== '' && !name.includes('*')
        return !hasSomething || !maskName(name).includes(name)
      }),
    )
  })
})

describe('numbers and addresses under their masks', () => {
  test('a phone shows three digits and the last four', () => {
    expect(maskPhone('13800138000')).toBe('138****8000')
    expect(maskPhone('+86 138-0013-8000')).toBe('138****8000')
    expect(maskPhone('１３８００１３８０００')).toBe('138****8000')
  })

  test("a citizen's number shows the first two and the last three", () => {
    expect(maskId('350000197001010123')).toBe('35*************123')
    expect(maskId('35000019700101012x')).toBe('35*************12x')
    expect(maskId('350000700101123')).toBe('35**********123')
  })

  test('an account shows its last four', () => {
    expect(maskBank('6228 4800 0000 1234')).toBe('************1234')
  })

  test('too short a number shows nothing', () => {
    expect(maskId('12345')).toBe('*****')
    expect(maskBank('1234')).toBe('****')
    expect(maskPhone('12')).toBe('**')
  })

  test.each([
    ['瓯海区仙岩街道下章村三组12号', '瓯海区仙岩街道下章村'],
    ['慈城镇上村村5号', '慈城镇上村村'],
    ['娄桥街道洪塘社区8幢', '娄桥街道洪塘社区'],
    ['瓯海区新村路12号洪塘社区', '瓯海区新村路12号洪塘社区'],
    ['梧田街道新村路12号', '梧田街道'],
    ['某小区3幢2单元', '********'],
    ['', ''],
  ])('the address %s shows as %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked)
  })

  test('a column is masked as its form says', () => {
    expect(applyMask('none', '三组')).toBe('三组')
    expect(applyMask('name', '王小明')).toBe('王*明')
    expect(applyMask('id', idNumber('330304', '1970-01-01'))).toMatch(/^33\*{13}\d{2}[\dX]$/)
  })

  test("no citizen's number comes out whole", () => {
    fc.assert(fc.property(someId, id => !maskId(id).includes(id.slice(2, 15))))
  })
})
