import type { TestCloud } from '../support/cloud'
import { refusalOf, startTestCloud } from '../support/cloud'

type Command = ReturnType<TestCloud['app']['database']>['command']
type Pipeline = ReturnType<ReturnType<ReturnType<TestCloud['app']['database']>['collection']>['aggregate']>

const notices = [
  {
    _id: 'n1',
    unit: 'v1',
    kind: '低保',
    days: 7,
    tags: ['a', 'b'],
    by: { name: '李' },
    at: new Date('2026-10-08T01:02:03.004Z'),
  },
  { _id: 'n2', unit: 'v1', kind: '补贴', days: 3, tags: [], at: new Date('2026-12-28T16:00:00.000Z') },
  { _id: 'n3', unit: 'v2', kind: '低保', days: 10, tags: ['b'], at: new Date('2027-01-01T00:00:00.000Z') },
  { _id: 'n4', unit: 'v2', kind: '低保' },
]

interface StageCase {
  readonly says: string
  readonly run: (pipeline: Pipeline, command: Command) => Pipeline
  readonly gives: object[]
}

const stages: StageCase[] = [
  {
    says: 'match and sort',
    run: (p, _) =>
      p
        .match({ days: _.gte(7) })
        .sort({ days: -1 })
        .project({ days: 1 }),
    gives: [
      { _id: 'n3', days: 10 },
      { _id: 'n1', days: 7 },
    ],
  },
  {
    says: 'skip and limit',
    run: p => p.sort({ _id: 1 }).skip(1).limit(2).project({ _id: 1 }),
    gives: [{ _id: 'n2' }, { _id: 'n3' }],
  },
  { says: 'count', run: p => p.match({ kind: '低保' }).count('n'), gives: [{ n: 3 }] },
  {
    says: 'group counts by a condition, as a register or a desk does',
    run: (p, _) => {
      const { sum, cond, gte, ifNull } = _.aggregate
      const isLong = gte([ifNull(['$days', 0]), 7])
      return p
        .match({ unit: _.in(['v1', 'v2', 'v3']) })
        .group({ _id: '$unit', all: sum(1), long: sum(cond([isLong, 1, 0])) })
        .sort({ _id: 1 })
    },
    gives: [
      { _id: 'v1', all: 2, long: 1 },
      { _id: 'v2', all: 2, long: 1 },
    ],
  },
  {
    says: 'a group of everything is one document, and project computes from it',
    run: (p, _) => {
      const { sum, subtract, max } = _.aggregate
      return p
        .group({ _id: null, n: sum(1), days: sum('$days'), most: max('$days') })
        .project({ _id: 0, n: 1, rest: subtract(['$days', '$most']) })
    },
    gives: [{ n: 4, rest: 10 }],
  },
  { says: 'count of nothing is no document', run: p => p.match({ kind: '无' }).count('n'), gives: [] },
  {
    says: 'group sums and counts; a missing number counts as nothing',
    run: (p, _) =>
      p.group({ _id: '$unit', days: _.aggregate.sum('$days'), n: _.aggregate.sum(1) }).sort({ _id: 1 }),
    gives: [
      { _id: 'v1', days: 10, n: 2 },
      { _id: 'v2', days: 10, n: 2 },
    ],
  },
  {
    says: 'group averages, least, most, first and last; missing values are left out of average, least and most',
    run: (p, _) =>
      p
        .sort({ _id: 1 })
        .group({
          _id: '$kind',
          avg: _.aggregate.avg('$days'),
          min: _.aggregate.min('$days'),
          max: _.aggregate.max('$days'),
          first: _.aggregate.first('$_id'),
          last: _.aggregate.last('$_id'),
        })
        .sort({ _id: 1 }),
    gives: [
      { _id: '低保', avg: 8.5, min: 7, max: 10, first: 'n1', last: 'n4' },
      { _id: '补贴', avg: 3, min: 3, max: 3, first: 'n2', last: 'n2' },
    ],
  },
  {
    says: 'group by several fields',
    run: p => p.group({ _id: { unit: '$unit', kind: '$kind' } }).sort({ _id: 1 }),
    gives: [
      { _id: { unit: 'v1', kind: '低保' } },
      { _id: { unit: 'v1', kind: '补贴' } },
      { _id: { unit: 'v2', kind: '低保' } },
    ],
  },
  {
    says: 'group by a missing field is a group of null',
    run: (p, _) => p.group({ _id: '$by.name', n: _.aggregate.sum(1) }).sort({ _id: 1 }),
    gives: [
      { _id: null, n: 3 },
      { _id: '李', n: 1 },
    ],
  },
  {
    says: 'push and addToSet collect',
    run: (p, _) =>
      p
        .sort({ _id: 1 })
        .group({ _id: null, ids: _.aggregate.push('$_id'), kinds: _.aggregate.addToSet('$kind') }),
    gives: [{ _id: null, ids: ['n1', 'n2', 'n3', 'n4'], kinds: ['低保', '补贴'] }],
  },
  {
    says: 'unwind gives a document for each element',
    run: p => p.match({ _id: 'n1' }).unwind('$tags').project({ tags: 1 }),
    gives: [
      { _id: 'n1', tags: 'a' },
      { _id: 'n1', tags: 'b' },
    ],
  },
  {
    says: 'unwind leaves out empty and missing arrays',
    run: p => p.unwind('$tags').count('n'),
    gives: [{ n: 3 }],
  },
  {
    says: 'unwind keeps them when told',
    run: p => p.unwind({ path: '$tags', preserveNullAndEmptyArrays: true }).count('n'),
    gives: [{ n: 5 }],
  },
  {
    says: 'lookup joins; what has no partner gets an empty array',
    run: p =>
      p
        .sort({ _id: 1 })
        .limit(3)
        .lookup({ from: 'units', localField: 'unit', foreignField: '_id', as: 'units' })
        .project({ _id: 0, units: 1 }),
    gives: [
      { units: [{ _id: 'v1', name: '净水村' }] },
      { units: [{ _id: 'v1', name: '净水村' }] },
      { units: [] },
    ],
  },
  {
    says: 'sortByCount',
    run: p => p.sortByCount('$kind'),
    gives: [
      { _id: '低保', count: 3 },
      { _id: '补贴', count: 1 },
    ],
  },
  {
    says: 'addFields and replaceRoot',
    run: p =>
      p
        .match({ _id: 'n1' })
        .addFields({ by: { unit: '$unit' } })
        .replaceRoot({ newRoot: '$by' }),
    gives: [{ name: '李', unit: 'v1' }],
  },
  {
    says: 'bucket',
    run: (p, _) =>
      p
        .match({ days: _.exists(true) })
        .bucket({ groupBy: '$days', boundaries: [0, 5, 10, 20], output: { n: _.aggregate.sum(1) } }),
    gives: [
      { _id: 0, n: 1 },
      { _id: 5, n: 1 },
      { _id: 10, n: 1 },
    ],
  },
  { says: 'sample of all gives all', run: p => p.sample({ size: 9 }).count('n'), gives: [{ n: 4 }] },
]

