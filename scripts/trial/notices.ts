import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { addDays, at, beijingDate } from '../../shared/calendar/date'
import type { CalendarDate, Instant } from '../../shared/calendar/model'
import { dateWords } from '../../shared/calendar/words'
import { callAs } from '../lib/call-as'
import type { LocalcloudClient } from '../lib/localcloud-client'
import { personaNamed } from './personas'
import type { TrialEvent } from './set-up'

const POSTED_AT = '09:30'
/** No window of the forms is longer than this on the wall calendar, even over the Spring Festival. */
const DAYS_BACK = 45
const LONG_TERM_DAYS_BACK = 20

const values = z.record(z.string(), z.string())
const trialNotice = z.strictObject({
  by: z.string(),
  item: z.string(),
  template: z.string(),
  stands: z.enum(['open', 'closing', 'closed', 'long-term']),
  values,
  rows: z.optional(z.array(values)),
})
const trialFile = z.strictObject({
  common: values,
  accept: z.record(z.string(), values),
  notices: z.array(trialNotice),
})
type TrialNotice = z.infer<typeof trialNotice>
type Planned = TrialNotice & { postedAt: Instant }

const file = trialFile.parse(parse(readFileSync(join(__dirname, 'notices.yaml'), 'utf8')))

/** The trial notices, each at the moment after which it stands at `now` as its file wants it. */
export async function plannedNotices(client: LocalcloudClient, now: Instant): Promise<TrialEvent[]> {
  const planned: Planned[] = []
  for (const notice of file.notices) {
    planned.push({ ...notice, postedAt: await postingFor(client, notice, beijingDate(now)) })
  }
  return planned.map(notice => ({
    at: notice.postedAt,
    happen: () =>
      post(client, notice, { ...officeValues(personaNamed(notice.by).districtId), ...notice.values }),
  }))
}

/** Where a trial notice of the district says to turn to, and what all of them say. */
export function officeValues(districtId: string): Record<string, string> {
  return { ...file.common, ...file.accept[districtId] }
}

/** The posting after which the notice stands today as the file wants it. */
async function postingFor(
  client: LocalcloudClient,
  notice: TrialNotice,
  today: CalendarDate,
): Promise<Instant> {
  const postedOn = (daysBack: number) => at(addDays(today, -daysBack), POSTED_AT)
  if (notice.stands === 'long-term') return postedOn(LONG_TERM_DAYS_BACK)
  if (notice.stands === 'open') return postedOn(1)
  const postings = Array.from({ length: DAYS_BACK }, (_, nth) => postedOn(nth + 1))
  const ends = await Promise.all(
    postings.map(async postedAt => ({ postedAt, lastDay: await lastDayOf(client, notice, postedAt) })),
  )
  const fitting =
    notice.stands === 'closed'
      ? ends.filter(({ lastDay }) => lastDay < today).sort((a, b) => (a.lastDay > b.lastDay ? -1 : 1))
      : ends.filter(({ lastDay }) => lastDay > today).sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
  const nearest = fitting[0]
  if (!nearest)
    throw new Error(`no posting makes ${notice.template} of ${notice.item} stand ${notice.stands}`)
  return nearest.postedAt
}

async function lastDayOf(
  client: LocalcloudClient,
  { by, item, template }: TrialNotice,
  postedAt: Instant,
): Promise<CalendarDate> {
  const persona = personaNamed(by)
  const input = { district: persona.districtId, item, template, postedAt }
  const { window } = await callAs(client, persona, 'catalog', 'reckon', input)
  const reckoned = window?.window.reckoning
  if (!reckoned) throw new Error(`${template} of ${item} has no window`)
  return reckoned.lastDay
}

async function post(
  client: LocalcloudClient,
  notice: Planned,
  filled: Record<string, string>,
): Promise<void> {
  const persona = personaNamed(notice.by)
  const day = beijingDate(notice.postedAt)
  const { draft, gaps } = await callAs(client, persona, 'notices', 'draft', {
    unit: persona.unit,
    district: persona.districtId,
    item: notice.item,
    template: notice.template,
    values: withDates(filled, day),
    rows: (notice.rows ?? []).map(row => withDates(row, day)),
    example: true,
  })
  if (gaps.length > 0) {
    const lacking = gaps.map(({ label, message }) => `${label}：${message}`).join('；')
    throw new Error(`scripts/trial/notices.yaml, ${notice.template} of ${notice.item} lacks: ${lacking}`)
  }
  await callAs(client, persona, 'notices', 'publish', { id: draft.id, version: draft.version })
}

const DAY = /\{day([+-]\d+)?\}/g
const DAY_ALONE = /^\{day([+-]\d+)?\}$/

/**
 * `{year}`, `{day}`, `{day-3}`, `{day+7}` become the year and the date of the posting, so many days off: a date
 * where it stands alone, as in a date field, and 11月9日 inside a sentence.
 */
export function withDates(texts: Record<string, string>, day: CalendarDate): Record<string, string> {
  const fill = (text: string) => {
    const say = DAY_ALONE.test(text) ? (date: CalendarDate) => date : dateWords
    return text
      .replaceAll('{year}', day.slice(0, 4))
      .replace(DAY, (_all, offset: string = '0') => say(addDays(day, Number(offset))))
  }
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, fill(text)]))
}
