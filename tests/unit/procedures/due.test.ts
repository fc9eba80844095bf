import { endOfDay } from '../../../shared/calendar/date'
import { overallDue, stepDue } from '../../../shared/procedures/due'
import { addMonths } from '../../../shared/procedures/months'
import { reviewDueOn } from '../../../shared/procedures/review'
import { calendar, morningOf, Run } from './driver'
import { find } from './loaded'

const dueOf = (run: Run, now = run.now) => stepDue(run.step, run.state, now, calendar)
const overallOf = (run: Run, now = run.now) => overallDue(run.procedure, run.state, now, calendar)

/** The low-income allowance of A.14, accepted on Monday 2026-09-28, before National Day. */
function acceptedBeforeNationalDay(): Run {
  const run = new Run(find('A.14'), 'apply', morningOf('2026-09-28'))
  run.do({ type: 'move', by: { name: '申请人' }, to: 'accept' })
  return run.do({ type: 'move', by: { name: '镇街' }, to: 'investigate' })
}

describe('a limit in working days', () => {
  test('is counted from the day after, over National Day (民发〔2021〕57号第十五条: 3 个工作日内启动调查)', () => {
    expect(dueOf(acceptedBeforeNationalDay())).toEqual({
      phase: 'running',
      dueOn: '2026-10-08',
      provisional: false,
    })
  })

  test('ends at 24:00 of its last day, Beijing time (民法典第二百零三条)', () => {
    const run = acceptedBeforeNationalDay()
    const end = endOfDay('2026-10-08')
    expect(dueOf(run, new Date(Date.parse(end) - 1).toISOString())?.phase).toBe('running')
    expect(dueOf(run, end)?.phase).toBe('overdue')
  })

  test('on beginning is met once the step is begun in time, however long it goes on', () => {
    const run = acceptedBeforeNationalDay()
      .wait(1)
      .do({ type: 'begin', by: { name: '镇街' } })
    expect(dueOf(run, morningOf('2026-10-20'))?.phase).toBe('begun')
  })

  test('on beginning is not met by a beginning that is late', () => {
    const run = acceptedBeforeNationalDay()
    run.now = morningOf('2026-10-09')
    run.do({ type: 'begin', by: { name: '镇街' } })
    expect(dueOf(run)?.phase).toBe('overdue')
  })

  test('may be counted from an earlier step (浙江省社会救助条例第十一条: 自接到申请之日起十五个工作日内)', () => {
    const run = acceptedBeforeNationalDay().go('econ-verify').go('initial-opinion')
    expect(dueOf(run)?.dueOn).toBe('2026-10-23')
  })

  test('into a year whose days off are not announced is provisional', () => {
    const run = new Run(find('A.14'), 'apply', morningOf('2026-12-29')).go('accept').go('investigate')
    expect(dueOf(run)?.provisional).toBe(true)
  })
})

describe('a limit in days or months', () => {
  test('of seven days that ends on a day off ends on the next working day (法律援助法第四十三条)', () => {
    const run = new Run(find('A.28'), 'apply', morningOf('2026-09-25'))
    run.do({ type: 'move', by: { name: '申请人' }, to: 'accept' })
    run.do({ type: 'move', by: { name: '法律援助机构' }, to: 'review' }).go('decide')
    expect(dueOf(run)?.dueOn).toBe('2026-10-08')
  })

  test('of a month ends on the corresponding day (民法典第二百零二条)', () => {
    expect(addMonths('2026-10-12', 1)).toBe('2026-11-12')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28')
    expect(addMonths('2026-03-31', 12)).toBe('2027-03-31')
    expect(addMonths('2026-11-30', 1)).toBe('2026-12-30')
  })

  test('of a month from the first day of term is dated once that day is known (A.10)', () => {
    const run = new Run(find('A.10'), 'apply', morningOf('2026-09-03'))
    expect(dueOf(run)).toEqual({ phase: 'undated', dueOn: null, provisional: false })
    run.do({ type: 'date', by: { name: '申请人' }, event: '每学期开学日', date: '2026-09-01' })
    expect(dueOf(run)).toMatchObject({ phase: 'running', dueOn: '2026-10-08' })
  })

  test('on a date of the year is that date, whatever day it is (A.19: 10月31日前, a Saturday in 2026)', () => {
    const run = new Run(find('A.19'), 'survey', morningOf('2026-09-22'))
    run.go('apply').go('democratic-review').go('village-publicity').go('town-review').go('ledger').go('plan')
    expect(dueOf(run)?.dueOn).toBe('2026-10-31')
  })

  test('that says only 立即 or only a month has no date', () => {
    expect(dueOf(new Run(find('A.16'), 'disaster-report'))).toMatchObject({ phase: 'undated', dueOn: null })
    expect(dueOf(new Run(find('A.19'), 'survey'))).toMatchObject({ phase: 'undated', dueOn: null })
  })

  test('that is the least is running until it is over, then free', () => {
    const run = new Run(find('A.8'), 'tender-plan', morningOf('2026-09-07')).go('tender-notice')
    expect(dueOf(run)).toMatchObject({ phase: 'running', dueOn: '2026-09-28' })
    expect(dueOf(run, morningOf('2026-09-29'))?.phase).toBe('free')
  })

  test('is nothing where nobody says', () => {
    expect(dueOf(new Run(find('JB.1'), 'apply'))).toBeNull()
  })
})

