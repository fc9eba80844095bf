import { describeQueries } from '../support/queryTable'

describeQueries(
  '_.and, _.or, _.nor, _.not, _.exists',
  () => [
    { _id: 'a', unit: 'v1', n: 1, open: true },
    { _id: 'b', unit: 'v1', n: 7 },
    { _id: 'c', unit: 'v2', n: null },
    { _id: 'd', n: [1, 7] },
  ],
  [
    { says: 'several fields all have to hold', where: () => ({ unit: 'v1', n: 7 }), finds: ['b'] },
    { says: 'and of whole conditions', where: _ => _.and([{ unit: 'v1' }, { n: _.lt(5) }]), finds: ['a'] },
    { says: 'or of whole conditions', where: _ => _.or([{ unit: 'v2' }, { n: 1 }]), finds: ['a', 'c', 'd'] },
    { says: 'or on one field', where: _ => ({ n: _.or(_.eq(7), _.eq(null)) }), finds: ['b', 'c', 'd'] },
    { says: 'and on one field', where: _ => ({ n: _.and(_.gte(1), _.lte(1)) }), finds: ['a', 'd'] },
    { says: 'nor meets what neither meets', where: _ => _.nor([{ unit: 'v1' }, { n: null }]), finds: ['d'] },
    {
      says: 'not turns a condition round; missing and other types meet it',
      where: _ => ({ n: _.not(_.gt(5)) }),
      finds: ['a', 'c'],
    },
    { says: 'exists true meets null', where: _ => ({ n: _.exists(true) }), finds: ['a', 'b', 'c', 'd'] },
    { says: 'exists false meets missing fields only', where: _ => ({ unit: _.exists(false) }), finds: ['d'] },
    {
      says: 'or beside a field: both have to hold',
      where: _ => _.and([{ unit: 'v1' }, _.or([{ n: 7 }, { open: true }])]),
      finds: ['a', 'b'],
    },
    { says: 'no condition meets all', where: () => ({}), finds: ['a', 'b', 'c', 'd'] },
  ],
)
