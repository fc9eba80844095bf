import { foldText, foldWidth, isHan } from './characters'
import { COMPOUND_SURNAMES } from './compound-surnames'
import type { MaskKind } from './mask-kind'

const STAR = '*'
/** Several people in one cell, as lists pasted from a spreadsheet have them. */
const BETWEEN_NAMES = /[、，,；;/|\n\t]+/
const IN_PARENTHESES = /[（(][^（()）]*[)）]?/g
const BETWEEN_PARTS = '··•・.'

/**
 * A name with a part hidden, so that a neighbour who knows the matter recognises it and a stranger does not:
 * two characters hide the last, three the middle, four or more all between the first and the last; a compound
 * surname (复姓) stays and all after it is hidden. A name in letters keeps the first letter of each word. What
 * stands in parentheses beside a name is left out. Masking twice changes nothing.
 *
 * @example maskName('王小明') // '王*明'
 */
export function maskName(name: string): string {
  return namesIn(name).map(maskOneName).join('、')
}

/**
 * The names written in one cell, each by itself: without what stands in parentheses, without the space that
 * pads a short one.
 * @example namesIn('张　三、王小明（组长）') // ['张三', '王小明']
 */
export function namesIn(cell: string): string[] {
  return cell
    .replace(IN_PARENTHESES, '')
    .split(BETWEEN_NAMES)
    .map(part => part.trim())
    .filter(part => part !== '')
    .flatMap(namesInPart)
}

/** `138****1234`: three digits, four, and nothing between; a shorter number shows its last two only. */
export function maskPhone(phone: string): string {
  const digits = digitsOf(phone).replace(/^(?:00)?86(?=1\d{10}$)/, '')
  if (digits.length < 11) return hideAllBut(digits, 0, 2)
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/** `35*************123`: the first two and the last three of a citizen's number; shorter texts hide whole. */
export function maskId(id: string): string {
  return hideAllBut(compact(id), 2, 3)
}

/** `************1234`: the last four of an account. */
export function maskBank(account: string): string {
  return hideAllBut(compact(account), 0, 4)
}

/** An address as far as its village (村、社区), else its township; never the house. */
export function maskAddress(address: string): string {
  const text = foldText(address)
  return upToVillage(text) ?? upToTownship(text) ?? hideAllBut(text, 0, 0)
}

/** The value under a column's mask. */
export function applyMask(mask: MaskKind, value: string): string {
  return MASKS[mask](value)
}

const MASKS: Record<MaskKind, (value: string) => string> = {
  none: value => value,
  name: maskName,
  id: maskId,
  phone: maskPhone,
  bank: maskBank,
  address: maskAddress,
}

function namesInPart(part: string): string[] {
  const words = part.split(/\s+/)
  if (!hasHan(part)) return [words.join(' ')]
  // 张　三: short names are padded with a space to stand even with longer ones.
  const isPadded = words.some(word => [...word].length === 1)
  return isPadded ? [words.join('')] : words
}

function maskOneName(name: string): string {
  return hasHan(name) ? maskHan(name) : name.split(' ').map(maskWord).join(' ')
}

function hasHan(text: string): boolean {
  return [...text].some(isHan)
}

function maskWord(word: string): string {
  const [first = '', ...rest] = [...word]
  return rest.length === 0 ? STAR : first + STAR.repeat(rest.length)
}

function maskHan(name: string): string {
  const chars = [...name]
  const places = chars.flatMap((char, place) => (BETWEEN_PARTS.includes(char) ? [] : [place]))
  const isShown = shownOrdinals(chars, places)
  return chars
    .map((char, place) => {
      const ordinal = places.indexOf(place)
      return ordinal === -1 || isShown(ordinal) ? char : STAR
    })
    .join('')
}

function shownOrdinals(chars: readonly string[], places: readonly number[]): (ordinal: number) => boolean {
  const count = places.length
  const hasCompoundSurname = count > 2 && COMPOUND_SURNAMES.has(chars.slice(0, 2).join(''))
  if (count === 1) return () => false
  if (hasCompoundSurname) return ordinal => ordinal < 2
  if (count === 2) return ordinal => ordinal === 0
  return ordinal => ordinal === 0 || ordinal === count - 1
}

function hideAllBut(text: string, first: number, last: number): string {
  const chars = [...text]
  const isTooShort = chars.length <= first + last
  if (isTooShort) return STAR.repeat(chars.length)
  const hidden = chars.length - first - last
  return chars.slice(0, first).join('') + STAR.repeat(hidden) + chars.slice(chars.length - last).join('')
}

function compact(text: string): string {
  return [...foldText(text)].filter(char => /[0-9A-Za-z*]/.test(char)).join('')
}

function digitsOf(text: string): string {
  return [...text]
    .map(foldWidth)
    .filter(char => /[0-9*]/.test(char))
    .join('')
}

const VILLAGE_ENDS = ['村', '社区']
const TOWNSHIP_ENDS = ['街道', '镇', '乡']
/** 新村路、中村桥: a road named for a village is more than the village. */
const GOES_ON_AS_ROAD = ['路', '街', '巷', '弄', '桥', '大道', '里弄']

function upToVillage(address: string): string | null {
  for (const end of VILLAGE_ENDS) {
    const at = address.indexOf(end)
    const after = at + end.length
    if (at <= 0 || GOES_ON_AS_ROAD.some(road => address.startsWith(road, after))) continue
    const isVillageOfThatName = address.startsWith(end, after)
    return address.slice(0, isVillageOfThatName ? after + end.length : after)
  }
  return null
}

function upToTownship(address: string): string | null {
  for (const end of TOWNSHIP_ENDS) {
    const at = address.indexOf(end)
    if (at > 0) return address.slice(0, at + end.length)
  }
  return null
}
