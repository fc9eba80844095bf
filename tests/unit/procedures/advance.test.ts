import { advance } from '../../../shared/procedures/advance'
import { startApplication } from '../../../shared/procedures/start'
import { calendar, codeOf, GROUNDS, morningOf, Run, stateOf } from './driver'
import { find } from './loaded'

const VILLAGE = { name: '村民委员会' }
const HOUSEHOLD = { name: '申请人' }
const TOWN = { name: '镇街' }

/** 江北's procedure at the village's desk, handed in on Monday 2026-09-07. */
const atVillage = () => new Run(find('JB.1'), 'apply').go('village-accept')

describe('an application begins', () => {
  test('by the household itself, or by its 村民小组 that nominates it', () => {
    expect(new Run(find('JB.1'), 'apply').state.startedBy).toEqual(HOUSEHOLD)
    expect(new Run(find('JB.1'), 'nominate').state.startedBy).toEqual({ name: '村民小组' })
  })

  test('with whoever applies on the household’s behalf named (代办)', () => {
    const by = { name: '申请人', agent: '村干部代办' }
    const started = startApplication(find('A.14'), { by, at: 'apply', now: morningOf('2026-09-07') })
    expect(stateOf(started).startedBy).toEqual(by)
  })

  test('where the household comes in, when what goes before is done once for all', () => {
    const started = startApplication(find('A.1'), {
      by: HOUSEHOLD,
      at: 'apply',
      now: morningOf('2026-09-07'),
    })
    expect(stateOf(started).step).toBe('apply')
  })

  test('nowhere else, and by nobody else', () => {
    const now = morningOf('2026-09-07')
    const start = (at: string, by: { name: string }) => startApplication(find('JB.1'), { by, at, now })
    expect(codeOf(start('town-review', { name: '街道（镇）' }))).toBe('not-a-start')
    expect(codeOf(start('nowhere', HOUSEHOLD))).toBe('not-a-start')
    expect(codeOf(start('nominate', HOUSEHOLD))).toBe('wrong-actor')
  })

  test('under the text that rules then, and another text cannot move it', () => {
    const run = atVillage()
    const later = { ...find('JB.1'), _id: 'jiangbei@2027:JB.1:v1' }
    expect(run.state.procedureId).toBe('jiangbei@undated:JB.1:v1')
    const move = { type: 'move' as const, by: VILLAGE, to: 'democratic-review' }
    expect(codeOf(advance(later, run.state, move, run.now, calendar))).toBe('other-procedure')
  })
})

describe('a step is done by whose step it is', () => {
  test('and by nobody else', () => {
    const move = { type: 'move' as const, by: HOUSEHOLD, to: 'democratic-review' }
    expect(codeOf(atVillage().try(move))).toBe('wrong-actor')
  })

  test('along its own lines only', () => {
    const move = { type: 'move' as const, by: VILLAGE, to: 'final-approval' }
    expect(codeOf(atVillage().try(move))).toBe('wrong-step')
  })

  test('by any of those who have it together', () => {
    const run = atVillage().go('democratic-review').go('town-review')
    const move = { type: 'move' as const, by: { name: '核查小组' }, to: 'village-publicity' }
    expect(stateOf(run.try(move)).step).toBe('village-publicity')
  })

  test('with a remark where it is looked into again (争议较大的，重新调查核实)', () => {
    const run = atVillage().go('democratic-review')
    const by = { name: '评议小组' }
    expect(codeOf(run.try({ type: 'move', by, to: 'reinvestigate' }))).toBe('remark-missing')
    expect(codeOf(run.try({ type: 'move', by, to: 'reinvestigate', remark: '  ' }))).toBe('remark-missing')
    expect(stateOf(run.try({ type: 'move', by, to: 'reinvestigate', remark: '收入说法不一' })).step).toBe(
      'reinvestigate',
    )
  })

  test('not at a time before the step began', () => {
    const run = atVillage()
    run.now = morningOf('2026-09-01')
    expect(codeOf(run.try({ type: 'move', by: VILLAGE, to: 'democratic-review' }))).toBe('time-reversed')
  })

  test('and the state before is left as it was', () => {
    const run = atVillage()
    const before = JSON.stringify(run.state)
    run.try({ type: 'move', by: VILLAGE, to: 'democratic-review' })
    expect(JSON.stringify(run.state)).toBe(before)
  })
})