describe('what was asked for', () => {
  const by = { name: '申请人' }

  /** A claim handed in on Monday 2026-09-07, asked about at `asked` and supplied at `supplied`. */
  function claim(asked: string, supplied: string): Run {
    const run = new Run(find('A.8'), 'claim-apply', morningOf('2026-09-07'))
    run.do({ type: 'move', by, to: 'claim-review' })
    run.now = morningOf(asked)
    run.do({ type: 'ask', by: { name: '保险公司' }, to: 'claim-apply', items: ['出院小结'] })
    run.now = morningOf(supplied)
    return run.do({ type: 'move', by, to: 'claim-review' })
  }

  test('stops the time while it is awaited, where the basis says so (保险法司法解释二第七条)', () => {
    // 30 days from 7 September are 7 October; the 10 days of waiting make it 17 October, a Saturday.
    expect(dueOf(claim('2026-09-08', '2026-09-18'))?.dueOn).toBe('2026-10-19')
  })

  test('does not lengthen a limit that was over before it was asked for', () => {
    // 7 October is the last day of the holiday, so that the limit ended on the 8th.
    expect(dueOf(claim('2026-11-02', '2026-11-12'))?.dueOn).toBe('2026-10-08')
  })

  test('begins the time anew where no basis stops it: it runs from when all was handed in', () => {
    const run = new Run(find('A.14'), 'apply', morningOf('2026-09-07')).go('accept')
    run.do({ type: 'ask', by: { name: '镇街' }, to: 'apply', items: ['户口簿'] })
    run.now = morningOf('2026-09-28')
    run.do({ type: 'move', by: { name: '申请人' }, to: 'accept' })
    run
      .do({ type: 'move', by: { name: '镇街' }, to: 'investigate' })
      .go('econ-verify')
      .go('initial-opinion')
    expect(dueOf(run)?.dueOn).toBe('2026-10-23')
  })
})

describe('the whole matter', () => {
  test('is decided within 30 working days of acceptance (民发〔2021〕57号第二十二条)', () => {
    const run = acceptedBeforeNationalDay()
    expect(overallOf(run)).toEqual({ phase: 'running', dueOn: '2026-11-13', provisional: false })
    expect(overallOf(run, morningOf('2026-11-14'))?.phase).toBe('overdue')
  })

  test('stands still while material is awaited where its basis says so', () => {
    const procedure = find('A.14')
    const { overallLimit } = procedure
    if (overallLimit === undefined) throw new Error('no overall limit')
    const pausing = { overallLimit: { ...overallLimit, pause: { basis: '试验' } } }
    const { state, now } = acceptedBeforeNationalDay()
    const awaited = { since: now, askedBy: 'investigate', items: ['户口簿'] }
    expect(overallDue(pausing, { ...state, awaited }, now, calendar)?.phase).toBe('paused')
    expect(overallDue(procedure, { ...state, awaited }, now, calendar)?.phase).toBe('running')
    const waits = [{ from: morningOf('2026-10-12'), to: morningOf('2026-10-16') }]
    expect(overallDue(pausing, { ...state, waits }, now, calendar)?.dueOn).toBe('2026-11-19')
  })

  test('has no such day before it is accepted, nor where nobody says', () => {
    expect(overallOf(new Run(find('A.14'), 'apply'))).toBeNull()
    expect(overallOf(new Run(find('A.20'), 'apply'))).toBeNull()
  })
})

describe('a result is looked at again', () => {
  test('after a year, or half a year where income is not steady (民发〔2021〕57号第三十一条)', () => {
    const { reviewCycle } = find('A.14')
    expect(reviewDueOn(reviewCycle, '2026-10-12')).toBe('2027-10-12')
    expect(reviewDueOn(reviewCycle, '2026-10-12', '收入来源不固定、家庭成员有劳动能力')).toBe('2027-04-12')
  })

  test('on no day where the documents give no period', () => {
    expect(reviewDueOn(find('JB.1').reviewCycle, '2026-10-12')).toBeNull()
  })
})
