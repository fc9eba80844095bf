import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const GREYSCALE = 0
const CELLS = 21

/**
 * A square PNG in the place of a mini-program code: a pattern that belongs to the text and cannot be scanned.
 * @param size pixels of a side
 */
export function patternPng(text: string, size: number): Buffer {
  const bits = patternBits(text)
  const rows: Buffer[] = []
  for (let y = 0; y < size; y++) {
    const row = Buffer.alloc(size + 1, 0xff)
    row[0] = 0
    for (let x = 0; x < size; x++) {
      const column = Math.floor((x * (CELLS + 4)) / size) - 2
      const line = Math.floor((y * (CELLS + 4)) / size) - 2
      const isInside = column >= 0 && line >= 0 && column < CELLS && line < CELLS
      if (isInside && bits[line * CELLS + column]) row[x + 1] = 0
    }
    rows.push(row)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header[8] = 8
  header[9] = GREYSCALE
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function patternBits(text: string): boolean[] {
  const bits: boolean[] = []
  for (let block = 0; bits.length < CELLS * CELLS; block++) {
    for (const byte of createHash('sha256').update(`${block}:${text}`).digest()) {
      for (let bit = 0; bit < 8; bit++) bits.push(((byte >> bit) & 1) === 1)
    }
  }
  return bits
}

/** CRC-32 as PNG wants it; `zlib.crc32` is younger than Node 20.0. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