interface ExpressionCase {
  readonly says: string
  readonly expression: object | string
  readonly gives: unknown
}

/** Each is computed for n1. */
const expressions: ExpressionCase[] = [
  {
    says: 'add, subtract, multiply, divide',
    expression: { $add: ['$days', 1, { $subtract: [10, 4] }, { $multiply: [2, 3] }, { $divide: [1, 2] }] },
    gives: 20.5,
  },
  {
    says: 'a difference of dates is milliseconds',
    expression: { $subtract: ['$at', new Date('2026-10-08T01:02:03.000Z')] },
    gives: 4,
  },
  { says: 'arithmetic with a missing field is null', expression: { $add: ['$none', 1] }, gives: null },
  {
    says: 'abs, ceil, floor, trunc',
    expression: [{ $abs: -2 }, { $ceil: 1.2 }, { $floor: -1.2 }, { $trunc: -1.7 }],
    gives: [2, 2, -2, -1],
  },
  {
    says: 'mod, pow, sqrt',
    expression: [{ $mod: [7, 3] }, { $pow: [2, 5] }, { $sqrt: 9 }],
    gives: [1, 32, 3],
  },
  {
    says: 'comparison of two numbers',
    expression: [{ $gt: ['$days', 3] }, { $lte: ['$days', 3] }, { $eq: ['$days', 7] }, { $ne: ['$days', 7] }],
    gives: [true, false, true, false],
  },
  {
    says: 'comparison over types: text is more than any number',
    expression: { $gt: ['a', 99] },
    gives: true,
  },
  { says: 'a missing field is less than any number', expression: { $lt: ['$none', 0] }, gives: true },
  { says: 'an array is compared as a whole', expression: { $eq: ['$tags', 'a'] }, gives: false },
  {
    says: 'objects with their fields in another order differ',
    expression: {
      $eq: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
    gives: false,
  },
  { says: 'cmp', expression: [{ $cmp: [1, 2] }, { $cmp: ['b', 'a'] }, { $cmp: [3, 3] }], gives: [-1, 1, 0] },
  {
    says: 'and, or, not: 0 and null are false, "" is true',
    expression: [{ $and: [1, ''] }, { $or: [0, null] }, { $not: ['$none'] }],
    gives: [true, false, true],
  },
  {
    says: 'cond, ifNull, switch',
    expression: [
      { $cond: [{ $gt: ['$days', 5] }, 'long', 'short'] },
      { $ifNull: ['$none', 'none'] },
      // biome-ignore lint/suspicious/noThenProperty: MongoDB's own name for what a branch gives
      { $switch: { branches: [{ case: { $eq: ['$unit', 'v1'] }, then: 1 }], default: 2 } },
    ],
    gives: ['long', 'none', 1],
  },
  {
    says: 'arrayElemAt from the front and the back',
    expression: [{ $arrayElemAt: ['$tags', 0] }, { $arrayElemAt: ['$tags', -1] }],
    gives: ['a', 'b'],
  },
  {
    says: 'concatArrays, reverseArray, slice, size',
    expression: [
      { $concatArrays: ['$tags', ['c']] },
      { $reverseArray: '$tags' },
      { $slice: [[1, 2, 3], -2] },
      { $size: '$tags' },
    ],
    gives: [['a', 'b', 'c'], ['b', 'a'], [2, 3], 2],
  },
  {
    says: 'in looks for a value',
    expression: [{ $in: ['b', '$tags'] }, { $in: ['x', '$tags'] }],
    gives: [true, false],
  },
  { says: 'isArray', expression: [{ $isArray: '$tags' }, { $isArray: ['$unit'] }], gives: [true, false] },
  {
    says: 'filter, map, reduce',
    expression: [
      { $filter: { input: [1, 5, 9], as: 'n', cond: { $gt: ['$$n', 4] } } },
      { $map: { input: [1, 2], as: 'n', in: { $multiply: ['$$n', 2] } } },
      { $reduce: { input: [1, 2, 3], initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
    ],
    gives: [[5, 9], [2, 4], 6],
  },
  { says: 'range', expression: { $range: [0, 10, 3] }, gives: [0, 3, 6, 9] },
  {
    says: 'mergeObjects, objectToArray, arrayToObject',
    expression: [
      { $mergeObjects: ['$by', { x: 1 }] },
      { $objectToArray: '$by' },
      { $arrayToObject: [[['k', 1]]] },
    ],
    gives: [{ name: '李', x: 1 }, [{ k: 'name', v: '李' }], { k: 1 }],
  },
  {
    says: 'concat, and null when a part is missing',
    expression: [{ $concat: ['$kind', '公示'] }, { $concat: ['a', '$none'] }],
    gives: ['低保公示', null],
  },
  {
    says: 'split, strLenCP, substrCP count characters',
    expression: [{ $split: ['a-b', '-'] }, { $strLenCP: '低保😀' }, { $substrCP: ['低保公示', 1, 2] }],
    gives: [['a', 'b'], 3, '保公'],
  },
  {
    says: 'toLower and toUpper',
    expression: [{ $toLower: 'AbC' }, { $toUpper: 'abC' }],
    gives: ['abc', 'ABC'],
  },
  {
    says: 'parts of a date, in UTC',
    expression: [
      { $year: '$at' },
      { $month: '$at' },
      { $dayOfMonth: '$at' },
      { $hour: '$at' },
      { $minute: '$at' },
      { $second: '$at' },
      { $millisecond: '$at' },
      { $dayOfWeek: '$at' },
      { $dayOfYear: '$at' },
    ],
    gives: [2026, 10, 8, 1, 2, 3, 4, 5, 281],
  },
  {
    says: 'dateToString in UTC',
    expression: { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M:%S' } },
    gives: '2026-10-08 01:02:03',
  },
  {
    says: 'let and literal',
    expression: [{ $let: { vars: { n: '$days' }, in: { $add: ['$$n', 1] } } }, { $literal: '$days' }],
    gives: [8, '$days'],
  },
]

const refused: readonly (readonly [string, (pipeline: Pipeline) => Pipeline])[] = [
  [
    '$geoNear',
    p => p.geoNear({ near: { longitude: 120, latitude: 28 }, distanceField: 'd', spherical: true }),
  ],
  ['$week', p => p.project({ w: { $week: '$at' } })],
  [
    'timezone',
    p => p.project({ d: { $dateToString: { date: '$at', format: '%Y', timezone: 'Asia/Shanghai' } } }),
  ],
  ['$indexOfCP', p => p.project({ i: { $indexOfCP: ['$kind', '保'] } })],
  ['$substr', p => p.project({ s: { $substr: ['$kind', 0, -1] } })],
  ['$setUnion', p => p.project({ s: { $setUnion: ['$tags', ['x']] } })],
  ['$stdDevPop', p => p.group({ _id: null, s: { $stdDevPop: '$days' } })],
  ['$bucketAuto', p => p.bucketAuto({ groupBy: '$days', buckets: 2 })],
  ['$sum', p => p.project({ s: { $sum: ['$days', 1] } })],
  ['$meta', p => p.project({ s: { $meta: 'textScore' } })],
  ['$$NOW', p => p.project({ s: '$$NOW' })],
  ['$lookup with pipeline', p => p.lookup({ from: 'units', pipeline: [], as: 'x' })],
]

describe('aggregate', () => {
  let cloud: TestCloud
  const aggregate = () => cloud.app.database().collection('notices').aggregate()

  beforeAll(async () => {
    cloud = await startTestCloud({
      indexManifest: { notices: [{ name: 'days', keys: [['days', 1]] }], units: [] },
    })
    await cloud.app.database().collection('notices').add(notices)
    await cloud.app.database().collection('units').add({ _id: 'v1', name: '净水村' })
  })
  afterAll(() => cloud.close())

  test.each(stages.map(one => [one.says, one] as const))('stage: %s', async (_says, { run, gives }) => {
    const { data } = await run(aggregate(), cloud.app.database().command).end()
    expect(data).toEqual(gives)
  })

  test.each(expressions.map(one => [one.says, one] as const))(
    'expression: %s',
    async (_says, { expression, gives }) => {
      const { data } = await aggregate().match({ _id: 'n1' }).project({ _id: 0, is: expression }).end()
      expect(data).toEqual([{ is: gives }])
    },
  )

  test.each(refused)('%s is refused by name, not answered wrongly', async (name, run) => {
    const { message } = await refusalOf(
      Promise.resolve(run(aggregate()).end()).then(result => refuseOnCode(result)),
    )
    expect(message).toContain(name)
  })
})

/** The SDK's aggregate hands a refusal on as its result. */
function refuseOnCode(result: object): void {
  if ('code' in result) throw result
}
