import { birthDateOf, isMinorOn } from '../../../shared/privacy/identity-number'
import { idNumber } from './people'

describe("the date of birth in a citizen's number", () => {
  test('is read from 18 places and from 15', () => {
    expect(birthDateOf(idNumber('330304', '1970-02-28'))).toBe('1970-02-28')
    expect(birthDateOf('330304700228001')).toBe('1970-02-28')
  })

  test('is read where the number is spaced or in full width', () => {
    expect(birthDateOf('330304 19700228 0001')).toBe('1970-02-28')
    expect(birthDateOf('３３０３０４１９７００２２８０００１')).toBe('1970-02-28')
  })

  test('is none for a date that cannot be, and for other numbers', () => {
    expect(birthDateOf('330304197002310001')).toBeNull()
    expect(birthDateOf('330304197013010001')).toBeNull()
    expect(birthDateOf('13800138000')).toBeNull()
    expect(birthDateOf('')).toBeNull()
  })
})

describe('a minor is who is not yet eighteen (民法典 §17)', () => {
  const id = idNumber('330304', '2008-10-09')

  test('on the eighteenth birthday the year of age is not yet full', () => {
    expect(isMinorOn(id, '2026-10-09')).toBe(true)
  })

  test('the day after it the person is of age', () => {
    expect(isMinorOn(id, '2026-10-10')).toBe(false)
  })

  test('a number of 15 places belongs to somebody born in the last century', () => {
    expect(isMinorOn('330304991231001', '2026-10-08')).toBe(false)
  })

  test('nobody is taken for a minor without a number that says so', () => {
    expect(isMinorOn('', '2026-10-08')).toBe(false)
    expect(isMinorOn('未成年', '2026-10-08')).toBe(false)
  })
})
