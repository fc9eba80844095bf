import type { Procedure, Step, StepPublicity, Transition } from '../../../shared/procedures/definition'
import type { StepLimit } from '../../../shared/procedures/limit'

/** What lays out a procedure with the columns of the record taken from the documents; absent cells are undefined. */

export function procedureRow(procedure: Procedure): object {
  const { figure } = procedure
  return {
    id: procedure.procedureId,
    title_zh: procedure.name,
    catalog_item: procedure.items,
    applicant_type: procedure.applicant.replace('-', ' '),
    beneficiary_type: procedure.beneficiary,
    figure: {
      caption_zh: figure.caption,
      intro_zh: figure.intro,
      source_lines: figure.lines,
      status: figure.status,
      fragment_zh: some(figure.fragment),
    },
    department_zh: procedure.department,
    entry_steps: procedure.entrySteps,
    materials_zh: procedure.materials,
    materials_basis: procedure.materialsBasis,
    result_zh: procedure.result,
    review_cycle: reviewCells(procedure),
    basis: procedure.basis,
    confidence: procedure.sureness,
    confidence_note_zh: procedure.surenessNote,
    internal_forms_zh: some(procedure.internalForms),
    branch_labels_zh: Object.keys(procedure.branchLabels).length === 0 ? undefined : procedure.branchLabels,
    note_zh: procedure.note,
    order_note_zh: procedure.orderNote,
    suggested_split: some(procedure.suggestedSplit),
    overall_limit: overallCells(procedure),
    legacy_variant_zh: procedure.formerRule,
    near_relative_rule_zh: procedure.nearRelativeRule,
    termination_flow: some(procedure.terminationSteps.map(terminationCells)),
    local_examples_zh: some(procedure.localExamples),
  }
}

export function stepRow(step: Step): object {
  return {
    id: step.id,
    name_zh: step.name,
    actor_zh: step.actors.join('、'),
    kind: step.kind,
    time_limit: step.limit === undefined ? undefined : limitCells(step.limit),
    publicity: step.publicity === undefined ? undefined : publicityCells(step.publicity),
    source: step.sureness,
    disclosure: some(step.disclosures),
    note_zh: step.note,
    terminal: step.end,
    derived_from: step.derivedFrom,
    optional: step.optional ? true : undefined,
  }
}

export function transitionRow(from: string, line: Transition): object {
  return {
    from,
    to: line.to,
    when_zh: line.when,
    outcome: line.outcome,
    source: line.sureness,
    inferred: line.inferred ? true : undefined,
  }
}

function reviewCells({ reviewCycle: cycle }: Procedure): object {
  return {
    interval: cycle.every === undefined ? undefined : { n: cycle.every.count, unit: cycle.every.unit },
    variants: some(cycle.variants.map(({ when, count, unit }) => ({ when_zh: when, n: count, unit }))),
    rules_zh: cycle.rules,
    basis: cycle.basis,
    confidence: cycle.sureness,
    legacy_rule_zh: cycle.formerRule,
  }
}

function overallCells({ overallLimit: limit }: Procedure): object | undefined {
  if (limit === undefined) return undefined
  const { count, unit, extendableTo, fromStep, basis } = limit
  return { n: count, unit, max: extendableTo, clock_from: fromStep, basis }
}

function terminationCells({ id, name, publicity }: Procedure['terminationSteps'][number]): object {
  if (publicity === undefined) return { id, name_zh: name }
  const { days, unit, places } = publicity
  return { id, name_zh: name, publicity: { n: days, unit, place: places } }
}

function limitCells(limit: StepLimit): object {
  return {
    n: limit.count,
    unit: limit.unit,
    basis: limit.basis,
    clock_from: limit.fromStep ?? limit.fromEvent,
    note_zh: limit.note,
    alt: some(limit.others.map(({ count, unit, basis }) => ({ n: count, unit, basis }))),
    text_zh: limit.text,
    fixed_date:
      limit.date === undefined ? undefined : { month: limit.date.month, day: limit.date.day ?? undefined },
  }
}

function publicityCells(publicity: StepPublicity): object {
  const { days: n, unit, nature } = publicity
  const isSuggested = nature === 'suggested'
  return {
    n: isSuggested ? undefined : n,
    unit: isSuggested ? undefined : unit,
    place: some(publicity.places),
    basis: publicity.basis,
    suggested: isSuggested ? { n, unit, source: 'customary' } : undefined,
    is_minimum: publicity.atLeast ? true : undefined,
    accepts_objection: publicity.acceptsObjection,
    note_zh: publicity.note,
  }
}

function some<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list
}
