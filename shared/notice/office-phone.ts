import { foldText } from '../privacy/characters'

const BETWEEN_PHONES = /[、，,；;/或]/
const EXTENSION = /(?:转|-{2,}|分机)\s*\d{1,5}$/
const LANDLINE = /^0(?:10\d{8}|2\d{9}|[3-9]\d{9,10})$/
const HOTLINE = /^(?:1\d{2,4}|9\d{4,5}|[48]00\d{7})$/

/** True for one or more phones of an office: landlines with their area code, hotlines such as 12345. */
export function isOfficePhone(value: string): boolean {
  const phones = foldText(value).split(BETWEEN_PHONES)
  return phones.every(phone => {
    const digits = phone
      .trim()
      .replace(EXTENSION, '')
      .replace(/[\s()-]/g, '')
    return LANDLINE.test(digits) || HOTLINE.test(digits)
  })
}
