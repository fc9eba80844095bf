import { beijingDate, daysBetween } from '../calendar/date'
import type { CalendarDate, Instant } from '../calendar/model'
import { fullDateWords } from '../calendar/words'
import type { MessageEvent, MessageKeyword, MessageSettings, MessageTemplate } from '../catalog/message'
import { fillPattern, type PatternValues } from '../catalog/pattern'
import type { Notice } from '../notice/model'
import { villageNameOf } from '../notice/title'
import { hidePersonalNumbers } from '../privacy/scan'
import { fitted } from './message-limits'
import { MESSAGE_WORDS } from './words'

/** A notice as far as a message about it needs it: no contents, no names. */
export type MessageMatter = Pick<Notice, '_id' | 'unitCode' | 'unitName' | 'publisher' | 'window'>

export type MessageSources = {
  event: MessageEvent
  template: MessageTemplate
  settings: Pick<MessageSettings, 'neutralText' | 'villageShortMax'>
  notice: MessageMatter
  /** The form's short name, without a place. */
  noticeShort: string
  /** True for matters that a locked screen must not name: an illness, a disability, a need. */
  neutral: boolean
  now: Instant
  /** The last day before a calendar settled it. */
  previousLastDay?: CalendarDate | undefined
  /** How the notice ended, where the village has entered it. */
  outcome?: string | undefined
}

/** What is handed to WeChat: a template with a value for each of its fields. */
export type SubscriptionMessage = {
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

/**
 * The message of an event. Values are cut to WeChat's limits: the village's name goes first, then the end; dates
 * are never cut. It may light up a locked screen, so it holds no name, amount, illness or number of a person.
 *
 * Null where a keyword has no value and no variant of the template does without it: an empty value is refused by
 * WeChat, and nothing is made up. So a notice without an end sends none.
 */
export function messageFor(sources: MessageSources): SubscriptionMessage | null {
  const { template } = sources
  const values = valuesOf(sources)
  const data = template.keywords.map(keyword => ({ keyword, value: keywordValue(keyword, values) }))
  const dropped = data.filter(({ value }) => value === null).map(({ keyword }) => keyword.field)
  const templateId = templateIdWithout(template, dropped)
  if (templateId === null) return null
  return {
    templateId,
    page: fillPattern(template.page, { noticeId: encodeURIComponent(sources.notice._id) }).text,
    data: Object.fromEntries(
      data.flatMap(({ keyword, value }) => (value === null ? [] : [[keyword.field, { value }]])),
    ),
  }
}

function templateIdWithout(template: MessageTemplate, dropped: readonly string[]): string | null {
  if (dropped.length === 0) return template.templateId
  const fits = (drop: readonly string[]) =>
    drop.length === dropped.length && drop.every(field => dropped.includes(field))
  return template.variants?.find(({ drop }) => fits(drop))?.templateId ?? null
}

function keywordValue(keyword: MessageKeyword, values: PatternValues): string | null {
  const whole = filled(keyword.pattern, values)
  if (whole === null) return null
  const isTooLong = keyword.type === 'thing' && whole.length > keyword.max
  const text = isTooLong ? (filled(keyword.pattern.replace('{villageShort}', ''), values) ?? whole) : whole
  const value = fitted(keyword, text)
  const isAllowed = keyword.oneOf === undefined || (value !== null && keyword.oneOf.includes(value))
  return isAllowed ? value : null
}

/** The pattern filled, or null where a value is missing. A notice of no village goes without a village's name. */
function filled(pattern: string, values: PatternValues): string | null {
  const withoutVillage = values.villageShort === '' ? pattern.replace('{villageShort}', '') : pattern
  const { text, missing } = fillPattern(withoutVillage, values)
  return missing.length === 0 ? hidePersonalNumbers(text) : null
}

function valuesOf(sources: MessageSources): PatternValues {
  const { notice, settings, neutral, noticeShort, now, previousLastDay, outcome } = sources
  const reckoning = notice.window?.reckoning ?? null
  const matter = neutral ? settings.neutralText : noticeShort
  return {
    villageShort: villageShortOf(notice, settings.villageShortMax),
    noticeShort: matter,
    itemShort: matter,
    publisherShort: notice.publisher || notice.unitName,
    closesOn: reckoning ? fullDateWords(reckoning.lastDay) : '',
    daysLeft: reckoning ? daysLeft(reckoning.lastDay, now) : '',
    provisionalClosesOn: previousLastDay ? fullDateWords(previousLastDay) : '',
    outcome: outcome ?? MESSAGE_WORDS.ended,
    nextStepShort: MESSAGE_WORDS.seeWhatFollows,
  }
}

const VILLAGE_CODE = /^\d{12}$/

/** The village's name where it is short enough to stand before the matter; empty for other units. */
function villageShortOf({ unitCode, unitName }: MessageMatter, max: number): string {
  const name = VILLAGE_CODE.test(unitCode) ? villageNameOf(unitName) : ''
  return [...name].length <= max ? name : ''
}

/** Today counts: two on the day before the last. */
function daysLeft(lastDay: CalendarDate, now: Instant): number {
  return Math.max(0, daysBetween(beijingDate(now), lastDay) + 1)
}