describe('what is missing is told once and whole (一次性告知)', () => {
  const ask = (items: string[]) => ({ type: 'ask' as const, by: VILLAGE, to: 'apply', items })

  test('with the list and the date; the household has it in hands', () => {
    const run = atVillage().do(ask(['户口簿', '收入声明']))
    expect(run.state).toMatchObject({
      step: 'apply',
      awaited: { since: run.now, askedBy: 'village-accept', items: ['户口簿', '收入声明'] },
    })
  })

  test('and not without a list', () => {
    expect(codeOf(atVillage().try(ask([])))).toBe('items-missing')
    expect(codeOf(atVillage().try(ask(['户口簿', ' '])))).toBe('items-missing')
    const move = { type: 'move' as const, by: VILLAGE, to: 'apply', remark: '缺材料' }
    expect(codeOf(atVillage().try(move))).toBe('items-missing')
  })

  test('so that nothing can be added the second time, but what still lacks can be asked for again', () => {
    const again = atVillage()
      .do(ask(['户口簿', '收入声明']))
      .wait(2)
      .go('village-accept')
    expect(codeOf(again.try(ask(['户口簿', '授权书'])))).toBe('told-already')
    expect(stateOf(again.try(ask(['收入声明']))).awaited?.items).toEqual(['收入声明'])
  })

  test('and is no longer awaited once handed in', () => {
    const run = atVillage().do(ask(['户口簿']))
    const asked = run.now
    run.wait(3).go('village-accept')
    expect(run.state.awaited).toBeNull()
    expect(run.state.waits).toEqual([{ from: asked, to: run.state.since }])
  })

  test('and a legal aid centre may close what was never supplied (法律援助法第四十三条: 视为撤回申请)', () => {
    const run = new Run(find('A.28'), 'apply').go('accept')
    const by = { name: '法律援助机构' }
    run.do({ type: 'ask', by, to: 'apply', items: ['身份证'] }).wait(30)
    expect(codeOf(run.try({ type: 'move', by, to: 'withdrawn' }))).toBe('remark-missing')
    const closed = run.try({ type: 'move', by, to: 'withdrawn', remark: '逾期未补' })
    expect(stateOf(closed).end).toMatchObject({ outcome: 'withdrawn', grounds: null })
    expect(codeOf(run.try({ type: 'move', by, to: 'review' }))).toBe('wrong-step')
  })
})

describe('a refusal', () => {
  const toRefuse = () => atVillage().go('democratic-review')
  const refuse = { type: 'refuse' as const, by: { name: '评议小组' }, to: 'not-eligible', ...GROUNDS }

  test('gives the reason, the clause and where to appeal, and ends the matter', () => {
    const run = toRefuse()
    expect(stateOf(run.try(refuse)).end).toEqual({ outcome: 'rejected', at: run.now, grounds: GROUNDS })
  })

  test.each(['reason', 'clause', 'appeal'])('without its %s is none', part => {
    expect(codeOf(toRefuse().try({ ...refuse, [part]: ' ' }))).toBe('grounds-missing')
  })

  test('cannot be slipped in as a mere move', () => {
    const move = { type: 'move' as const, by: { name: '评议小组' }, to: 'not-eligible', remark: '不符合' }
    expect(codeOf(toRefuse().try(move))).toBe('grounds-missing')
  })

  test('of legal aid keeps its grounds while the household may object, and at the end', () => {
    const run = new Run(find('A.28'), 'apply').go('accept').go('review').go('decide').go('rejected')
    expect(run.state).toMatchObject({ end: null, grounds: GROUNDS })
    const by = { name: '法律援助机构' }
    const closed = run.try({ type: 'move', by, to: 'closed-rejected', remark: '未提异议' })
    expect(stateOf(closed).end).toMatchObject({ outcome: 'rejected', grounds: GROUNDS })
  })

  test('of legal aid is objected to by the household itself, and falls away when it is put right', () => {
    const run = new Run(find('A.28'), 'apply').go('accept').go('review').go('decide').go('rejected')
    const move = { type: 'move' as const, to: 'objection' }
    expect(codeOf(run.try({ ...move, by: { name: '法律援助机构' } }))).toBe('wrong-actor')
    run
      .do({ ...move, by: HOUSEHOLD })
      .go('objection-review')
      .go('assign')
    expect(run.state).toMatchObject({ grounds: null, end: null })
  })
})

describe('a household withdraws', () => {
  test('at any step until the matter ends, once', () => {
    const run = atVillage().go('democratic-review').go('town-review').go('village-publicity').post()
    run.do({ type: 'withdraw', by: HOUSEHOLD, remark: '已经脱贫' })
    expect(run.state).toMatchObject({ publicity: null, end: { outcome: 'withdrawn', grounds: null } })
    expect(codeOf(run.try({ type: 'withdraw', by: HOUSEHOLD }))).toBe('ended')
  })

  test('and nobody does so for it without saying so', () => {
    expect(codeOf(atVillage().try({ type: 'withdraw', by: VILLAGE }))).toBe('wrong-actor')
  })

  test('not what the district has not yet opened to it (A.1 决策部署)', () => {
    const run = new Run(find('A.1'), 'deploy')
    expect(codeOf(run.try({ type: 'withdraw', by: HOUSEHOLD }))).toBe('wrong-step')
  })
})

describe('a date outside', () => {
  test('is noted where a limit is counted from it', () => {
    const run = new Run(find('A.10'), 'apply')
    const date = { type: 'date' as const, by: HOUSEHOLD, event: '每学期开学日', date: '2026-09-01' }
    expect(stateOf(run.try(date)).events).toEqual({ 每学期开学日: '2026-09-01' })
    expect(codeOf(run.try({ ...date, event: '放寒假' }))).toBe('event-unknown')
    expect(codeOf(run.try({ ...date, by: TOWN }))).toBe('wrong-actor')
  })
})

describe('a step is taken up', () => {
  test('once', () => {
    const run = atVillage().do({ type: 'begin', by: VILLAGE })
    expect(run.state.begunAt).toBe(run.now)
    expect(codeOf(run.try({ type: 'begin', by: VILLAGE }))).toBe('begun-already')
    expect(codeOf(run.try({ type: 'begin', by: HOUSEHOLD }))).toBe('wrong-actor')
  })
})
