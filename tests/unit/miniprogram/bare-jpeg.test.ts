import { bareJpeg } from '../../../miniprogram/files/bare-jpeg'
import { fitted, mimeOf } from '../../../miniprogram/files/kept-file'

const START = [0xff, 0xd8]
const END = [0xff, 0xd9]
const JFIF = part(0xe0, [...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0])
const TABLE = part(0xdb, [0, 0xff, 0xd9, 3, 4])
/** With a stuffed 0xff, a restart, and then the bytes of a second scan. */
const SCAN = [...part(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
const PLACE = ascii('北纬28.0, 东经120.6'.replace(/[^ -~]/g, '?'))

function part(marker: number, body: number[]): number[] {
  const length = body.length + 2
  return [0xff, marker, length >> 8, length & 0xff, ...body]
}

function ascii(text: string): number[] {
  return [...text].map(character => character.charCodeAt(0))
}

/** An EXIF part as a phone writes it: which way is up, and a place in the bytes behind. */
function exif(orientation: number, order: 'big' | 'little'): number[] {
  const short = (value: number) => (order === 'big' ? [value >> 8, value & 0xff] : [value & 0xff, value >> 8])
  const long = (value: number) => (order === 'big' ? [0, 0, ...short(value)] : [...short(value), 0, 0])
  const mark = order === 'big' ? ascii('MM') : ascii('II')
  const tiff = [...mark, ...short(42), ...long(8), ...short(2)]
  const make = [...short(0x010f), ...short(2), ...long(4), ...ascii('abc\0')]
  const up = [...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0]
  return part(0xe1, [...ascii('Exif\0\0'), ...tiff, ...make, ...up, ...long(0), ...PLACE])
}

const bytes = (...parts: number[][]) => new Uint8Array(parts.flat())
const textOf = (photo: Uint8Array | null) => String.fromCharCode(...(photo ?? []))

describe('a photo before it leaves the phone', () => {
  it('loses the place where it was taken and the name of the phone', () => {
    const bare = bareJpeg(bytes(START, JFIF, exif(1, 'little'), TABLE, SCAN, END))
    expect(bare).toEqual(bytes(START, JFIF, TABLE, SCAN, END))
    expect(textOf(bare)).not.toContain('120.6')
  })

  it.each(['big', 'little'] as const)('taken sideways, stays the right way up (%s-endian)', order => {
    const bare = bareJpeg(bytes(START, exif(6, order), TABLE, SCAN, END))
    expect(textOf(bare)).not.toContain('120.6')
    expect(textOf(bare)).not.toContain('abc')
    const again = bareJpeg(bare ?? new Uint8Array())
    expect(again).toEqual(bare)
    const upIsSix = [0x01, 0x12, 0x00, 0x03, 0, 0, 0, 1, 0, 6]
    expect(textOf(bare)).toContain(String.fromCharCode(...upIsSix))
  })

  it('loses comments, a maker’s notes, and a second picture hung behind it', () => {
    const comment = part(0xfe, PLACE)
    const notes = part(0xed, PLACE)
    const second = bytes(START, exif(1, 'big'), SCAN, END)
    const whole = bytes(START, comment, notes, TABLE, SCAN, END, [...second])
    expect(bareJpeg(whole)).toEqual(bytes(START, TABLE, SCAN, END))
  })

  it('keeps the colours, and drops the list of further pictures that stands in the same kind of part', () => {
    const profile = part(0xe2, ascii('ICC_PROFILE\0colours'))
    const list = part(0xe2, ascii('MPF\0second picture'))
    expect(bareJpeg(bytes(START, profile, list, TABLE, SCAN, END))).toEqual(
      bytes(START, profile, TABLE, SCAN, END),
    )
  })

  it('keeps every scan of a picture that comes in several', () => {
    const progressive = bytes(START, TABLE, SCAN, TABLE, SCAN, END)
    expect(bareJpeg(progressive)).toEqual(progressive)
  })

  it.each([
    ['broken off in the picture', bytes(START, TABLE, SCAN)],
    ['broken off in a part', bytes(START, [0xff, 0xdb, 0x00, 0x40, 1])],
    ['that says a part is shorter than its own length', bytes(START, [0xff, 0xe1, 0x00, 0x01], END)],
    ['that is no photo', new Uint8Array(ascii('%PDF-1.7'))],
    ['that is empty', new Uint8Array()],
  ])('%s cannot be read', (_, broken) => {
    expect(bareJpeg(broken)).toBeNull()
  })

  it('with a direction that lies outside the file is taken as upright', () => {
    const cut = part(0xe1, [...ascii('Exif\0\0'), ...ascii('MM'), 0, 42, 0, 0, 0x7f, 0xff, 0, 0, 0, 0])
    expect(bareJpeg(bytes(START, cut, TABLE, SCAN, END))).toEqual(bytes(START, TABLE, SCAN, END))
  })
})

describe('what a file is', () => {
  it('is told by its first bytes', () => {
    expect(mimeOf(bytes(START, JFIF))).toBe('image/jpeg')
    expect(mimeOf(new Uint8Array([0x89, ...ascii('PNG\r\n')]))).toBe('image/png')
    expect(mimeOf(new Uint8Array(ascii('%PDF-1.4')))).toBe('application/pdf')
    expect(mimeOf(new Uint8Array(ascii('PK')))).toBeNull()
  })

  it('a photo is made down to a long side of 1600, and never up', () => {
    expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 })
    expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 })
    expect(fitted(800, 600)).toEqual({ width: 800, height: 600 })
  })
})
