import { EJSON, ObjectId } from 'bson'
import { InvalidParam, Unsupported } from './errors'
import type { Document, Value } from './value'
import { isDocument } from './value'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Decoder = (payload: Json, now: number) => Value

const FORBIDDEN_FIELDS = new Set(['__proto__', '$where'])
const DEEPEST_NESTING = 100

const decoders = new Map<string, Decoder>([
  ['$numberInt', decodeNumber],
  ['$numberLong', decodeNumber],
  ['$numberDouble', decodeNumber],
  ['$oid', decodeObjectId],
  ['$date', decodeDate],
  ['$regularExpression', decodeRegularExpression],
  ['$tcb_server_date', decodeServerDate],
])

const UNSUPPORTED_TYPES = new Set([
  '$binary',
  '$uuid',
  '$code',
  '$scope',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$numberDecimal',
  '$symbol',
  '$undefined',
  '$dbPointer',
])

/**
 * Reads canonical or relaxed EJSON as the SDK sends it.
 * @param now milliseconds, the moment that `db.serverDate()` stands for
 * @throws InvalidParam for broken EJSON or a forbidden key, Unsupported for a BSON type that nothing here uses
 */
export function decodeEjson(text: string, now: number): Value {
  return decode(parseJson(text), now, 0)
}

/** The same, where only a document is allowed; an absent or empty text is the empty document. */
export function decodeEjsonDocument(text: string | undefined, now: number): Document {
  if (text === undefined || text === '') return {}
  const value = decodeEjson(text, now)
  if (!isDocument(value)) throw new InvalidParam('expected an EJSON document')
  return value
}

/** Relaxed EJSON: what the SDK parses back to the same JavaScript values. */
export function encodeEjson(value: Value): string {
  return EJSON.stringify(value, { relaxed: true })
}

/** Reads a body written by {@link encodeEjson}. Most bodies hold no special type and take the short way. */
export function decodeStored(body: string): Document {
  if (!body.includes('{"$')) return parseStoredDocument(body)
  return decodeEjsonDocument(body, 0)
}

function parseStoredDocument(body: string): Document {
  const document: Document = JSON.parse(body)
  return document
}

function parseJson(text: string): Json {
  try {
    const parsed: Json = JSON.parse(text)
    return parsed
  } catch {
    throw new InvalidParam('broken EJSON')
  }
}

function decode(json: Json, now: number, depth: number): Value {
  if (json === null || typeof json !== 'object') return json
  if (depth > DEEPEST_NESTING) throw new InvalidParam(`nested deeper than ${DEEPEST_NESTING} levels`)
  if (Array.isArray(json)) return json.map(item => decode(item, now, depth + 1))
  const keys = Object.keys(json)
  const [first] = keys
  if (first?.startsWith('$')) {
    if (UNSUPPORTED_TYPES.has(first)) throw new Unsupported(`BSON type ${first}`)
    const decoder = decoders.get(first)
    if (decoder && keys.length === 1) return decoder(json[first] ?? null, now)
    if (decoder) throw new InvalidParam(`${first} stands beside other keys`)
  }
  const document: Document = {}
  for (const key of keys) {
    if (FORBIDDEN_FIELDS.has(key)) throw new InvalidParam(`forbidden key ${key}`)
    document[key] = decode(json[key] ?? null, now, depth + 1)
  }
  return document
}

function decodeNumber(payload: Json): Value {
  const number = typeof payload === 'string' && payload.trim() !== '' ? Number(payload) : Number.NaN
  if (Number.isNaN(number) && payload !== 'NaN') throw new InvalidParam('a number in EJSON is not a number')
  return number
}

function decodeObjectId(payload: Json): Value {
  if (typeof payload !== 'string' || !/^[0-9a-fA-F]{24}$/.test(payload)) {
    throw new InvalidParam('$oid is not 24 hexadecimal digits')
  }
  return new ObjectId(payload)
}

function decodeDate(payload: Json, now: number): Value {
  const instant = typeof payload === 'string' ? Date.parse(payload) : decode(payload, now, 0)
  if (typeof instant !== 'number' || Number.isNaN(new Date(instant).getTime())) {
    throw new InvalidParam('$date is not an instant')
  }
  return new Date(instant)
}

function decodeRegularExpression(payload: Json): Value {
  if (!isJsonObject(payload) || typeof payload.pattern !== 'string') {
    throw new InvalidParam('$regularExpression has no pattern')
  }
  const { pattern, options = '' } = payload
  if (typeof options !== 'string') throw new InvalidParam('$regularExpression has broken options')
  return regularExpression(pattern, options)
}

const REGEX_OPTIONS = new Set(['i', 'm', 's', 'u'])

/** MongoDB's options i, m, s, u; any other is an error there too ("invalid flag in regex options"). */
export function regularExpression(pattern: string, options: string): RegExp {
  for (const option of options) {
    if (!REGEX_OPTIONS.has(option)) throw new InvalidParam(`invalid flag in regex options: ${option}`)
  }
  try {
    return new RegExp(pattern, [...new Set(options)].sort().join(''))
  } catch {
    throw new InvalidParam('broken regular expression')
  }
}

function decodeServerDate(payload: Json, now: number): Value {
  const offset = isJsonObject(payload) ? decode(payload.offset ?? 0, now, 0) : 0
  if (typeof offset !== 'number' || !Number.isFinite(offset)) throw new InvalidParam('broken server date')
  return new Date(now + offset)
}

function isJsonObject(json: Json): json is { [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
