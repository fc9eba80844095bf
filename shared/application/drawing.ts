import { type Procedure, type Step, stepOf } from '../procedures/definition'
import { CUSTOMARY, groundWords, limitWords, lineWords, publicityWords } from '../procedures/words'
import { type Area, able } from './hands'
import { wayToGrant } from './main-way'
import type { DrawnStep, ProcedureCard, ProcedurePage } from './page'
import { startOffers } from './starts'

/** A procedure in a list. */
export function procedureCardOf(procedure: Procedure): ProcedureCard {
  const { procedureId, name, department, applicant, items } = procedure
  const canApply = startOffers(procedure).some(({ way }) => way === 'self')
  return { id: procedureId, name, department, applicant, canApply, items }
}

/** A procedure with its drawing. */
export function procedurePageOf(
  procedure: Procedure,
  district: { id: string; name: string },
  area: Area,
): ProcedurePage {
  return {
    ...procedureCardOf(procedure),
    districtId: district.id,
    districtName: district.name,
    result: procedure.result,
    basis: procedure.basis,
    customary: hasCustom(procedure) ? CUSTOMARY : null,
    materials: procedure.materials,
    materialsBasis: procedure.materialsBasis ?? null,
    overall: overallWords(procedure),
    review: procedure.reviewCycle.rules,
    incomeLine: procedure.incomeLine ?? null,
    steps: procedure.steps.map(step => drawnStep(procedure, step)),
    mainWay: wayToGrant(procedure, procedure.entrySteps[0] ?? ''),
    starts: startOffers(procedure),
    partners: partnersToChoose(procedure, area),
    asksBankAccount: procedure.steps.some(({ kind }) => kind === 'pay'),
  }
}

function hasCustom({ steps }: Procedure): boolean {
  return steps.some(step => step.sureness === 'customary' || step.next.some(({ suggested }) => suggested))
}

function overallWords(procedure: Procedure): string | null {
  const { overallLimit } = procedure
  if (overallLimit === undefined) return null
  const { count, unit, fromStep, nature, basis, extendableTo } = overallLimit
  const words = limitWords(
    { count, unit, fromStep, nature, basis, bound: 'at-most', covers: 'finish', others: [] },
    procedure,
  )
  const longest = extendableTo === undefined ? '' : `；特殊情况最长 ${extendableTo} ${UNIT_WORDS[unit]}`
  return words + longest
}

const UNIT_WORDS = { workday: '个工作日', day: '天' }

function drawnStep(procedure: Procedure, step: Step): DrawnStep {
  return {
    id: step.id,
    name: step.name,
    kind: step.kind,
    actors: step.actors,
    ground: groundWords(procedure, step),
    customary: step.sureness === 'customary',
    limit: step.limit === undefined ? null : limitWords(step.limit, procedure),
    publicity: step.publicity === undefined ? null : publicityWords(step.publicity),
    optional: step.optional,
    note: step.note ?? null,
    end: step.end ?? null,
    next: step.next.flatMap(line => {
      const to = stepOf(procedure, line.to)
      if (to === null) return []
      const ground = lineWords(procedure, line, to)
      return [{ to: to.id, name: to.name, when: line.when, outcome: line.outcome, ground }]
    }),
  }
}

/** Bodies outside the tree of units (学校) of which there are several, so that the applicant says which. */
function partnersToChoose({ actors }: Procedure, { units }: Area): ProcedurePage['partners'] {
  return actors
    .filter(({ at }) => at === 'partner')
    .map(({ name }) => ({ body: name, units: able('partner', name, units) }))
    .filter(({ units: those }) => those.length > 1)
    .map(({ body, units: those }) => ({
      body,
      units: those.map(({ _id, name }) => ({ code: _id, name })),
    }))
}
