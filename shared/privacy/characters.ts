/**
 * Characters as people type them: full width or half, on a phone or from a spreadsheet. Written without
 * Unicode property escapes in regular expressions: phones still in use do not know them.
 */

const HAN_RANGES: readonly (readonly [number, number])[] = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
]

/** True for one Chinese character (汉字), 〇 included. */
export function isHan(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return HAN_RANGES.some(([from, to]) => code >= from && code <= to)
}

/**
 * A character in its plain form: `１` → `1`, `Ｘ` → `X`, `①` → `1`; what has no one-character plain form stays.
 */
export function foldWidth(char: string): string {
  if (char < '\u0080') return char
  const plain = char.normalize('NFKC')
  return [...plain].length === 1 ? plain : char
}

/** A text in plain forms, without spaces at its ends. */
export function foldText(text: string): string {
  return text.normalize('NFKC').trim()
}
