import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { agent, applyingWay, subject } from '../../shared/application/model'
import { addDays, at, beijingDate } from '../../shared/calendar/date'
import type { CalendarDate, Instant } from '../../shared/calendar/model'
import type { Handling } from '../../shared/contract/applications'
import { callAs } from '../lib/call-as'
import type { LocalcloudClient } from '../lib/localcloud-client'
import { officeValues, withDates } from './notices'
import { type Persona, personaNamed } from './personas'
import type { TrialEvent } from './set-up'

const text = z.record(z.string(), z.string())
const days = z.int().min(1)
const act = z.strictObject({
  /** So many days ago. */
  day: days,
  by: z.string(),
  as: z.string(),
  /** The step it is passed on to; back to whoever must supply something where `ask` names what is missing. */
  to: z.optional(z.string()),
  ask: z.optional(z.array(z.string())),
  /** The entry of `records` that the step writes down. */
  record: z.optional(z.string()),
  /** The entry of `notices` with which the step's notice is filled in and posted. */
  notice: z.optional(z.string()),
})
type Act = z.infer<typeof act>
const trialCase = z.strictObject({
  id: z.string(),
  by: z.string(),
  day: days,
  procedure: z.string(),
  start: z.string(),
  way: applyingWay,
  agent: z.optional(agent),
  subject,
  acts: z.array(act),
})
type TrialCase = z.infer<typeof trialCase>
const file = z
  .strictObject({
    cases: z.array(trialCase),
    records: z.record(z.string(), text),
    notices: z.record(z.string(), z.strictObject({ values: text, row: text })),
  })
  .parse(parse(readFileSync(join(__dirname, 'applications.yaml'), 'utf8')))

const FIRST_AT = 9 * 60 + 40
const MINUTES_BETWEEN = 10

/** The trial applications, event by event, each case's in their order. */
export function plannedApplications(client: LocalcloudClient, now: Instant): TrialEvent[] {
  return file.cases.flatMap((one, nth) => [
    { at: momentOf(one.day, 0, now), happen: () => submit(client, one) },
    ...one.acts.map((act, index) => ({
      at: momentOf(act.day, index + 1, now),
      happen: () => take(client, one, { act, draft: `${one.id}-notice-${nth}` }),
    })),
  ])
}

function momentOf(day: number, index: number, now: Instant): Instant {
  const minutes = FIRST_AT + index * MINUTES_BETWEEN
  const clock = [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0'))
  return at(addDays(beijingDate(now), -day), clock.join(':'))
}

async function submit(client: LocalcloudClient, one: TrialCase): Promise<void> {
  const persona = personaNamed(one.by)
  await callAs(client, persona, 'applications', 'submit', {
    id: one.id,
    district: persona.districtId,
    procedure: one.procedure,
    start: one.start,
    unit: persona.unit,
    way: one.way,
    subject: one.subject,
    family: [],
    agent: one.agent ?? null,
    partners: {},
    materials: [],
    example: true,
  })
}

async function take(
  client: LocalcloudClient,
  { id }: TrialCase,
  { act, draft }: { act: Act; draft: string },
): Promise<void> {
  const persona = personaNamed(act.by)
  const { now, case: seen } = await callAs(client, persona, 'applications', 'case', { id })
  const day = beijingDate(now)
  if (act.notice !== undefined) return announce(client, persona, { id, act, draft, day })
  const values = act.record === undefined ? undefined : file.records[act.record]
  await callAs(client, persona, 'applications', 'act', {
    id,
    version: seen.version,
    as: act.as,
    handling: handlingOf(act),
    ...(values === undefined ? {} : { record: withDates(values, day) }),
  })
}

function handlingOf({ to, ask }: Act): Handling {
  if (to === undefined) throw new Error('scripts/trial/applications.yaml: an act needs `to` or `notice`')
  return ask === undefined ? { type: 'move', to } : { type: 'ask', to, items: ask }
}

type Announced = { id: string; act: Act; draft: string; day: CalendarDate }

/** Fills in what the list made from the case leaves open, and posts the notice. */
async function announce(client: LocalcloudClient, persona: Persona, { id, act, draft, day }: Announced) {
  const { noticeId } = await callAs(client, persona, 'applications', 'announce', {
    cases: [id],
    as: act.as,
    draft,
  })
  const opened = await callAs(client, persona, 'notices', 'open', { id: noticeId })
  const written = file.notices[act.notice ?? '']
  const { draft: saved, gaps } = await callAs(client, persona, 'notices', 'draft', {
    id: noticeId,
    version: opened.draft.version,
    unit: opened.unit,
    district: opened.draft.districtId,
    item: opened.draft.itemId,
    template: opened.draft.templateId,
    values: withDates({ ...opened.values, ...officeValues(persona.districtId), ...written?.values }, day),
    rows: opened.rows.map(row => ({ ...row, ...written?.row })),
    example: true,
  })
  if (gaps.length > 0) {
    const lacking = gaps.map(({ label, message }) => `${label}：${message}`).join('；')
    throw new Error(`scripts/trial/applications.yaml, the notice of ${id} lacks: ${lacking}`)
  }
  await callAs(client, persona, 'notices', 'publish', { id: noticeId, version: saved.version })
}
