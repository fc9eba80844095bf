import { describeUpdates } from '../support/updateTable'

const byRank = { each: [{ r: 2 }], sort: { r: 1 } }

describeUpdates(
  '_.push, _.pop, _.shift, _.unshift, _.pull, _.pullAll, _.addToSet',
  [
    { says: 'push appends', before: { a: [1] }, update: _ => ({ a: _.push(2, 3) }), after: { a: [1, 2, 3] } },
    {
      says: 'push of an array appends its elements',
      before: { a: [1] },
      update: _ => ({ a: _.push([2, 3]) }),
      after: { a: [1, 2, 3] },
    },
    { says: 'push makes a missing array', before: {}, update: _ => ({ a: _.push(1) }), after: { a: [1] } },
    {
      says: 'push at a position',
      before: { a: [1, 4] },
      update: _ => ({ a: _.push({ each: [2, 3], position: 1 }) }),
      after: { a: [1, 2, 3, 4] },
    },
    {
      says: 'a negative position counts from the end',
      before: { a: [1, 4] },
      update: _ => ({ a: _.push({ each: [3], position: -1 }) }),
      after: { a: [1, 3, 4] },
    },
    {
      says: 'push and sort by a field',
      before: { a: [{ r: 3 }, { r: 1 }] },
      update: _ => ({ a: _.push(byRank) }),
      after: { a: [{ r: 1 }, { r: 2 }, { r: 3 }] },
    },
    {
      says: 'push and sort values downwards',
      before: { a: [2] },
      update: _ => ({ a: _.push({ each: [3, 1], sort: -1 }) }),
      after: { a: [3, 2, 1] },
    },
    {
      says: 'push and keep the last',
      before: { a: [1, 2] },
      update: _ => ({ a: _.push({ each: [3], slice: -2 }) }),
      after: { a: [2, 3] },
    },
    {
      says: 'push and keep the first',
      before: { a: [1, 2] },
      update: _ => ({ a: _.push({ each: [3], slice: 2 }) }),
      after: { a: [1, 2] },
    },
    { says: 'pop takes the last', before: { a: [1, 2] }, update: _ => ({ a: _.pop() }), after: { a: [1] } },
    {
      says: 'shift takes the first',
      before: { a: [1, 2] },
      update: _ => ({ a: _.shift() }),
      after: { a: [2] },
    },
    {
      says: 'pop of an empty array leaves it',
      before: { a: [] },
      update: _ => ({ a: _.pop() }),
      after: { a: [] },
    },
    {
      says: 'unshift puts in front',
      before: { a: [3] },
      update: _ => ({ a: _.unshift(1, 2) }),
      after: { a: [1, 2, 3] },
    },
    {
      says: 'pull takes every equal element',
      before: { a: [1, 2, 1] },
      update: _ => ({ a: _.pull(1) }),
      after: { a: [2] },
    },
    {
      says: 'pull by an operator',
      before: { a: [1, 5, 9] },
      update: _ => ({ a: _.pull(_.gt(4)) }),
      after: { a: [1] },
    },
    {
      says: 'pull of objects by their fields',
      before: {
        a: [
          { k: 1, v: 1 },
          { k: 2, v: 1 },
        ],
      },
      update: _ => ({ a: _.pull({ k: 1 }) }),
      after: { a: [{ k: 2, v: 1 }] },
    },
    {
      says: 'pull of a missing field changes nothing',
      before: { b: 1 },
      update: _ => ({ a: _.pull(1) }),
      after: { b: 1 },
    },
    {
      says: 'pullAll takes every listed value',
      before: { a: [1, 2, 3, 2] },
      update: _ => ({ a: _.pullAll([2, 3]) }),
      after: { a: [1] },
    },
    {
      says: 'addToSet adds what is not there',
      before: { a: ['x'] },
      update: _ => ({ a: _.addToSet('y') }),
      after: { a: ['x', 'y'] },
    },
    {
      says: 'addToSet leaves what is there',
      before: { a: ['x'] },
      update: _ => ({ a: _.addToSet('x') }),
      after: { a: ['x'] },
    },
    {
      says: 'addToSet of an array adds it as one element',
      before: { a: [] },
      update: _ => ({ a: _.addToSet(['x']) }),
      after: { a: [['x']] },
    },
    {
      says: 'addToSet of several',
      before: { a: ['x'] },
      update: _ => ({ a: _.addToSet({ $each: ['x', 'y', 'y'] }) }),
      after: { a: ['x', 'y'] },
    },
  ],
  [
    {
      says: 'push to a scalar is refused',
      before: { a: 1 },
      update: _ => ({ a: _.push(1) }),
      because: /non-array/,
    },
    {
      says: 'pop of a scalar is refused',
      before: { a: 1 },
      update: _ => ({ a: _.pop() }),
      because: /non-array/,
    },
    {
      says: 'addToSet to a scalar is refused',
      before: { a: 1 },
      update: _ => ({ a: _.addToSet(1) }),
      because: /non-array/,
    },
  ],
)
