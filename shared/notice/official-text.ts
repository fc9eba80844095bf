import { fillPattern } from '../catalog/pattern'
import type { TemplatePublicity } from '../catalog/template'
import type { Reckoning } from '../publicity/model'
import { fillOfficial, type NoticeFacts } from './notice-facts'
import { OBJECTION_AFTER_CLOSE, PUBLICITY_WORDS } from './words'

/** The text of the notice; once its names have gone, what is left of it and why. */
export function bodyOf({ template, values, isRetired }: NoticeFacts): string {
  if (!isRetired) return fillOfficial(template.bodyPattern, values).text
  return template.afterClose === null ? '' : fillOfficial(`${template.afterClose}。`, values).text
}

/**
 * The sentence that says from when to when. A form's own sentence speaks of its own way of counting; where the
 * district or the catalog has another, or counts the posting day, the sentence is made from the reckoning.
 */
export function publicitySentenceOf({ template, window, notice, values, forms }: NoticeFacts): string {
  const { publicity } = template
  const { reckoning } = window
  if (reckoning === null) return sentenceWithoutEnd(publicity, values)
  const pattern = fitsReckoning(publicity, reckoning)
    ? publicity.sentence
    : patternFor(reckoning, notice.rule?.mode === 'window')
  const provisional = reckoning.provisional ? provisionalSentence(forms.provisionalSentence, reckoning) : ''
  return fillOfficial(pattern, values).text + provisional
}

/** What to do about the notice; after the close of a window the offer of objecting within it no longer stands. */
export function objectionSentenceOf({ template, notice, isClosed, values }: NoticeFacts): string {
  const tookObjections = notice.rule?.mode === 'window'
  const pattern = isClosed && tookObjections ? OBJECTION_AFTER_CLOSE : template.objection
  return fillOfficial(pattern, values).text
}

function sentenceWithoutEnd(publicity: TemplatePublicity, values: Record<string, string>): string {
  const { text, missing } = fillOfficial(publicity.sentence, values)
  return missing.length === 0 ? text : fillOfficial(PUBLICITY_WORDS.withoutDeadline, values).text
}

function fitsReckoning(publicity: TemplatePublicity, reckoning: Reckoning): boolean {
  const isTimed = 'days' in publicity
  if (!isTimed || countsPostingDay(reckoning)) return publicity.mode === 'inherit'
  const isDisputed = publicity.dispute !== undefined
  if (isDisputed) return reckoning.dispute !== null
  return reckoning.dispute === null && reckoning.unit === publicity.unit
}

function countsPostingDay({ firstDay, eventDate }: Reckoning): boolean {
  return firstDay === eventDate
}

function patternFor(reckoning: Reckoning, takesObjections: boolean): string {
  const postingDay = countsPostingDay(reckoning)
    ? PUBLICITY_WORDS.postingDayCounted
    : PUBLICITY_WORDS.postingDayNotCounted
  const sentence = takesObjections ? PUBLICITY_WORDS.window : PUBLICITY_WORDS.posted
  const dispute = reckoning.dispute === null ? '' : PUBLICITY_WORDS.disputed
  return sentence.replace('{postingDay}', postingDay) + dispute
}

function provisionalSentence(pattern: string, { calendar, lastDay }: Reckoning): string {
  const firstUnsettled = calendar.find(day => day.provisional)?.date ?? lastDay
  return fillPattern(pattern, { provisionalYear: firstUnsettled.slice(0, 4) }).text
}
