import { advance, CLOCK, closePublicity } from '../../../shared/procedures/advance'
import { startApplication } from '../../../shared/procedures/start'
import { openWindow } from '../../../shared/publicity/window'
import { calendar, codeOf, GROUNDS, morningOf, Run, stateOf, windowFor } from './driver'
import { find } from './loaded'

const VILLAGE = { name: '村民委员会' }
const HOUSEHOLD = { name: '申请人' }
const TOWN = { name: '镇街' }

/** 江北's procedure at the village's desk, handed in on Monday 2026-09-07. */
const atVillage = () => new Run(find('JB.1'), 'apply').go('village-accept')

/** The same, at the publicity in the village. */
const atPublicity = () => atVillage().go('democratic-review').go('town-review').go('village-publicity')

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

describe('a publicity', () => {
  const forward = { type: 'move' as const, by: VILLAGE, to: 'town-report' }
  const recheck = { type: 'move' as const, by: VILLAGE, to: 'reinvestigate', remark: '异议' }

  test('is waited for: not before its notice is up, nor while it is', () => {
    const run = atPublicity()
    expect(codeOf(run.try(forward))).toBe('notice-missing')
    run.post().wait(3)
    expect(codeOf(run.try(forward))).toBe('window-open')
    expect(codeOf(run.try(recheck))).toBe('window-open')
    expect(codeOf(closePublicity(run.procedure, run.state, run.now, calendar))).toBe('window-open')
  })

  test('lets the application on at the second it closes, by the clock, and not a millisecond before', () => {
    const run = atPublicity().post()
    const closesAt = run.state.publicity?.closesAt ?? ''
    const before = new Date(Date.parse(closesAt) - 1).toISOString()
    expect(codeOf(closePublicity(run.procedure, run.state, before, calendar))).toBe('window-open')
    const moved = stateOf(closePublicity(run.procedure, run.state, closesAt, calendar))
    expect(moved).toMatchObject({ step: 'town-report', since: closesAt, publicity: null })
    expect(moved.path[moved.path.length - 1]?.by).toEqual(CLOCK)
  })

  test('of seven days may be longer, but not shorter', () => {
    const run = atPublicity()
    const rule = { mode: 'window' as const, unit: 'workday' as const, basis: '试验' }
    const windowOf = (days: number) =>
      openWindow({ rule: { ...rule, days }, postedAt: run.now, calendar, number: 1 })
    const post = { type: 'post-notice' as const, by: VILLAGE, noticeId: 'n-1' }
    expect(codeOf(run.try({ ...post, window: windowOf(3) }))).toBe('window-too-short')
    expect(run.try({ ...post, window: windowOf(7) }).ok).toBe(true)
    const endless = { ...windowOf(7), closesAt: null, reckoning: null }
    expect(codeOf(run.try({ ...post, window: endless }))).toBe('window-endless')
  })

  test('is not one that was posted before its turn came, or will be', () => {
    const run = atPublicity()
    const post = { type: 'post-notice' as const, by: VILLAGE, noticeId: 'n-1' }
    const early = windowFor(run.step, morningOf('2026-09-01'))
    expect(codeOf(run.try({ ...post, window: early }))).toBe('window-before-step')
    const late = windowFor(run.step, morningOf('2027-09-01'))
    expect(codeOf(run.try({ ...post, window: late }))).toBe('window-before-step')
  })

  test('that starts anew after a correction closes later; another notice is none of its own', () => {
    const run = atPublicity().post('n-1').object('o-1').wait(3)
    const window = windowFor(run.step, run.now)
    const post = { type: 'post-notice' as const, by: VILLAGE, window }
    expect(codeOf(run.try({ ...post, noticeId: 'n-2' }))).toBe('other-notice')
    const again = stateOf(run.try({ ...post, noticeId: 'n-1' }))
    expect(again.publicity).toMatchObject({ round: 1, closesAt: window.closesAt })
    expect(again.objections).toHaveLength(1)
    run.waitUntil(run.state.publicity?.closesAt ?? '')
    expect(codeOf(run.try({ ...post, noticeId: 'n-1' }))).toBe('window-closed')
  })

  test('takes objections while it is open only, each once', () => {
    const run = atPublicity()
    const object = { type: 'object' as const, by: { name: '村民' }, objectionId: 'o-1' }
    expect(codeOf(run.try(object))).toBe('no-window')
    run.post().do(object)
    expect(codeOf(run.try(object))).toBe('objection-known')
    run.waitUntil(run.state.publicity?.closesAt ?? '')
    expect(codeOf(run.try({ ...object, objectionId: 'o-2' }))).toBe('no-window')
  })

  test('is held by an objection until it is answered in writing', () => {
    const run = atPublicity().post().object('o-1')
    run.waitUntil(run.state.publicity?.closesAt ?? '')
    expect(codeOf(run.try(forward))).toBe('objection-unanswered')
    expect(codeOf(closePublicity(run.procedure, run.state, run.now, calendar))).toBe('objection-unanswered')
    const answer = { type: 'answer' as const, by: VILLAGE, objectionId: 'o-1', upheld: false }
    expect(codeOf(run.try({ ...answer, text: ' ' }))).toBe('answer-missing')
    expect(codeOf(run.try({ ...answer, by: HOUSEHOLD, text: '核实无误' }))).toBe('wrong-actor')
    run.do({ ...answer, text: '核实无误' })
    expect(codeOf(run.try({ ...answer, text: '再答' }))).toBe('answered-already')
    expect(codeOf(run.try({ ...answer, objectionId: 'o-9', text: '核实' }))).toBe('objection-unknown')
    expect(stateOf(run.try(forward)).step).toBe('town-report')
  })

  test('whose objection is upheld is looked into again, and cannot go on', () => {
    const run = atPublicity().post().object('o-1').answerAll(true)
    run.waitUntil(run.state.publicity?.closesAt ?? '')
    expect(codeOf(run.try(forward))).toBe('objection-upheld')
    expect(stateOf(run.try(recheck)).step).toBe('reinvestigate')
  })

  test('without any objection is not looked into again', () => {
    const run = atPublicity().post()
    run.waitUntil(run.state.publicity?.closesAt ?? '')
    expect(codeOf(run.try(recheck))).toBe('no-objection')
  })

  test('whose objection goes to the re-check still waits there for the written answer', () => {
    const run = atPublicity().post().object('o-1')
    run.waitUntil(run.state.publicity?.closesAt ?? '')
    run.do(recheck)
    const back = { type: 'move' as const, by: VILLAGE, to: 'democratic-review' }
    expect(codeOf(run.try(back))).toBe('objection-unanswered')
    run.answerAll(true)
    expect(stateOf(run.try(back)).step).toBe('democratic-review')
  })

  test('that comes round again has a notice and a window of its own', () => {
    const run = atPublicity()
      .go('reinvestigate')
      .go('democratic-review')
      .go('town-review')
      .go('village-publicity')
    expect(run.state).toMatchObject({ publicity: null, rounds: 1 })
    expect(run.post('n-2').state.publicity).toMatchObject({ noticeId: 'n-2', round: 2 })
    run.waitUntil(run.state.publicity?.closesAt ?? '')
    expect(stateOf(run.try(forward)).step).toBe('town-report')
  })

  test('with two ways on is left to the township: 小额 or not (A.20)', () => {
    const run = new Run(find('A.20'), 'apply').go('accept').go('investigate').go('town-review')
    run.go('village-publicity').post()
    run.waitUntil(run.state.publicity?.closesAt ?? '')
    expect(codeOf(closePublicity(run.procedure, run.state, run.now, calendar))).toBe('choice-needed')
    expect(stateOf(run.try({ type: 'move', by: TOWN, to: 'decide-town' })).step).toBe('decide-town')
  })

  test('is not what the clock closes elsewhere', () => {
    const run = atVillage()
    expect(codeOf(closePublicity(run.procedure, run.state, run.now, calendar))).toBe('wrong-step')
  })
})

describe('a tender', () => {
  test('is not opened before 20 days are over (政府采购法第三十五条)', () => {
    const run = new Run(find('A.8'), 'tender-plan', morningOf('2026-09-07')).go('tender-notice')
    const open = { type: 'move' as const, by: { name: '招标代理机构' }, to: 'evaluate' }
    expect(codeOf(run.wait(10).try(open))).toBe('too-early')
    run.now = morningOf('2026-09-28')
    expect(codeOf(run.try(open))).toBe('too-early')
    run.now = morningOf('2026-09-29')
    expect(stateOf(run.try(open)).step).toBe('evaluate')
  })
})

describe('a household withdraws', () => {
  test('at any step until the matter ends, once', () => {
    const run = atPublicity().post()
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
