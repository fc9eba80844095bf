const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const COMMENT = 0xfe
const EXIF = 0xe1
const PROFILE = 0xe2
const ORIENTATION_TAG = 0x0112

/** A part of the file: its marker and where it begins (at the 0xff) and ends. */
type Part = { marker: number; from: number; to: number }

/**
 * A JPEG without what the camera wrote into it: where and when it was taken, with what. The way up is kept, and so
 * are the colours (APP0, ICC profile, Adobe's APP14); what hangs behind the picture goes.
 * @returns null for a file that breaks off or is no JPEG
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const parts = partsOf(bytes)
  if (parts === null) return null
  const wayUp = orientationIn(bytes, parts)
  const kept = parts.filter(part => isPicture(bytes, part)).map(({ from, to }) => bytes.subarray(from, to))
  const [start, ...rest] = kept
  return start ? joined([start, ...(wayUp > 1 ? [exifOf(wayUp)] : []), ...rest]) : null
}

function isPicture(bytes: Uint8Array, { marker, from }: Part): boolean {
  if (marker === COMMENT) return false
  const isApplication = marker >= 0xe0 && marker <= 0xef
  if (!isApplication) return true
  if (marker === PROFILE) return asciiAt(bytes, from + 4, 11) === 'ICC_PROFILE'
  return marker === 0xe0 || marker === 0xee
}

function partsOf(bytes: Uint8Array): Part[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null
  const parts: Part[] = [{ marker: START, from: 0, to: 2 }]
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END) return [...parts, { marker, from: at, to: at + 2 }]
    const headEnd = at + 2 + shortAt(bytes, at + 2)
    const to = marker === SCAN ? scanEnd(bytes, headEnd) : headEnd
    const isCutOff = to > bytes.length || headEnd < at + 4
    if (isCutOff) return null
    parts.push({ marker, from: at, to })
    at = to
  }
  return null
}

/** Where the picture's own bytes end: at the next marker that is neither a stuffed 0xff nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] ?? 0
    const belongs = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!belongs) return at
  }
  return bytes.length
}

/** 1 to 8 as EXIF counts them; 1, upright, where nothing is written. */
function orientationIn(bytes: Uint8Array, parts: Part[]): number {
  const exif = parts.find(({ marker, from }) => marker === EXIF && asciiAt(bytes, from + 4, 4) === 'Exif')
  if (!exif) return 1
  const tiff = new DataView(bytes.buffer, bytes.byteOffset + exif.from + 10, exif.to - exif.from - 10)
  if (tiff.byteLength < 14) return 1
  const isLittle = tiff.getUint16(0) === 0x4949
  const entries = tiff.getUint32(4, isLittle)
  if (entries + 2 > tiff.byteLength) return 1
  const count = tiff.getUint16(entries, isLittle)
  for (let entry = 0; entry < count; entry += 1) {
    const at = entries + 2 + entry * 12
    if (at + 10 > tiff.byteLength) return 1
    if (tiff.getUint16(at, isLittle) !== ORIENTATION_TAG) continue
    const value = tiff.getUint16(at + 8, isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** An EXIF part that says which way is up and nothing else. */
function exifOf(orientation: number): Uint8Array {
  const head = [0xff, EXIF, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8, 0, 1]
  const entry = [0x01, 0x12, 0x00, 0x03, 0, 0, 0, 1, 0, orientation, 0, 0]
  return new Uint8Array([...head, ...tiff, ...entry, 0, 0, 0, 0])
}

function shortAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}

function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
