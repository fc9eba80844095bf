import { describeQueries } from '../support/queryTable'

const day = (iso: string) => new Date(`${iso}T00:00:00.000Z`)

describeQueries(
  '_.eq, _.neq, _.gt, _.gte, _.lt, _.lte, _.in, _.nin',
  () => [
    { _id: 'one', n: 1 },
    { _id: 'five', n: 5 },
    { _id: 'nan', n: Number.NaN },
    { _id: 'text', n: '5' },
    { _id: 'null', n: null },
    { _id: 'missing' },
    { _id: 'true', n: true },
    { _id: 'list', n: [1, 9] },
    { _id: 'empty', n: [] },
    { _id: 'date', n: day('2026-10-08') },
    { _id: 'object', n: { a: 1, b: 2 } },
  ],
  [
    {
      says: 'equality meets the value and arrays that hold it',
      where: _ => ({ n: _.eq(1) }),
      finds: ['one', 'list'],
    },
    { says: 'a plain value is equality', where: () => ({ n: 5 }), finds: ['five'] },
    { says: 'equality does not convert types', where: () => ({ n: '5' }), finds: ['text'] },
    {
      says: 'equality with null meets null and a missing field',
      where: _ => ({ n: _.eq(null) }),
      finds: ['null', 'missing'],
    },
    { says: 'NaN equals NaN', where: _ => ({ n: _.eq(Number.NaN) }), finds: ['nan'] },
    { says: 'a whole array equals itself', where: _ => ({ n: _.eq([1, 9]) }), finds: ['list'] },
    { says: 'an array in another order is another array', where: _ => ({ n: _.eq([9, 1]) }), finds: [] },
    { says: 'a whole object equals itself', where: _ => ({ n: _.eq({ a: 1, b: 2 }) }), finds: ['object'] },
    {
      says: 'an object with its fields in another order is another object',
      where: _ => ({ n: _.eq({ b: 2, a: 1 }) }),
      finds: [],
    },
    {
      says: 'inequality meets everything that equality does not, missing fields too',
      where: _ => ({ n: _.neq(1) }),
      finds: ['five', 'nan', 'text', 'null', 'missing', 'true', 'empty', 'date', 'object'],
    },
    {
      says: 'inequality with null leaves out missing fields',
      where: _ => ({ n: _.neq(null) }),
      finds: ['one', 'five', 'nan', 'text', 'true', 'list', 'empty', 'date', 'object'],
    },
    {
      says: 'greater meets numbers only (type bracketing) and elements of arrays',
      where: _ => ({ n: _.gt(1) }),
      finds: ['five', 'list'],
    },
    { says: 'greater or equal', where: _ => ({ n: _.gte(5) }), finds: ['five', 'list'] },
    { says: 'less does not meet NaN, null or missing', where: _ => ({ n: _.lt(5) }), finds: ['one', 'list'] },
    { says: 'less or equal', where: _ => ({ n: _.lte(5) }), finds: ['one', 'five', 'list'] },
    { says: 'text is compared with text', where: _ => ({ n: _.gt('4') }), finds: ['text'] },
    { says: 'dates are compared with dates', where: _ => ({ n: _.gte(day('2026-10-08')) }), finds: ['date'] },
    { says: 'a later date is not met', where: _ => ({ n: _.gt(day('2026-10-08')) }), finds: [] },
    {
      says: 'greater or equal null meets null and missing',
      where: _ => ({ n: _.gte(null) }),
      finds: ['null', 'missing'],
    },
    { says: 'greater than null meets nothing', where: _ => ({ n: _.gt(null) }), finds: [] },
    { says: 'greater or equal NaN meets NaN', where: _ => ({ n: _.gte(Number.NaN) }), finds: ['nan'] },
    { says: 'false is less than true', where: _ => ({ n: _.gt(false) }), finds: ['true'] },
    { says: 'in meets any of the values', where: _ => ({ n: _.in([5, '5']) }), finds: ['five', 'text'] },
    {
      says: 'in with null meets missing fields',
      where: _ => ({ n: _.in([null, 5]) }),
      finds: ['five', 'null', 'missing'],
    },
    { says: 'in meets elements of arrays', where: _ => ({ n: _.in([9]) }), finds: ['list'] },
    { says: 'in of nothing meets nothing', where: _ => ({ n: _.in([]) }), finds: [] },
    {
      says: 'not in meets missing fields',
      where: _ => ({ n: _.nin([1, 5]) }),
      finds: ['nan', 'text', 'null', 'missing', 'true', 'empty', 'date', 'object'],
    },
    {
      says: 'two conditions on one field may be met by different elements of an array',
      where: _ => ({ n: _.gt(1).and(_.lt(9)) }),
      finds: ['five', 'list'],
    },
  ],
)

describeQueries(
  'text in the order of its UTF-8 bytes',
  () => [
    { _id: 'private-use', t: '\uE000' },
    { _id: 'emoji', t: '😀' },
    { _id: 'han', t: '公' },
  ],
  [
    {
      says: 'an astral character sorts behind the private use area',
      where: _ => ({ t: _.gt('\uE000') }),
      finds: ['emoji'],
    },
  ],
)
