import { beijingDate, daysBetween } from '../calendar/date'
import type { CalendarDate, Instant } from '../calendar/model'
import { fullDateWords } from '../calendar/words'
import type { MessageEvent, MessageSettings, MessageTemplate } from '../catalog/message'
import type { PatternValues } from '../catalog/pattern'
import type { Notice } from '../notice/model'
import { villageNameOf } from '../notice/title'
import { MESSAGE_WORDS } from './words'
import { type SubscriptionMessage, writtenBy } from './written'

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

/**
 * The message of an event of a notice. It may light up a locked screen, so it holds no name, amount, illness or
 * number of a person. Null where it has nothing to say, as of a notice without an end; see `writtenBy`.
 */
export function messageFor(sources: MessageSources): SubscriptionMessage | null {
  const { template, notice } = sources
  return writtenBy(template, valuesOf(sources), template.page, { noticeId: notice._id })
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
