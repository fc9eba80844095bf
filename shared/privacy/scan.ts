import { type DigitRun, digitRuns } from './digit-runs'
import { DIAGNOSES, HEALTH_WORDS } from './health-words'
import { hasIdStructure, hasValidIdCheck } from './identity-number'
import { maskBank, maskId, maskPhone } from './masks'
import { FINDING_WORDS } from './words'

/**
 * landline: fine where a notice names its office, not beside a person. diagnosis: an illness or a grade of
 * disability, wherever it stands; health: a word of kinds (残疾、医疗救助) that official names hold too.
 */
export type FindingKind = 'id' | 'mobile' | 'landline' | 'bank' | 'diagnosis' | 'health' | 'minor'

/** Personal data in a text: `start` and `end` as in `text.slice(start, end)`; `excerpt` is masked. */
export type Finding = { kind: FindingKind; start: number; end: number; excerpt: string; message: string }

/**
 * Every piece of personal data in a text: citizens' numbers, mobiles, landlines, bank accounts, words of illness
 * and disability, data of minors; also written in full width, spaced, hyphenated or in Chinese digits. Whether a
 * piece may stand depends on where the text stands; that is for the caller. Takes time in proportion to the text.
 */
export function findPersonalData(text: string): Finding[] {
  const found = [...numbersIn(text), ...wordsIn(text), ...minorsIn(text)]
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The text with numbers of persons masked where they stand: the last line of defence of a public answer. */
export function hidePersonalNumbers(text: string): string {
  const found = numbersIn(text).filter(({ kind }) => kind !== 'landline')
  return found.reduceRight(
    (rest, { start, end, excerpt }) => rest.slice(0, start) + excerpt + rest.slice(end),
    text,
  )
}

type Match = { kind: FindingKind; length: number }

function numbersIn(text: string): Finding[] {
  return digitRuns(text).flatMap(run => numbersOfRun(run, text))
}

function numbersOfRun(run: DigitRun, text: string): Finding[] {
  const findings: Finding[] = []
  let at = 0
  while (at < run.text.length) {
    const match = matchAt(run, at, text)
    if (match === null) {
      at += 1
      continue
    }
    const start = run.starts[at] ?? 0
    const end = run.ends[at + match.length - 1] ?? text.length
    findings.push(finding(match.kind, start, end, MASK_OF[match.kind](run.text.slice(at, at + match.length))))
    at += match.length
  }
  return findings
}

function matchAt(run: DigitRun, at: number, text: string): Match | null {
  return idAt(run, at) ?? mobileAt(run, at) ?? accountAt(run, at, text) ?? landlineAt(run, at)
}

const ID_LENGTH = 18
const OLD_ID_LENGTH = 15

function idAt(run: DigitRun, at: number): Match | null {
  const id = run.text.slice(at, at + ID_LENGTH)
  if (/^\d{17}[\dX]$/.test(id) && hasIdStructure(id)) {
    const sizes = sizesOf(run, at, ID_LENGTH)
    // A right check character is proof enough, even in the midst of other digits.
    if (hasValidIdCheck(id) || (sizes !== null && isIdGrouping(sizes)))
      return { kind: 'id', length: ID_LENGTH }
  }
  const oldId = run.text.slice(at, at + OLD_ID_LENGTH)
  if (/^\d{15}$/.test(oldId) && hasIdStructure(oldId)) {
    const sizes = sizesOf(run, at, OLD_ID_LENGTH)
    if (sizes !== null && isOneOf(sizes, ['15', '6-6-3'])) return { kind: 'id', length: OLD_ID_LENGTH }
  }
  return null
}

/** Unbroken, in regular groups, or broken before and after the date of birth. */
function isIdGrouping(sizes: readonly number[]): boolean {
  const isRegular = Math.max(...sizes.slice(0, -1), 0) <= 4 && new Set(sizes.slice(0, -1)).size <= 1
  const breaks = breaksOf(sizes)
  return sizes.length === 1 || isRegular || (breaks.includes(6) && breaks.includes(14))
}

const MOBILE_LENGTH = 11
const MOBILE_GROUPINGS = ['11', '3-4-4', '3-8', '7-4', '4-3-4', '4-4-3', '3-3-5', '1-1-1-1-1-1-1-1-1-1-1']
const BEFORE_MOBILE = ['', '86', '086', '0086', '0']

function mobileAt(run: DigitRun, at: number): Match | null {
  if (!/^1[3-9]\d{9}$/.test(run.text.slice(at, at + MOBILE_LENGTH))) return null
  const prefix = beforeInGroup(run, at)
  if (prefix === null || !BEFORE_MOBILE.includes(prefix)) return null
  const sizes = sizesOf(run, at, MOBILE_LENGTH, 'any-start')
  return sizes !== null && isOneOf(sizes, MOBILE_GROUPINGS) ? { kind: 'mobile', length: MOBILE_LENGTH } : null
}

const ACCOUNT_LENGTHS = [19, 18, 17, 16, 15, 14, 13]
const ACCOUNT_GROUPINGS = ['4-4-4-4', '4-4-4-4-1', '4-4-4-4-2', '4-4-4-4-3', '6-10', '6-11', '6-12', '6-13']
const ACCOUNT_WORD = /(?:账号|帐号|卡号|账户|帐户|银行卡|存折)[^\d\n]{0,8}$/
const NAMED_ACCOUNT_LENGTHS = Array.from({ length: 22 }, (_, index) => 30 - index)

/** Cards begin with 3–6 or 9; groups of four that begin with 1 or 2 are years. */
const CARD_START = /^[34569]/

function accountAt(run: DigitRun, at: number, text: string): Match | null {
  if (beforeInGroup(run, at) !== '') return null
  const isCard = (length: number) => isCardNumber(run.text.slice(at, at + length), sizesOf(run, at, length))
  const cardLength = ACCOUNT_LENGTHS.find(isCard)
  if (cardLength !== undefined) return { kind: 'bank', length: cardLength }
  const place = run.starts[at] ?? 0
  if (!ACCOUNT_WORD.test(text.slice(Math.max(0, place - 12), place))) return null
  const length = NAMED_ACCOUNT_LENGTHS.find(candidate => sizesOf(run, at, candidate) !== null)
  return length === undefined ? null : { kind: 'bank', length }
}

function isCardNumber(digits: string, sizes: readonly number[] | null): boolean {
  if (sizes === null || !CARD_START.test(digits) || digits.includes('X')) return false
  const isUnionPay = digits.startsWith('62') && digits.length >= 16
  if (sizes.length === 1) return isUnionPay || passesLuhn(digits)
  return isOneOf(sizes, ACCOUNT_GROUPINGS) && (sizes[0] === 4 || isUnionPay)
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reduceRight((total, char, place) => {
    const isDoubled = (digits.length - 1 - place) % 2 === 1
    const value = Number(char) * (isDoubled ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** 010, 02x, 0311 … 0998; after 01 comes a mobile dialled the old way. */
const AREA_CODE = /^0(?:10|[2-9]\d)/
const LANDLINE_GROUPINGS = ['3-8', '4-7', '4-8', '3-4-4', '4-4-4', '4-3-4', '10', '11', '12']

function landlineAt(run: DigitRun, at: number): Match | null {
  if (!AREA_CODE.test(run.text.slice(at, at + 3))) return null
  const isLandline = (length: number) => {
    const sizes = sizesOf(run, at, length)
    return sizes !== null && isOneOf(sizes, LANDLINE_GROUPINGS)
  }
  const length = [12, 11, 10].find(isLandline)
  return length === undefined ? null : { kind: 'landline', length }
}

const MASK_OF: Record<FindingKind, (text: string) => string> = {
  id: maskId,
  mobile: maskPhone,
  landline: maskPhone,
  bank: maskBank,
  diagnosis: text => text,
  health: text => text,
  minor: text => text,
}

/** Sizes of the groups in a stretch of a run; null unless it begins and ends with a group, or is too short. */
function sizesOf(
  run: DigitRun,
  at: number,
  length: number,
  startsAt: 'group-start' | 'any-start' = 'group-start',
): number[] | null {
  const end = at + length
  if (end > run.text.length) return null
  const beginsGroup = startsAt === 'any-start' || run.groups[at] !== run.groups[at - 1]
  const endsGroup = run.groups[end - 1] !== run.groups[end]
  if (!beginsGroup || !endsGroup) return null
  const sizes: number[] = []
  for (let place = at; place < end; place++) {
    const isSameGroup = place > at && run.groups[place] === run.groups[place - 1]
    if (isSameGroup) sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1
    else sizes.push(1)
  }
  return sizes
}

function breaksOf(sizes: readonly number[]): number[] {
  let end = 0
  return sizes.map(size => {
    end += size
    return end
  })
}

/** What stands before a place in its own group of digits; null where that is more than a dialling prefix. */
function beforeInGroup(run: DigitRun, at: number): string | null {
  const longestPrefix = 4
  for (let count = 0; count <= longestPrefix; count++) {
    if (run.groups[at - count - 1] !== run.groups[at]) return run.text.slice(at - count, at)
  }
  return null
}

function isOneOf(sizes: readonly number[], groupings: readonly string[]): boolean {
  return groupings.includes(sizes.join('-'))
}

function wordsIn(text: string): Finding[] {
  const findings: Finding[] = []
  let at = 0
  while (at < text.length) {
    const match = wordAt(text, at)
    if (match !== null) findings.push(finding(match.kind, at, at + match.word.length, match.word))
    at += match === null ? 1 : match.word.length
  }
  return findings
}

type WordEntry = { word: string; kind: FindingKind }

/** The words by their first character, longest first, so that each place of a text is looked at once. */
const WORDS_BY_FIRST = indexWords([
  ...DIAGNOSES.map(word => ({ word, kind: 'diagnosis' as const })),
  ...HEALTH_WORDS.map(word => ({ word, kind: 'health' as const })),
])

function indexWords(entries: readonly WordEntry[]): ReadonlyMap<string, readonly WordEntry[]> {
  const index = new Map<string, WordEntry[]>()
  for (const entry of [...entries].sort((a, b) => b.word.length - a.word.length)) {
    const first = entry.word.charAt(0)
    index.set(first, [...(index.get(first) ?? []), entry])
  }
  return index
}

function wordAt(text: string, at: number): WordEntry | null {
  const candidates = WORDS_BY_FIRST.get(text.charAt(at)) ?? []
  return candidates.find(({ word }) => text.startsWith(word, at)) ?? null
}

const MINOR_LABELS = /学生姓名|出生日期|出生年月|监护人姓名/g
const AGE = /(?:^|\D)(\d{1,2})\s?(?:周岁|岁)(?!以上|以下|及|（含|\(含)/g
const ADULT_AT = 18

function minorsIn(text: string): Finding[] {
  const labels = [...text.matchAll(MINOR_LABELS)].map(match =>
    finding('minor', match.index, match.index + match[0].length, match[0]),
  )
  const ages = [...text.matchAll(AGE)].flatMap(match => {
    const age = match[1] ?? ''
    const start = match.index + match[0].indexOf(age)
    const end = match.index + match[0].length
    return Number(age) < ADULT_AT ? [finding('minor', start, end, text.slice(start, end))] : []
  })
  return [...labels, ...ages]
}

function finding(kind: FindingKind, start: number, end: number, excerpt: string): Finding {
  return { kind, start, end, excerpt, message: FINDING_WORDS[kind](excerpt) }
}
