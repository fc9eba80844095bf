import { entryOf } from '../../../shared/application/entry'
import { wayToGrant } from '../../../shared/application/main-way'
import { timelineOf } from '../../../shared/application/progress'
import { offersFor, startOffers, subjectKindsAt } from '../../../shared/application/starts'
import { GROUNDS, morningOf, Run } from '../procedures/driver'
import { EACH, find, PROCEDURES, stepIn } from '../procedures/loaded'

const household = { name: '申请人' }
const village = { name: '村民委员会' }
const facesOf = (run: Run) => timelineOf(run.procedure, run.state).map(({ id, state }) => `${state} ${id}`)

describe('the way to the end where it is granted', () => {
  test.each(EACH)('%s leads from each start along lines that go on', (_id, procedure) => {
    for (const start of [...procedure.entrySteps, ...procedure.joinSteps]) {
      const way = wayToGrant(procedure, start)
      expect(way[0]).toBe(start)
      expect(stepIn(procedure, way.at(-1) ?? '').end).toBe('completed')
      expect(new Set(way).size).toBe(way.length)
      way.slice(1).forEach((id, before) => {
        const lines = stepIn(procedure, way[before] ?? '').next
        expect(lines.filter(({ outcome }) => outcome === 'ok').map(({ to }) => to)).toContain(id)
      })
    }
  })

  test('is none from where it is refused', () => {
    const refused = PROCEDURES.flatMap(procedure =>
      procedure.steps.filter(({ end }) => end === 'rejected').map(step => wayToGrant(procedure, step.id)),
    )
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every(way => way.length === 0)).toBe(true)
  })
})

describe('the timeline', () => {
  test('has what is done behind, one step now, and the way to the end ahead', () => {
    const run = new Run(find('JB.1'), 'apply').do({ type: 'move', by: household, to: 'village-accept' })
    expect(facesOf(run).slice(0, 3)).toEqual(['done apply', 'now village-accept', 'ahead democratic-review'])
    expect(facesOf(run).at(-1)).toMatch(/^ahead /)
    expect(timelineOf(run.procedure, run.state)[0]?.doneAt).toBe(run.state.done.apply?.last)
  })

  test('sent back, has the step once: what must be done again lies ahead', () => {
    const run = new Run(find('JB.1'), 'apply')
      .do({ type: 'move', by: household, to: 'village-accept' })
      .do({ type: 'move', by: village, to: 'democratic-review' })
      .do({ type: 'move', by: { name: '评议小组' }, to: 'reinvestigate', remark: '争议较大' })
    expect(facesOf(run).slice(0, 4)).toEqual([
      'done apply',
      'done village-accept',
      'now reinvestigate',
      'ahead democratic-review',
    ])
    const ids = timelineOf(run.procedure, run.state).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('ends with the refusal, with nothing ahead', () => {
    const run = new Run(find('JB.1'), 'apply')
      .do({ type: 'move', by: household, to: 'village-accept' })
      .do({ type: 'move', by: village, to: 'democratic-review' })
      .do({ type: 'refuse', by: { name: '评议小组' }, to: 'not-eligible', ...GROUNDS })
    expect(facesOf(run)).toEqual([
      'done apply',
      'done village-accept',
      'done democratic-review',
      'done not-eligible',
    ])
  })

  test('withdrawn, stays at the step where that was done', () => {
    const run = new Run(find('JB.1'), 'apply')
      .do({ type: 'move', by: household, to: 'village-accept' })
      .do({ type: 'withdraw', by: household })
    expect(facesOf(run)).toEqual(['done apply', 'now village-accept'])
  })
})

describe('an application may begin', () => {
  test.each([
    [
      'A.1',
      [
        ['deploy', 'office'],
        ['apply', 'self'],
        ['nominate', 'nominated'],
      ],
    ],
    [
      'A.2',
      [
        ['rules', 'office'],
        ['village-propose', 'office'],
      ],
    ],
    [
      'A.8',
      [
        ['tender-plan', 'office'],
        ['claim-apply', 'self'],
      ],
    ],
    ['A.10', [['apply', 'self']]],
    [
      'A.16',
      [
        ['disaster-report', 'office'],
        ['disaster-report', 'office'],
      ],
    ],
  ])('%s where its drawing begins', (id, starts) => {
    expect(startOffers(find(id)).map(({ step, way }) => [step, way])).toEqual(starts)
  })

  test('for a family member and by a cadre where the applicant would', () => {
    expect(offersFor(find('A.1'), 'apply', 'family').map(({ body }) => body)).toEqual(['申请人'])
    expect(offersFor(find('A.1'), 'apply', 'cadre').map(({ body }) => body)).toEqual(['申请人'])
    expect(offersFor(find('A.1'), 'nominate', 'self')).toEqual([])
    expect(offersFor(find('A.1'), 'apply', 'nominated')).toEqual([])
  })

  test.each([
    ['A.1', 'apply', ['household']],
    ['A.1', 'deploy', ['household', 'project']],
    ['A.2', 'village-propose', ['project']],
    ['A.10', 'apply', ['individual']],
  ])('%s at %s for %j', (id, start, kinds) => {
    expect(subjectKindsAt(find(id), start)).toEqual(kinds)
  })
})

describe('the register', () => {
  const end = { outcome: 'completed', at: morningOf('2026-12-07'), grounds: null } as const
  const of = (kind: 'household' | 'project', people: number | null = 3) => ({
    ...{ kind, people, name: '虞样甲', idNumber: '', phone: '', address: '', bankAccount: '', reason: '' },
  })

  test('takes in who was granted, from the day of Beijing', () => {
    expect(
      entryOf(find('JB.1'), { end: { ...end, at: '2026-12-07T16:30:00.000Z' } }, of('household')),
    ).toEqual({
      status: 'in',
      since: '2026-12-08',
      until: null,
      people: 3,
      reason: '',
      reviewDueOn: null,
    })
  })

  test('says when a yearly result is looked at again, and nothing where no document does', () => {
    const yearly = find('A.14')
    expect(yearly.reviewCycle.every ?? yearly.reviewCycle.variants[0]).toBeDefined()
    expect(entryOf(find('JB.1'), { end }, of('household'))?.reviewDueOn).toBeNull()
    const cycle = { ...yearly.reviewCycle, every: { count: 1, unit: 'year' as const }, variants: [] }
    expect(entryOf({ ...yearly, reviewCycle: cycle }, { end }, of('household'))?.reviewDueOn).toBe(
      '2027-12-07',
    )
  })

  test('takes in no refused, withdrawn or running application, and no project', () => {
    expect(entryOf(find('JB.1'), { end: null }, of('household'))).toBeNull()
    expect(entryOf(find('JB.1'), { end: { ...end, outcome: 'rejected' } }, of('household'))).toBeNull()
    expect(entryOf({ ...find('A.2'), registers: true }, { end }, of('project', null))).toBeNull()
  })

  test('takes in whom a procedure recognises as low-income, and nobody for a help that was granted', () => {
    const recognising = PROCEDURES.filter(one => entryOf(one, { end }, of('household')) !== null)
    expect(recognising.map(({ procedureId }) => procedureId)).toEqual(['JB.1', 'A.1', 'A.13', 'A.14', 'A.15'])
    expect(entryOf(find('A.20'), { end }, of('household'))).toBeNull()
  })
})
