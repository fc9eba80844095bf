import { ObjectId } from 'bson'
import { TypeRank } from '../values/order'
import type { Value } from '../values/value'

/**
 * Bytes whose order (memcmp) is the BSON order of the values.
 * Every encoding ends itself: none is a prefix of another, so keys of several fields can be put end to end
 * and a descending field is the same bytes inverted.
 */
export function keyBytes(value: Value | undefined): Buffer {
  const parts: Buffer[] = []
  append(parts, value)
  const [only] = parts
  return parts.length === 1 && only ? only : Buffer.concat(parts)
}

export const EMPTY_ARRAY_KEY = Buffer.from([TypeRank.emptyArrayInIndex])
const NULL_KEY = Buffer.from([TypeRank.null])
const TERMINATOR = Buffer.from([0x00])

/** The same key for a descending field. */
export function descending(key: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(key.length)
  for (let index = 0; index < key.length; index++) inverted[index] = 0xff ^ (key[index] ?? 0)
  return inverted
}

/** A bound above every key that starts with the prefix: no encoding, inverted or not, begins with 0xff. */
export function afterPrefix(prefix: Buffer): Buffer {
  return Buffer.concat([prefix, Buffer.from([0xff])])
}

function append(parts: Buffer[], value: Value | undefined): void {
  if (value === null || value === undefined) parts.push(NULL_KEY)
  else if (typeof value === 'number') parts.push(numberKey(TypeRank.number, value))
  else if (typeof value === 'string') parts.push(stringKey(value))
  else if (typeof value === 'boolean') parts.push(Buffer.from([TypeRank.boolean, value ? 1 : 0]))
  else if (value instanceof Date) parts.push(numberKey(TypeRank.date, value.getTime()))
  else if (value instanceof ObjectId) parts.push(Buffer.from([TypeRank.objectId]), Buffer.from(value.id))
  else if (value instanceof RegExp) {
    parts.push(Buffer.from([TypeRank.regex]), escapedText(value.source), escapedText(value.flags))
  } else if (Array.isArray(value)) {
    parts.push(Buffer.from([TypeRank.array]))
    for (const item of value) append(parts, item)
    parts.push(TERMINATOR)
  } else {
    parts.push(Buffer.from([TypeRank.object]))
    for (const [field, item] of Object.entries(value)) {
      const encoded = keyBytes(item)
      parts.push(encoded.subarray(0, 1), escapedText(field), encoded)
    }
    parts.push(TERMINATOR)
  }
}

/** IEEE 754 bits, turned so that negative numbers sort before positive ones. NaN is the smallest number. */
function numberKey(rank: number, value: number): Buffer {
  const key = Buffer.alloc(9)
  key[0] = rank
  if (Number.isNaN(value)) return key
  key.writeDoubleBE(value === 0 ? 0 : value, 1)
  const isNegative = ((key[1] ?? 0) & 0x80) !== 0
  for (let index = 1; index < 9; index++) {
    const byte = key[index] ?? 0
    if (isNegative) key[index] = byte ^ 0xff
    else if (index === 1) key[index] = byte ^ 0x80
  }
  return key
}

function stringKey(value: string): Buffer {
  if (value.includes('\0')) return Buffer.concat([Buffer.from([TypeRank.string]), escapedText(value)])
  const length = Buffer.byteLength(value)
  const key = Buffer.allocUnsafe(length + 3)
  key[0] = TypeRank.string
  key.write(value, 1)
  key[length + 1] = 0x00
  key[length + 2] = 0x01
  return key
}

/** UTF-8 with 0x00 written as 00 ff, closed by 00 01, so that "a" sorts before "a\0" and that before "aa". */
function escapedText(text: string): Buffer {
  const bytes: number[] = []
  for (const byte of Buffer.from(text)) {
    bytes.push(byte)
    if (byte === 0x00) bytes.push(0xff)
  }
  bytes.push(0x00, 0x01)
  return Buffer.from(bytes)
}
