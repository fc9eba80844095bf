import { regularExpression } from '../values/ejson'
import { InvalidParam, Unsupported } from '../values/errors'
import { parsePath, valuesAt } from '../values/path'
import type { Document, Value } from '../values/value'
import { isDocument, isValueArray } from '../values/value'
import { hasAll, hasElement, hasRemainder, hasSize } from './arrayTests'
import {
  equalTo,
  greaterOrEqual,
  greaterThan,
  isIn,
  lessOrEqual,
  lessThan,
  likePattern,
  matchingText,
} from './comparison'
import type { LeafTest } from './leaf'

export type DocumentTest = (document: Document) => boolean

type Builder = (operand: Value, siblings: Document) => LeafTest

/** Operators that hold when one of the reached values meets them. */
const someLeaf = new Map<string, Builder>([
  ['$eq', equalTo],
  ['$gt', greaterThan],
  ['$gte', greaterOrEqual],
  ['$lt', lessThan],
  ['$lte', lessOrEqual],
  ['$in', isIn],
  ['$all', hasAll],
  ['$elemMatch', hasElement],
  ['$size', hasSize],
  ['$mod', hasRemainder],
  ['$regex', regexOperator],
])

/** Operators that hold when none of the reached values meets their opposite. */
const noLeaf = new Map<string, Builder>([
  ['$ne', operand => (operand instanceof RegExp ? refuseRegexNe() : equalTo(operand))],
  ['$nin', isIn],
  ['$not', negated],
])

/**
 * Compiles a MongoDB query to a test of a document.
 * @throws Unsupported for an operator that is not built, InvalidParam for one used wrongly
 */
export function compileQuery(query: Document): DocumentTest {
  const tests = Object.entries(query).map(([field, condition]) => compileEntry(field, condition))
  const [only] = tests
  if (only && tests.length === 1) return only
  return document => tests.every(test => test(document))
}

export function isOperatorDocument(value: Value | undefined): value is Document {
  return isDocument(value) && (Object.keys(value)[0]?.startsWith('$') ?? false)
}

/** The operators of one field applied to a single value, as inside `$elemMatch`, `$pull` and `$not`. */
export function compileLeafOperators(operators: Document): LeafTest {
  const tests = Object.entries(operators).flatMap(([operator, operand]) =>
    operator === '$options' ? [] : [compileLeafOperator(operator, operand, operators)],
  )
  return leaf => tests.every(test => test(leaf))
}

function compileEntry(field: string, condition: Value): DocumentTest {
  if (field === '$and') return allOf(subqueries(field, condition))
  if (field === '$or') return anyOf(subqueries(field, condition))
  if (field === '$nor') {
    const any = anyOf(subqueries(field, condition))
    return document => !any(document)
  }
  if (field.startsWith('$')) throw new Unsupported(`query operator ${field}`)
  const path = parsePath(field)
  if (!isOperatorDocument(condition)) {
    const test = condition instanceof RegExp ? likePattern(condition) : equalTo(condition)
    return document => valuesAt(document, path).some(test)
  }
  return compileOperators(path, condition)
}

function compileOperators(path: readonly string[], operators: Document): DocumentTest {
  const tests: DocumentTest[] = []
  for (const [operator, operand] of Object.entries(operators)) {
    if (operator === '$options') {
      if (!Object.hasOwn(operators, '$regex')) throw new InvalidParam('$options needs a $regex')
      continue
    }
    const some = someLeaf.get(operator)?.(operand, operators)
    const none = noLeaf.get(operator)?.(operand, operators)
    if (some) tests.push(document => valuesAt(document, path).some(some))
    else if (none) tests.push(document => !valuesAt(document, path).some(none))
    else if (operator === '$exists') tests.push(existence(path, operand))
    else throw new Unsupported(`query operator ${operator}`)
  }
  return document => tests.every(test => test(document))
}

function compileLeafOperator(operator: string, operand: Value, siblings: Document): LeafTest {
  const some = someLeaf.get(operator)?.(operand, siblings)
  if (some) return some
  const none = noLeaf.get(operator)?.(operand, siblings)
  if (none) return leaf => !none(leaf)
  if (operator === '$exists') {
    const wanted = isTruthy(operand)
    return leaf => (leaf !== undefined) === wanted
  }
  throw new Unsupported(`query operator ${operator}`)
}

function existence(path: readonly string[], operand: Value): DocumentTest {
  const wanted = isTruthy(operand)
  return document => valuesAt(document, path).some(value => value !== undefined) === wanted
}

function isTruthy(operand: Value): boolean {
  return operand !== false && operand !== null && operand !== 0
}

function subqueries(operator: string, condition: Value): DocumentTest[] {
  if (!isValueArray(condition) || condition.length === 0) {
    throw new InvalidParam(`${operator} needs an array that is not empty`)
  }
  return condition.map(item => {
    if (!isDocument(item)) throw new InvalidParam(`${operator} needs an array of objects`)
    return compileQuery(item)
  })
}

function allOf(tests: DocumentTest[]): DocumentTest {
  return document => tests.every(test => test(document))
}

function anyOf(tests: DocumentTest[]): DocumentTest {
  return document => tests.some(test => test(document))
}

function regexOperator(operand: Value, siblings: Document): LeafTest {
  const options = siblings.$options
  if (options !== undefined && typeof options !== 'string') throw new InvalidParam('$options has to be text')
  if (operand instanceof RegExp) {
    return matchingText(regularExpression(operand.source, options ?? operand.flags))
  }
  if (typeof operand !== 'string') throw new InvalidParam('$regex has to be text or a regular expression')
  return matchingText(regularExpression(operand, options ?? ''))
}

function negated(operand: Value): LeafTest {
  if (operand instanceof RegExp) return likePattern(operand)
  if (isOperatorDocument(operand)) return compileLeafOperators(operand)
  throw new InvalidParam('$not needs a regular expression or an object of operators')
}

function refuseRegexNe(): never {
  throw new InvalidParam("Can't have regex as arg to $ne")
}
