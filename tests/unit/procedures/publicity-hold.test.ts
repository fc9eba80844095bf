import { CLOCK, closePublicity } from '../../../shared/procedures/advance'
import { openWindow } from '../../../shared/publicity/window'
import { calendar, codeOf, morningOf, Run, stateOf, windowFor } from './driver'
import { find } from './loaded'

const VILLAGE = { name: '村民委员会' }
const HOUSEHOLD = { name: '申请人' }
const TOWN = { name: '镇街' }

/** 江北's procedure at the village's desk, handed in on Monday 2026-09-07. */
const atVillage = () => new Run(find('JB.1'), 'apply').go('village-accept')

/** The same, at the publicity in the village. */
const atPublicity = () => atVillage().go('democratic-review').go('town-review').go('village-publicity')

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
