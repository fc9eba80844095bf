/** Kept beside a row whose person is a minor, in every form: the number that stands for the row. */
export const CASE_NUMBER = 'caseNo'

const CODE = /^(?=.*\d)[A-Za-z0-9-]{4,32}$/

/** True for a number an office gives out. Public as it stands, so it holds no words that could name anybody. */
export function isCaseNumber(text: string): boolean {
  return CODE.test(text)
}
