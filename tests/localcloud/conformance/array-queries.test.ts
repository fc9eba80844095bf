import { describeQueries } from '../support/queryTable'

describeQueries(
  '_.all, _.elemMatch, _.size, _.mod and paths into arrays',
  () => [
    {
      _id: 'a',
      tags: ['x', 'y'],
      marks: [3, 8],
      steps: [
        { by: 'v1', n: 1 },
        { by: 't1', n: 9 },
      ],
    },
    { _id: 'b', tags: ['y'], marks: [12], steps: [{ by: 'v1', n: 9 }] },
    { _id: 'c', tags: [], marks: 8, steps: [] },
    { _id: 'd', tags: 'x', steps: [{ n: 5 }, 'free text'] },
    { _id: 'e', tags: [['x', 'y']], steps: { by: 'v1', n: 1 } },
  ],
  [
    { says: 'all: every value is in the array', where: _ => ({ tags: _.all(['y', 'x']) }), finds: ['a'] },
    {
      says: 'all of one value also meets a field that is no array',
      where: _ => ({ tags: _.all(['x']) }),
      finds: ['a', 'd'],
    },
    { says: 'all of nothing meets nothing', where: _ => ({ tags: _.all([]) }), finds: [] },
    {
      says: 'elemMatch: one element meets both conditions',
      where: _ => ({ steps: _.elemMatch({ by: 'v1', n: _.gt(5) }) }),
      finds: ['b'],
    },
    {
      says: 'without elemMatch different elements may meet them',
      where: _ => ({ 'steps.by': 'v1', 'steps.n': _.gt(5) }),
      finds: ['a', 'b'],
    },
    { says: 'elemMatch on values', where: _ => ({ marks: _.elemMatch(_.gt(5).and(_.lt(10))) }), finds: [] },
    {
      says: 'elemMatch with an operator on values meets arrays only',
      where: _ => ({ marks: _.elemMatch({ $gt: 5, $lt: 10 }) }),
      finds: ['a'],
    },
    { says: 'size counts the elements', where: _ => ({ tags: _.size(1) }), finds: ['b', 'e'] },
    { says: 'size 0 meets empty arrays, not missing ones', where: _ => ({ marks: _.size(0) }), finds: [] },
    {
      says: 'mod meets numbers and elements',
      where: _ => ({ marks: Reflect.apply(_.mod, _, [4, 0]) }),
      finds: ['a', 'b', 'c'],
    },
    { says: 'a path walks into arrays of objects', where: () => ({ 'steps.by': 't1' }), finds: ['a'] },
    { says: 'a path with an index meets that element', where: () => ({ 'steps.1.by': 't1' }), finds: ['a'] },
    {
      says: 'an index at the end meets the element, or the elements of the array there',
      where: () => ({ 'tags.0': 'y' }),
      finds: ['b', 'e'],
    },
    {
      says: 'null below an array meets objects without the field, not scalars',
      where: _ => ({ 'steps.by': _.eq(null) }),
      finds: ['d'],
    },
    {
      says: 'exists below an array: any element that has it',
      where: _ => ({ 'steps.by': _.exists(true) }),
      finds: ['a', 'b', 'e'],
    },
    {
      says: 'exists false below an array: no element has it',
      where: _ => ({ 'steps.by': _.exists(false) }),
      finds: ['c', 'd'],
    },
    {
      says: 'a nested array is an element as a whole',
      where: () => ({ tags: ['x', 'y'] }),
      finds: ['a', 'e'],
    },
  ],
)
