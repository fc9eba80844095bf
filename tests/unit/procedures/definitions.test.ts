import { definitionProblems } from '../../../shared/procedures/check-definition'
import { latestVersion, type Procedure, type Step } from '../../../shared/procedures/definition'
import { EACH, find, PROCEDURES, stepIn } from './loaded'

const WELL = find('JB.1')

/** The definition with one step changed. */
function withStep(id: string, change: (step: Step) => Partial<Step>): Procedure {
  const steps = WELL.steps.map(step => (step.id === id ? { ...step, ...change(step) } : step))
  return { ...WELL, steps }
}

function sentencesOf(procedure: Procedure): string[] {
  return definitionProblems(procedure).map(({ sentence }) => sentence)
}

describe('each of the thirty definitions', () => {
  test.each(EACH)(
    '%s has nothing wrong: every step reached, an end ahead of each, an actor for each',
    (_id, procedure) => {
      expect(definitionProblems(procedure)).toEqual([])
    },
  )

  test.each(EACH)('%s ends completed, and refused or withdrawn where a line refuses', (_id, procedure) => {
    const ends = procedure.steps.flatMap(({ end }) => end ?? [])
    expect(ends).toContain('completed')
    const refuses = procedure.steps.some(({ next }) => next.some(({ outcome }) => outcome === 'reject'))
    expect(ends.some(end => end !== 'completed')).toBe(refuses)
  })

  test('27 hold a publicity, each with a notice form and a way to the re-check', () => {
    const held = PROCEDURES.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'publicity'))
    expect(held).toHaveLength(27)
    for (const { publicity, next } of held) {
      expect(publicity?.template).toMatch(/^[a-z-]+$/)
      expect(next.some(({ outcome }) => outcome === 'recheck')).toBe(true)
    }
  })

  test('one of the thirty has an income line: 6000 元 a person and year (江北区文件)', () => {
    const lines = PROCEDURES.flatMap(({ procedureId, incomeLine }) =>
      incomeLine === undefined ? [] : [[procedureId, incomeLine.amount]],
    )
    expect(lines).toEqual([['JB.1', 600000]])
  })

  test('send back over 33 lines, 26 of which tell once and whole what is missing', () => {
    const lines = PROCEDURES.flatMap(({ steps }) => steps.flatMap(({ next }) => next))
    const back = lines.filter(({ outcome }) => outcome === 'return')
    expect(back).toHaveLength(33)
    expect(back.filter(({ toldOnce }) => toldOnce)).toHaveLength(26)
    for (const { toldOnce, when } of back) expect(toldOnce).toBe(when.includes('一次性'))
  })
})

describe('what is wrong with a definition is said, with its place', () => {
  test.each<[string, Procedure, string]>([
    [
      'a line to nowhere',
      withStep('town-report', ({ next }) => ({ next: next.map(line => ({ ...line, to: 'nowhere' })) })),
      '没有环节“nowhere”',
    ],
    ['a first step that is none', { ...WELL, entrySteps: ['begin'] }, '没有环节“begin”'],
    ['a step that nothing leads to', { ...WELL, entrySteps: ['apply'] }, '从开始走不到环节“nominate”'],
    [
      'steps that lead round and round',
      withStep('town-report', ({ next }) => ({
        next: next.map(line => ({ ...line, to: 'village-publicity' })),
      })),
      '环节“econ-verify”',
    ],
    [
      'a step without a next',
      withStep('town-report', () => ({ next: [] })),
      '环节“town-report”没有写下一步 next',
    ],
    [
      'an actor nobody knows',
      withStep('econ-verify', () => ({ actors: ['区民正局'] })),
      'actors 里没有“区民正局”，请补上或改正',
    ],
    [
      'an end that goes on',
      withStep('end', () => ({ next: stepIn(WELL, 'apply').next })),
      '终点后面不能再有环节',
    ],
    [
      'an end that does not say how',
      withStep('end', () => ({ end: undefined })),
      '终点要写 end：completed、rejected 或 withdrawn',
    ],
    ['an end in the middle', withStep('econ-verify', () => ({ end: 'completed' })), '不是终点，不能写 end'],
    [
      'a publicity without its days or place',
      withStep('village-publicity', () => ({ publicity: undefined })),
      '公示环节要写 publicity',
    ],
    [
      'a publicity that hears objections and does not look into them',
      withStep('village-publicity', ({ next }) => ({ next: next.filter(({ outcome }) => outcome === 'ok') })),
      '公示有异议以后到哪一步复核（recheck），没有写',
    ],
    [
      'a publicity that leads nowhere on its close',
      withStep('village-publicity', ({ next }) => ({ next: next.filter(({ outcome }) => outcome !== 'ok') })),
      '公示期满以后到哪一步，没有写',
    ],
    [
      'a return that does not come back',
      withStep('village-accept', ({ next }) => ({
        next: next.map(line => (line.outcome === 'return' ? { ...line, to: 'not-eligible' } : line)),
      })),
      '退回到“not-eligible”以后，回不到“village-accept”',
    ],
    [
      'a refusal that cannot end refused',
      withStep('democratic-review', ({ next }) => ({
        next: next.map(line => (line.outcome === 'reject' ? { ...line, to: 'database-record' } : line)),
      })),
      '不予通过的路，要能走到不予办理或撤回的终点',
    ],
    [
      'telling once what is no return',
      withStep('town-report', ({ next }) => ({ next: next.map(line => ({ ...line, toldOnce: true })) })),
      '只有退回（return）才一次性告知',
    ],
    [
      'two lines to one step',
      withStep('town-report', ({ next }) => ({ next: [...next, ...next] })),
      '到“econ-verify”的路写了两次，合成一条',
    ],
    [
      'a limit from a step that comes later',
      withStep('apply', () => ({
        limit: {
          count: 3,
          unit: 'workday',
          bound: 'at-most',
          covers: 'finish',
          fromStep: 'end',
          nature: 'promised',
          basis: '示例',
          others: [],
        },
      })),
      '从“end”走不到这一步，起算的环节写错了',
    ],
    ['a step written twice', { ...WELL, steps: [...WELL.steps, stepIn(WELL, 'end')] }, '环节“end”写了两次'],
  ])('%s', (_name, procedure, sentence) => {
    expect(sentencesOf(procedure).join('\n')).toContain(sentence)
  })

  test('a procedure that can never be granted', () => {
    const refused = withStep('end', () => ({ end: 'rejected' }))
    expect(sentencesOf(refused)).toContain('没有办成的终点（completed）')
  })

  test('by the place in the file, so that the loader can name the line', () => {
    const problems = definitionProblems(withStep('econ-verify', () => ({ actors: ['区民政局', '区民正局'] })))
    expect(problems.map(({ place }) => place)).toEqual([['steps', 8, 'actors', 1]])
  })
})

describe('a text that changed', () => {
  test('rules what begins after; the older stays beside it for what it began', () => {
    const second = { ...WELL, _id: 'jiangbei@undated:JB.1:v2', version: 2 }
    expect(latestVersion([second, WELL], 'JB.1')?._id).toBe('jiangbei@undated:JB.1:v2')
    expect(latestVersion([WELL, second], 'JB.1')?._id).toBe('jiangbei@undated:JB.1:v2')
    expect(latestVersion([WELL], 'A.1')).toBeNull()
  })
})
