import { beijingDate, startOfDay } from '../../shared/calendar/date'
import type { CalendarDate, Instant } from '../../shared/calendar/model'
import type { WorkCalendar } from '../../shared/calendar/work-calendar'
import { type CatalogItem, type District, windowRuleOf } from '../../shared/catalog'
import { reckonDeadline } from '../../shared/publicity/deadline'
import { reckoningNotes } from '../../shared/publicity/reckoning-words'
import { openWindow } from '../../shared/publicity/window'
import { readCalendars } from '../kit/calendars'
import { districtOf, templateOf } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { ruledItem } from './as-ruled'
import { editionFace, itemFace } from './faces'
import { CALCULATOR_WORDS } from './words'

type Input = {
  district: string
  item: string
  template?: string
  eventDate?: CalendarDate
  postedAt?: Instant | CalendarDate
  days?: number
}

/**
 * The public calculator: the deadline counted from an event and the window counted from a posting, each with
 * its days, counted or not, and why. The edition is the one that ruled at the event.
 */
export async function reckon(input: Input, { now }: Call) {
  const district = await districtOf(input.district)
  const eventDate = input.eventDate ?? beijingDate(now)
  const ruled = await ruledItem(district._id, eventDate, input.item)
  const found = ruled.item
  const calendar = (await readCalendars()).of(district._id)
  return {
    now,
    item: itemFace(found, district, eventDate),
    edition: editionFace(ruled.edition, ruled.all),
    deadlines: found.deadlines.map(rule => {
      const reckoning = reckonDeadline(rule, eventDate, calendar)
      return { rule, reckoning, notes: reckoningNotes(reckoning, CALCULATOR_WORDS.event(rule.countsFrom)) }
    }),
    window: await windowOf(input, found, district, calendar, now),
  }
}

async function windowOf(
  input: Input,
  found: CatalogItem,
  district: District,
  calendar: WorkCalendar,
  now: Instant,
) {
  const chosen = await chosenTemplate(input, found, district)
  if (!chosen) return null
  const { template, rule } = chosen
  const window = openWindow({
    rule,
    postedAt: postingInstant(input.postedAt, now),
    calendar,
    number: 1,
    days: input.days,
    countPostingDay: district.rules.postingDay.counted,
  })
  return {
    templateId: template._id,
    templateName: template.name,
    rule,
    window,
    notes: window.reckoning ? reckoningNotes(window.reckoning) : [],
  }
}

/** The form asked for; else the item's first one with days to count; else its first with a rule at all. */
async function chosenTemplate(input: Input, found: CatalogItem, district: District) {
  const wanted = input.template
  if (wanted !== undefined && !found.templates.includes(wanted)) {
    throw new Refusal('NOT_FOUND', WORDS.templateNotFound)
  }
  const templates = await Promise.all((wanted === undefined ? found.templates : [wanted]).map(templateOf))
  const ruled = templates.flatMap(template => {
    const rule = windowRuleOf(template, found, district)
    return rule ? [{ template, rule }] : []
  })
  return ruled.find(({ rule }) => rule.mode !== 'long-term') ?? ruled[0]
}

function postingInstant(posted: Instant | CalendarDate | undefined, now: Instant): Instant {
  if (posted === undefined) return now
  return posted.length === 'YYYY-MM-DD'.length ? startOfDay(posted) : posted
}
