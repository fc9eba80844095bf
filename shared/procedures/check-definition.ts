import type { Procedure, Step } from './definition'
import { leadsTo, reachableFrom } from './graph'

/** Something wrong in a definition: where in it, and a Chinese sentence that says what to change. */
export type DefinitionProblem = { place: readonly PropertyKey[]; sentence: string }

/**
 * What is wrong with one definition: a step that cannot be reached or from which no end can be, a line to
 * nowhere, a step without a known actor, a return that does not come back, a publicity that cannot be held.
 */
export function definitionProblems(of: Procedure): DefinitionProblem[] {
  const unknown = unknownSteps(of)
  const each = of.steps.flatMap((step, index) =>
    [
      ...actorProblems(of, step),
      ...endProblems(step),
      ...publicityProblems(step),
      ...lineProblems(of, step),
      ...limitProblems(of, step),
    ].map(problem => ({ ...problem, place: ['steps', index, ...problem.place] })),
  )
  return [...repeatedSteps(of), ...unknown, ...each, ...(unknown.length > 0 ? [] : wayProblems(of))]
}

function repeatedSteps({ steps }: Procedure): DefinitionProblem[] {
  const ids = steps.map(step => step.id)
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ place: ['steps', index, 'id'], sentence: `环节“${id}”写了两次` }],
  )
}

function unknownSteps(of: Procedure): DefinitionProblem[] {
  const ids = new Set(of.steps.map(step => step.id))
  const named: DefinitionProblem['place'][] = []
  const note = (id: string | undefined, place: DefinitionProblem['place']) => {
    if (id !== undefined && !ids.has(id)) named.push([...place, id])
  }
  of.entrySteps.forEach((id, index) => {
    note(id, ['entrySteps', index])
  })
  of.joinSteps.forEach((id, index) => {
    note(id, ['joinSteps', index])
  })
  note(of.overallLimit?.fromStep, ['overallLimit', 'fromStep'])
  of.steps.forEach((step, index) => {
    note(step.limit?.fromStep, ['steps', index, 'limit', 'fromStep'])
    step.next.forEach((line, which) => {
      note(line.to, ['steps', index, 'next', which, 'to'])
    })
  })
  return named.map(place => ({
    place: place.slice(0, -1),
    sentence: `没有环节“${String(place[place.length - 1])}”`,
  }))
}

function actorProblems(of: Procedure, step: Step): DefinitionProblem[] {
  const known = new Set(of.actors.map(actor => actor.name))
  const ofStep = step.actors.map((name, index) => ({ name, place: ['actors', index] }))
  const ofLines = step.next.flatMap((line, which) =>
    (line.by ?? []).map((name, index) => ({ name, place: ['next', which, 'by', index] })),
  )
  return [...ofStep, ...ofLines]
    .filter(({ name }) => !known.has(name))
    .map(({ name, place }) => ({ place, sentence: `actors 里没有“${name}”，请补上或改正` }))
}

function endProblems(step: Step): DefinitionProblem[] {
  const isEnd = step.kind === 'end'
  const problems: DefinitionProblem[] = []
  if (isEnd && step.next.length > 0) problems.push({ place: ['next'], sentence: '终点后面不能再有环节' })
  if (isEnd && step.end === undefined)
    problems.push({ place: [], sentence: '终点要写 end：completed、rejected 或 withdrawn' })
  if (!isEnd && step.end !== undefined) problems.push({ place: ['end'], sentence: '不是终点，不能写 end' })
  if (!isEnd && step.next.length === 0)
    problems.push({ place: [], sentence: `环节“${step.id}”没有写下一步 next` })
  return problems
}

function publicityProblems(step: Step): DefinitionProblem[] {
  if (step.kind !== 'publicity') return []
  if (step.publicity === undefined) return [{ place: [], sentence: '公示环节要写 publicity' }]
  const hasOutcome = (wanted: string) => step.next.some(line => line.outcome === wanted)
  const problems: DefinitionProblem[] = []
  if (!hasOutcome('ok')) problems.push({ place: ['next'], sentence: '公示期满以后到哪一步，没有写' })
  if (step.publicity.acceptsObjection && !hasOutcome('recheck')) {
    problems.push({ place: ['next'], sentence: '公示有异议以后到哪一步复核（recheck），没有写' })
  }
  return problems
}

function lineProblems(of: Procedure, step: Step): DefinitionProblem[] {
  return step.next.flatMap((line, which) => {
    const place = ['next', which]
    const target = of.steps.find(candidate => candidate.id === line.to)
    if (target === undefined) return []
    const problems: DefinitionProblem[] = []
    const isRepeated = step.next.findIndex(other => other.to === line.to) !== which
    if (isRepeated) problems.push({ place, sentence: `到“${line.to}”的路写了两次，合成一条` })
    if (line.toldOnce && line.outcome !== 'return') {
      problems.push({ place: [...place, 'toldOnce'], sentence: '只有退回（return）才一次性告知' })
    }
    const goesBack = line.outcome === 'return' || line.outcome === 'recheck'
    if (goesBack && !canGoOn(of, target)) {
      problems.push({ place, sentence: `退到“${line.to}”以后，走不到办成的终点` })
    }
    if (line.outcome === 'return' && !isLoop(of, step, line.to)) {
      problems.push({ place, sentence: `退回到“${line.to}”以后，回不到“${step.id}”` })
    }
    if (line.outcome === 'reject' && !canEndRefused(of, target)) {
      problems.push({ place, sentence: '不予通过的路，要能走到不予办理或撤回的终点' })
    }
    return problems
  })
}

function isLoop(of: Procedure, step: Step, to: string): boolean {
  return reachableFrom(of.steps, [to]).has(step.id)
}

function canGoOn(of: Procedure, target: Step): boolean {
  const ahead = reachableFrom(of.steps, [target.id])
  return of.steps.some(step => step.end === 'completed' && ahead.has(step.id))
}

function canEndRefused(of: Procedure, target: Step): boolean {
  const ahead = reachableFrom(of.steps, [target.id])
  return of.steps.some(step => step.end !== undefined && step.end !== 'completed' && ahead.has(step.id))
}

function limitProblems(of: Procedure, step: Step): DefinitionProblem[] {
  const from = of.steps.find(candidate => candidate.id === step.limit?.fromStep)
  if (from === undefined || from.id === step.id || leadsTo(of.steps, from, step.id)) return []
  return [{ place: ['limit', 'fromStep'], sentence: `从“${from.id}”走不到这一步，起算的环节写错了` }]
}

/** Every step can be reached, and from every step an end. */
function wayProblems(of: Procedure): DefinitionProblem[] {
  const reached = reachableFrom(of.steps, of.entrySteps)
  const problems = of.steps.flatMap((step, index): DefinitionProblem[] => {
    const place = ['steps', index]
    if (!reached.has(step.id)) return [{ place, sentence: `从开始走不到环节“${step.id}”` }]
    const ahead = reachableFrom(of.steps, [step.id])
    const ends = of.steps.some(candidate => candidate.kind === 'end' && ahead.has(candidate.id))
    return ends ? [] : [{ place, sentence: `环节“${step.id}”走不到任何终点` }]
  })
  const isCompleted = of.steps.some(step => step.end === 'completed')
  return isCompleted ? problems : [...problems, { place: ['steps'], sentence: '没有办成的终点（completed）' }]
}
