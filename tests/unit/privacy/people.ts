import fc from 'fast-check'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A made-up citizen's number with a right check character; the sequence 000 belongs to nobody. */
export function idNumber(area: string, born: string, sequence = '000'): string {
  const body = area + born.replace(/-/g, '') + sequence
  const sum = [...body].reduce((all, digit, place) => all + Number(digit) * (WEIGHTS[place] ?? 0), 0)
  return body + '10X98765432'.charAt(sum % 11)
}

/** A made-up card number of 19 places that passes Luhn's check. */
export function cardNumber(body18: string): string {
  const sum = [...body18].reverse().reduce((all, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return body18 + String((10 - (sum % 10)) % 10)
}

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''))

const birthDate = fc
  .date({ min: new Date('1925-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

export const someId = fc
  .tuple(fc.constantFrom('330304', '330205', '110101', '522121', '650102'), birthDate, digits(3))
  .map(([area, born, sequence]) => idNumber(area, born, sequence))

export const someMobile = fc
  .tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9))
  .map(([start, rest]) => start + rest)

export const someCard = digits(14).map(middle => cardNumber(`6228${middle}`))

/** Characters that stand in no form's own words, so that a name found in a page is a leak and no accident. */
const RARE = '鹂雎璟翊翾祎珺玥璐皓晔昊炜烨琪瑜瑾璇楠桐梓榕'
const rare = fc.constantFrom(...RARE)

export const someName = fc.oneof(
  fc.tuple(fc.constantFrom('覃', '晁', '阚', '綦'), rare).map(parts => parts.join('')),
  fc.tuple(fc.constantFrom('覃', '晁', '阚', '綦'), rare, rare).map(parts => parts.join('')),
  fc.tuple(fc.constantFrom('欧阳', '慕容', '尉迟'), rare).map(parts => parts.join('')),
  fc.tuple(fc.constantFrom('欧阳', '慕容'), rare, rare).map(parts => parts.join('')),
)
