import { DatabaseRefusal, InvalidParam, Unsupported } from '../values/errors'
import { equalValues } from '../values/order'
import { parsePath } from '../values/path'
import type { Document, Value } from '../values/value'
import { cloneDocument, isDocument } from '../values/value'
import { addToSet, pop, pull, pullAll, push } from './arrayOperators'
import type { UpdateOperator } from './fieldOperators'
import { bit, inc, max, min, mul, rename, set, unset } from './fieldOperators'
import { assertStorable } from './storable'

const operators = new Map<string, UpdateOperator>([
  ['$set', set],
  ['$unset', unset],
  ['$inc', inc],
  ['$mul', mul],
  ['$min', min],
  ['$max', max],
  ['$rename', rename],
  ['$bit', bit],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$pop', pop],
  ['$pull', pull],
  ['$pullAll', pullAll],
])

interface Step {
  readonly path: readonly string[]
  readonly operand: Value
  readonly apply: UpdateOperator
}

export type Updater = (document: Document) => Document

/**
 * Compiles an update of operators (`{$set: {"a.b": 1}, $inc: {n: 1}}`) to a function that gives the changed copy.
 * @throws Unsupported for an unknown operator, DatabaseRefusal where MongoDB refuses (conflicting paths, wrong types)
 */
export function compileUpdate(update: Document): Updater {
  const steps = Object.entries(update).flatMap(([operator, fields]) => stepsOf(operator, fields))
  if (steps.length === 0) throw new InvalidParam('the update says nothing to change')
  refuseConflicts(steps)
  return document => {
    const changed = cloneDocument(document)
    for (const { apply, path, operand } of steps) apply(changed, path, operand)
    if (!equalValues(changed._id, document._id)) {
      throw new DatabaseRefusal(
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      )
    }
    assertStorable(changed)
    return changed
  }
}

function stepsOf(operator: string, fields: Value): Step[] {
  const apply = operators.get(operator)
  if (!apply) throw new Unsupported(`update operator ${operator}`)
  if (!isDocument(fields)) throw new InvalidParam(`${operator} needs an object of fields`)
  return Object.entries(fields).map(([field, operand]) => ({ path: parsePath(field), operand, apply }))
}

function refuseConflicts(steps: Step[]): void {
  const taken = steps.flatMap(({ path, operand, apply }) =>
    apply === rename && typeof operand === 'string' ? [path, parsePath(operand)] : [path],
  )
  const sorted = taken.map(path => path.join('\0')).sort()
  for (const [index, path] of sorted.entries()) {
    const next = sorted[index + 1]
    const collides = next !== undefined && (next === path || next.startsWith(`${path}\0`))
    if (collides) {
      const name = next.replaceAll('\0', '.')
      throw new DatabaseRefusal(
        `Updating the path '${name}' would create a conflict at '${path.replaceAll('\0', '.')}'`,
      )
    }
  }
}
