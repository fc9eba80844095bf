import type { SortField } from '../query/sort'
import type { ByteRange, FieldBounds, QueryBounds } from './bounds'
import { rangeBytes } from './bounds'
import type { Index, IndexField } from './indexes'
import { afterPrefix, descending, keyBytes } from './keyBytes'

export interface Plan {
  readonly index: Index
  /** Pieces of the index to read; each in the order of its keys. */
  readonly ranges: readonly ByteRange[]
  /** Bytes that all keys of a range share: behind them the ranges can be merged into one order. */
  readonly prefixLengths: readonly number[]
  readonly isReverse: boolean
  /** The order asked for comes out of the index. */
  readonly isSorted: boolean
  /** One single key is read: its documents come in the order they were inserted in. */
  readonly isInsertionOrder: boolean
  /** Every key read belongs to a document that meets the whole query. */
  readonly isExact: boolean
  /** A document may come up more than once. */
  readonly hasTwins: boolean
}

const MOST_RANGES = 1000
/** More ranges than this are not read side by side but sorted afterwards. */
const MOST_MERGED = 50

const SCORE = { point: 10, list: 9, range: 5, order: 4 }

/** The best index for a query, or `undefined` when the whole collection has to be read. */
export function choosePlan(
  indexes: readonly Index[],
  bounds: QueryBounds,
  sort: readonly SortField[],
): Plan | undefined {
  let best: { plan: Plan; score: number } | undefined
  for (const index of indexes) {
    const candidate = planFor(index, bounds, sort)
    if (candidate && (!best || candidate.score > best.score)) best = candidate
  }
  return best?.plan
}

function planFor(
  index: Index,
  { fields: bounds, isComplete }: QueryBounds,
  sort: readonly SortField[],
): { plan: Plan; score: number } | undefined {
  const used = new Set<string>()
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let score = 0
  let depth = 0
  for (const field of index.fields) {
    const points = bounds.get(field.name)?.points
    if (!points || prefixes.length * points.length > MOST_RANGES) break
    prefixes = extend(prefixes, field, points)
    used.add(field.name)
    score += points.length === 1 ? SCORE.point : SCORE.list
    depth += 1
  }
  const next = index.fields[depth]
  const nextBounds = next && usableBounds(index, next, bounds.get(next.name))
  const range = next && nextBounds && rangeBytes(nextBounds, next.direction)
  if (range && next) {
    used.add(next.name)
    score += SCORE.range
  }
  const order = prefixes.length > MOST_MERGED ? undefined : sortDirection(index, depth, sort, bounds)
  if (order !== undefined && sort.length > 0) score += SCORE.order
  if (score === 0) return undefined
  const rangeIsPartial = next !== undefined && nextBounds !== bounds.get(next.name)
  const isEveryBoundUsed = [...bounds.keys()].every(name => used.has(name))
  const pointsAreMany = prefixes.length > 1
  const hasTwins = index.fields.some(
    ({ name }, at) => index.multikey.has(name) && !(at < depth && isOnePoint(bounds, name)),
  )
  return {
    score,
    plan: {
      index,
      ranges: prefixes.map(prefix =>
        range ? within(prefix, range) : { from: prefix, to: afterPrefix(prefix) },
      ),
      prefixLengths: prefixes.map(prefix => prefix.length),
      isReverse: order === 'reverse',
      isSorted: order !== undefined,
      isInsertionOrder: depth === index.fields.length && !pointsAreMany,
      isExact: isComplete && isEveryBoundUsed && !rangeIsPartial,
      hasTwins,
    },
  }
}

function extend(prefixes: Buffer[], field: IndexField, points: FieldBounds['points'] = []): Buffer[] {
  const keys = points.map(point => keyBytes(point))
  const distinct = [...new Map(keys.map(key => [key.toString('latin1'), key])).values()]
  const encoded = field.direction === 1 ? distinct : distinct.map(descending)
  return prefixes.flatMap(prefix => encoded.map(key => Buffer.concat([prefix, key])))
}

/** On an array, `> 1` and `< 5` may be met by different elements: only one side may narrow the keys. */
function usableBounds(
  index: Index,
  field: IndexField,
  bounds: FieldBounds | undefined,
): FieldBounds | undefined {
  if (!bounds?.lower || !bounds.upper || !index.multikey.has(field.name)) return bounds
  return { lower: bounds.lower }
}

function within(prefix: Buffer, range: ByteRange): ByteRange {
  return { from: Buffer.concat([prefix, range.from]), to: Buffer.concat([prefix, range.to]) }
}

/** Whether the keys behind the equal fields come in the order asked for, forwards or backwards. */
function sortDirection(
  index: Index,
  depth: number,
  sort: readonly SortField[],
  bounds: Map<string, FieldBounds>,
): 'forward' | 'reverse' | undefined {
  const wanted = sort.filter(({ name }) => index.multikey.has(name) || !isOnePoint(bounds, name))
  const rest = index.fields.slice(depth)
  if (wanted.length > rest.length || wanted.some(field => index.multikey.has(field.name))) return undefined
  const isForward = wanted.every(({ name, direction }, at) => isSame(rest[at], name, direction))
  if (isForward) return 'forward'
  const isReverse = wanted.every(({ name, direction }, at) =>
    isSame(rest[at], name, direction === 1 ? -1 : 1),
  )
  return isReverse ? 'reverse' : undefined
}

function isOnePoint(bounds: Map<string, FieldBounds>, name: string): boolean {
  return bounds.get(name)?.points?.length === 1
}

function isSame(field: IndexField | undefined, name: string, direction: 1 | -1): boolean {
  return field?.name === name && field.direction === direction
}
