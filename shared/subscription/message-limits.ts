import type { KeywordType, MessageKeyword } from '../catalog/message'
import { foldText, isHan } from '../privacy/characters'

/**
 * A value as WeChat takes it for a keyword of its type, cut and never rejected for length; null where nothing
 * fit is left. Facts: thing ≤ 20 characters; phrase ≤ 5 Chinese characters and nothing else; character_string,
 * number ≤ 32 and no Chinese; phone_number ≤ 17; a date is never cut. Too long or of the wrong kind is 47003.
 *
 * Length is counted in UTF-16 units: where WeChat counts characters instead, that is only stricter.
 */
export function fitted({ type, max }: Pick<MessageKeyword, 'type' | 'max'>, value: string): string | null {
  const text = FITTERS[type](inOneLine(value), max)
  return text === '' ? null : text
}

const ELLIPSIS = '…'
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日(?: \d{2}:\d{2})?$/

const FITTERS: Record<KeywordType, (value: string, max: number) => string> = {
  thing: (value, max) => (value.length <= max ? value : cut(value, max - 1) + ELLIPSIS),
  phrase: (value, max) => [...value].filter(isHan).slice(0, max).join(''),
  date: value => (DATE.test(value) ? value : ''),
  number: (value, max) => (/^-?\d+(?:\.\d+)?$/.test(value) && value.length <= max ? value : ''),
  character_string: (value, max) => only(value, /[\x21-\x7e]/, max),
  phone_number: (value, max) => only(value, /[\d+-]/, max),
}

/** At most `max` UTF-16 units, no character of two halved. */
function cut(value: string, max: number): string {
  let kept = ''
  for (const char of value) {
    if (kept.length + char.length > max) break
    kept += char
  }
  return kept
}

function only(value: string, allowed: RegExp, max: number): string {
  return cut([...foldText(value)].filter(char => allowed.test(char)).join(''), max)
}

function inOneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}
