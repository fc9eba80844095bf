import { type Procedure, type Step, stepOf } from '../procedures/definition'
import type { ApplyingWay, Subject } from './model'
import type { StartOffer } from './page'

type Drawn = Pick<Procedure, 'steps' | 'actors' | 'entrySteps' | 'joinSteps' | 'applicant' | 'beneficiary'>

/** Where an application may begin, by whom and how, in the order of the drawing. */
export function startOffers(procedure: Drawn): StartOffer[] {
  return [...procedure.entrySteps, ...procedure.joinSteps].flatMap(id => {
    const step = stepOf(procedure, id)
    if (step === null) return []
    return step.actors.map(body => ({ step: id, name: step.name, body, way: wayOf(procedure, step, body) }))
  })
}

/** The offer under which an application comes in that way; family and cadre do what the applicant does. */
export function offersFor(procedure: Drawn, step: string, way: ApplyingWay): StartOffer[] {
  const wanted = way === 'family' || way === 'cadre' ? 'self' : way
  return startOffers(procedure).filter(offer => offer.step === step && offer.way === wanted)
}

/**
 * Whom or what an application that starts there can be about, the usual one first. What is done once for all, before
 * households come in, and what nobody applies for may be about the matter itself.
 */
export function subjectKindsAt(procedure: Drawn, start: string): Subject['kind'][] {
  if (procedure.applicant === 'project-unit') return ['project']
  const person = procedure.applicant === 'none' ? procedure.beneficiary : procedure.applicant
  const isForAll = procedure.joinSteps.length > 0 && procedure.entrySteps.includes(start)
  const persons: Subject['kind'][] = person === undefined ? ['household', 'individual'] : [person]
  return isForAll || procedure.applicant === 'none' ? [...persons, 'project'] : persons
}

function wayOf({ actors, applicant }: Drawn, step: Step, body: string): StartOffer['way'] {
  const place = actors.find(actor => actor.name === body)?.at
  if (place === 'applicant') return 'self'
  const isForPeople = applicant === 'household' || applicant === 'individual'
  return step.kind === 'submit' && place === 'village' && isForPeople ? 'nominated' : 'office'
}
