import type { SortField } from '../query/sort'
import type { Document } from '../values/value'
import { boundsOf } from './bounds'
import type { ScanListener } from './reading'

const SMALLEST_WORTH_WARNING = 100

/** Names each kind of query that reads a whole collection once, with the index it lacks. */
export class ScanWarnings {
  private readonly seen = new Map<string, string>()

  constructor(private readonly log: (line: string) => void) {}

  readonly listener: ScanListener = (collection, query, sort) => {
    if (collection.documents < SMALLEST_WORTH_WARNING) return
    const fields = suggestedFields(query, sort)
    const shape = `${collection.name}:${JSON.stringify(fields)}`
    if (this.seen.has(shape)) return
    const advice =
      fields.length > 0
        ? `缺少索引 / it lacks the index ${JSON.stringify(fields)}`
        : '没有索引能用 / no index can serve it'
    const warning = `查询扫描了整个集合 ${collection.name}：${describe(query)}，${advice}`
    this.seen.set(shape, warning)
    this.log(warning)
  }

  list(): string[] {
    return [...this.seen.values()]
  }
}

/** Equal fields first, then the order, then ranges: the usual advice for MongoDB. */
function suggestedFields(query: Document, sort: readonly SortField[]): [string, 1 | -1][] {
  const bounds = [...boundsOf(query).fields]
  const equal = bounds.filter(([, { points }]) => points !== undefined).map(([name]) => name)
  const ranges = bounds.filter(([, { points }]) => points === undefined).map(([name]) => name)
  const fields = new Map<string, 1 | -1>()
  for (const name of equal) fields.set(name, 1)
  for (const { name, direction } of sort) if (!fields.has(name)) fields.set(name, direction)
  for (const name of ranges) if (!fields.has(name)) fields.set(name, 1)
  return [...fields]
}

/** The query without its values: they may be personal data. */
function describe(query: Document): string {
  return `{ ${Object.entries(query)
    .map(([name, condition]) => `${name}: ${shapeOf(condition)}`)
    .join(', ')} }`
}

function shapeOf(condition: Document[string]): string {
  const isOperators = typeof condition === 'object' && condition !== null && !Array.isArray(condition)
  const operators = isOperators ? Object.keys(condition).filter(key => key.startsWith('$')) : []
  return operators.length > 0 ? operators.join(' ') : '…'
}
