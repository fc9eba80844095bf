import * as z from 'zod/mini'
import type { Application } from '../../shared/application/model'
import { application } from '../../shared/application/model'
import { beijingDate } from '../../shared/calendar/date'
import { type Instant, instant } from '../../shared/calendar/model'
import { documents } from '../kit/documents'
import { digest } from '../kit/history'
import { Refusal } from '../kit/refusal'
import { WORDS } from './words'

const claim = z.object({ _id: z.string(), applicationId: z.string(), at: instant })
type Claim = z.infer<typeof claim>

const claims = documents('claims', claim)
const claimants = documents('applications', z.pick(application, { _id: true, state: true, register: true }))

/** A handing-in takes seconds: a claim without its application after this was given up. */
const GIVEN_UP_AFTER_MS = 10 * 60_000

type Claimed = Pick<Application, 'districtId' | 'procedureId' | 'subject' | 'unitCode'>

/**
 * Claims a matter of a household for one application a year, before that application is written: of two at once one
 * is refused, and one that died in between can be sent again. A claim whose application came to nothing, or whose
 * household was taken out of the register again, is taken over. Refuses with CONFLICT where another is in process, or
 * was granted this year.
 */
export async function claimFor(made: Claimed, applicationId: string, now: Instant): Promise<void> {
  const year = Number(beijingDate(now).slice(0, 4))
  await refuseWhereLastYearsRuns(made, year)
  const _id = claimId(made, year)
  if (await claims.addOnce({ _id, applicationId, at: now })) return
  const existing = await claims.get(_id)
  if (existing === null) throw new Refusal('CONFLICT', WORDS.beingHandedIn)
  if (existing.applicationId === applicationId) return
  await refuseWhereHeld(existing, now)
  const taken = await claims.change(existing, { applicationId, at: now })
  if (taken !== 1) throw new Refusal('CONFLICT', WORDS.beingHandedIn)
}

async function refuseWhereHeld(existing: Claim, now: Instant): Promise<void> {
  const holder = await claimants.get(existing.applicationId)
  if (holder === null) {
    const isGivenUp = Date.parse(now) - Date.parse(existing.at) > GIVEN_UP_AFTER_MS
    if (!isGivenUp) throw new Refusal('CONFLICT', WORDS.beingHandedIn)
    return
  }
  const { end } = holder.state
  const cameToNothing = end !== null && end.outcome !== 'completed'
  const isOutAgain = holder.register?.status === 'out'
  if (!cameToNothing && !isOutAgain) throw new Refusal('CONFLICT', WORDS.inProcess)
}

async function refuseWhereLastYearsRuns(made: Claimed, year: number): Promise<void> {
  const former = await claims.get(claimId(made, year - 1))
  const holder = former && (await claimants.get(former.applicationId))
  if (holder?.state.end === null) throw new Refusal('CONFLICT', WORDS.inProcess)
}

/** A digest, so that a list of claims is no list of numbers. Projects of one name differ by their place. */
function claimId({ districtId, procedureId, subject, unitCode }: Claimed, year: number): string {
  const who = subject.kind === 'project' ? [unitCode, subject.name] : [subject.idNumber]
  return digest([districtId, procedureId, ...who, year])
}
