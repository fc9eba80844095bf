import type { Application } from '../../shared/application/model'
import { isListed } from '../../shared/application/notice-rows'
import type { Instant } from '../../shared/calendar/model'
import type { Notice } from '../../shared/notice/model'
import { isLaidDown } from '../../shared/procedures/grounds'
import { stepWindowRule } from '../../shared/procedures/hold'
import { presentStep } from '../../shared/procedures/situation'
import { leastDays } from '../../shared/publicity/least-days'
import type { PublicityWindow, WindowRule } from '../../shared/publicity/model'
import { type Ruling, rulingOf } from '../kit/application-store'
import { applicationsOf, postedTo } from '../kit/held-publicity'
import type { Frame } from '../kit/notice-frame'
import { Refusal } from '../kit/refusal'
import { HELD_WORDS } from './held-words'
import { minimumDays } from './posting'

type Draft = Pick<Notice, '_id' | 'unitCode' | 'applications' | 'templateId' | 'rows' | 'values'>
type Household = { application: Application; ruling: Ruling }

/** The households whose publicity step a draft is, each with what rules it. */
export async function householdsOf({ applications }: Pick<Draft, 'applications'>): Promise<Household[]> {
  const found = await applicationsOf(applications)
  const rulings = new Map<string, Promise<Ruling>>()
  return Promise.all(
    found.map(async application => {
      const { procedureId } = application.state
      const ruling = rulings.get(procedureId) ?? rulingOf(application)
      rulings.set(procedureId, ruling)
      return { application, ruling: await ruling }
    }),
  )
}

/** The fewest days for which the draft may be posted: those of its form, or more where a household's step wants them. */
export function daysForAll(
  households: readonly Household[],
  { rule, district }: Pick<Frame, 'rule' | 'district'>,
  now: Instant,
): number | null {
  const [first] = households
  if (first === undefined) return minimumDays(rule)
  const { calendar } = first.ruling
  const countPostingDay = district.rules.postingDay.counted
  return leastDays(rule, households.flatMap(ruleOfStep), { postedAt: now, calendar, countPostingDay })
}

/** As `daysForAll`, where that is more than the form's own days. */
export function moreDaysFor(
  households: readonly Household[],
  frame: Pick<Frame, 'rule' | 'district'>,
  now: Instant,
): number | undefined {
  const days = daysForAll(households, frame, now)
  return days === minimumDays(frame.rule) ? undefined : (days ?? undefined)
}

/** What its step lays down for the notice; nothing where it is suggested only. */
function ruleOfStep({ application, ruling }: Household): WindowRule[] {
  const { publicity } = presentStep(ruling.procedure, application.state)
  const isBound = publicity?.nature !== undefined && isLaidDown(publicity.nature)
  const rule = publicity && isBound ? stepWindowRule(publicity) : null
  return rule ? [rule] : []
}

/**
 * Refuses with NOT_READY, naming the household, where one is no longer at the step that the notice is for, is not in
 * its list any more, or must be up longer than the window.
 */
export function refuseUnlessHeld(
  draft: Draft,
  households: readonly Household[],
  { template }: Pick<Frame, 'template'>,
  window: PublicityWindow,
  now: Instant,
): void {
  const problems = households.flatMap(household => {
    const said = problemOf(draft, household, template, window, now)
    return said === null ? [] : [HELD_WORDS.problem(household.application.subject.name, said)]
  })
  const [first] = problems
  if (first !== undefined) throw new Refusal('NOT_READY', first + HELD_WORDS.more(problems.length - 1))
}

function problemOf(
  draft: Draft,
  { application, ruling }: Household,
  template: Frame['template'],
  window: PublicityWindow,
  now: Instant,
): string | null {
  const step = presentStep(ruling.procedure, application.state)
  const isAtStep = application.state.end === null && step.publicity?.template === draft.templateId
  if (!isAtStep) return HELD_WORDS.movedOn
  if (!isListed(template, draft, application)) return HELD_WORDS.notListed
  const { _id, unitCode } = draft
  const posted = postedTo(application, { _id, unitCode, window }, ruling, now)
  return posted.ok ? null : posted.error.message
}
