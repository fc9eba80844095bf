import fc from 'fast-check'
import { descending, keyBytes } from '../../../localcloud/store/keyBytes'
import { compareValues } from '../../../localcloud/values/order'
import type { Value } from '../../../localcloud/values/value'

const leaf: fc.Arbitrary<Value> = fc.oneof(
  fc.double({ noDefaultInfinity: false }),
  fc.integer(),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom<Value[]>(
    null,
    true,
    false,
    '',
    '\u0000',
    'a\u0000',
    'a',
    'aa',
    '\uE000',
    '😀',
    Number.NaN,
    0,
    -0,
  ),
  fc.date({ noInvalidDate: true }),
)
const { value } = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 3 }), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}))

test('the order of the key bytes is the BSON order of the values', () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      const byBytes = Math.sign(Buffer.compare(keyBytes(left), keyBytes(right)))
      expect(byBytes).toBe(Math.sign(compareValues(left, right)))
    }),
    { numRuns: 3000 },
  )
})

test('a descending key turns the order round, with more fields behind it too', () => {
  fc.assert(
    fc.property(value, value, value, (left, right, next) => {
      const key = (first: Value) => Buffer.concat([descending(keyBytes(first)), keyBytes(next)])
      expect(Math.sign(Buffer.compare(key(left), key(right)))).toBe(
        Math.sign(compareValues(right, left)) || 0,
      )
    }),
    { numRuns: 2000 },
  )
})

test('no key is the beginning of another: fields can be put end to end', () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      const a = keyBytes(left)
      const b = keyBytes(right)
      const isPrefix = a.length < b.length && b.subarray(0, a.length).equals(a)
      expect(isPrefix).toBe(false)
    }),
    { numRuns: 2000 },
  )
})
