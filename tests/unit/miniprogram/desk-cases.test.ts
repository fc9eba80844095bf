import { byDay } from '../../../miniprogram/desk/cases/by-day'
import {
  kindKey,
  kindsOf,
  MOST_ANNOUNCED,
  MOST_TOGETHER,
  mostOf,
  togetherWay,
  toggled,
} from '../../../miniprogram/desk/cases/kinds'
import { officesOf } from '../../../miniprogram/desk/home/offices'
import { limitChip, limitSentence } from '../../../miniprogram/desk/limit-face'
import { applyUrl, startGroups } from '../../../miniprogram/desk/start/starts'
import { togetherOffers } from '../../../miniprogram/desk/together/offers'
import { resultsOf } from '../../../miniprogram/desk/together/results'
import type { CaseOffer, DeskCase } from '../../../shared/application/page'

const today = '2026-10-08'

function deskCase(face: Partial<DeskCase> & { id: string }): DeskCase {
  return {
    version: 3,
    caseNo: 'SQ2026-000001',
    example: false,
    procedureId: 'JB.1',
    procedureName: '低收入农户认定',
    procedureText: 'undated:JB.1:v1',
    step: 'democratic-review',
    stepName: '民主评议',
    stepKind: 'review',
    body: '评议小组',
    subjectName: '张示例',
    unitName: '前岸村',
    since: '2026-09-28T01:00:00.000Z',
    limit: null,
    publicity: null,
    unanswered: 0,
    ...face,
  }
}

type Limit = NonNullable<DeskCase['limit']>
const due = (dueOn: string | null, phase: Limit['phase'] = 'running'): Limit => ({
  phase,
  dueOn,
  provisional: false,
})

describe('the desk by day', () => {
  const cases = [
    deskCase({ id: 'late', limit: due('2026-09-30', 'overdue') }),
    deskCase({ id: 'today', limit: due('2026-10-08') }),
    deskCase({ id: 'tomorrow', limit: due('2026-10-09') }),
    deskCase({ id: 'next week', limit: due('2026-10-13') }),
    deskCase({ id: 'also today', limit: due('2026-10-08') }),
    deskCase({ id: 'free of a limit' }),
    deskCase({ id: 'waits for papers', limit: due(null, 'paused') }),
    deskCase({ id: 'hangs', publicity: 'open', limit: due('2026-10-08') }),
    deskCase({ id: 'hangs and was objected to', publicity: 'open', unanswered: 1, limit: due('2026-10-09') }),
  ]
  const groups = byDay(cases, today)

  it('puts what is late first, then day by day, and what has no day last', () => {
    expect(groups.map(({ kind, date }) => [kind, date])).toEqual([
      ['late', '2026-09-30'],
      ['today', '2026-10-08'],
      ['tomorrow', '2026-10-09'],
      ['day', '2026-10-13'],
      ['undated', null],
      ['paused', null],
      ['posted', null],
    ])
  })

  it('counts the days of the wall calendar, backwards for what is late', () => {
    expect(groups.slice(0, 4).map(({ days }) => days)).toEqual([-8, 0, 1, 5])
  })

  it('keeps the order of the list within a day', () => {
    expect(groups[1]?.cases.map(({ id }) => id)).toEqual(['today', 'also today'])
  })

  it('lets a notice that only hangs press nobody, but brings back one with an objection', () => {
    expect(groups.at(-1)?.cases.map(({ id }) => id)).toEqual(['hangs'])
    expect(groups[2]?.cases.map(({ id }) => id)).toEqual(['tomorrow', 'hangs and was objected to'])
  })

  it('loses no case and doubles none', () => {
    const ids = groups.flatMap(group => group.cases.map(({ id }) => id))
    expect(ids.sort()).toEqual(cases.map(({ id }) => id).sort())
  })

  it('puts a limit on beginning that was met among those without a day', () => {
    const [group] = byDay([deskCase({ id: 'begun', limit: due('2026-10-01', 'begun') })], today)
    expect(group?.kind).toBe('undated')
  })
})

describe('what is done together', () => {
  const review = deskCase({ id: 'a' })
  const toPost = deskCase({ id: 'b', step: 'publicity', stepKind: 'publicity', publicity: 'to-post' })
  const open = deskCase({ ...toPost, id: 'c', publicity: 'open' })
  const closed = deskCase({ ...toPost, id: 'd', publicity: 'closed' })
  const ofOldText = deskCase({ id: 'e', procedureText: 'undated:JB.1:v0' })

  it('keeps apart what stands at another step, under another text, for another body, at another state', () => {
    const ofOtherBody = deskCase({ id: 'f', body: '村民委员会' })
    const keys = [review, toPost, open, closed, ofOldText, ofOtherBody].map(kindKey)
    expect(new Set(keys).size).toBe(6)
    expect(kindKey(deskCase({ id: 'g', subjectName: '李示例' }))).toBe(kindKey(review))
  })

  it('lists the kinds with their numbers, the most numerous first', () => {
    const kinds = kindsOf([toPost, review, deskCase({ id: 'g' })])
    expect(kinds.map(({ step, count }) => [step, count])).toEqual([
      ['democratic-review', 2],
      ['publicity', 1],
    ])
  })

  it('makes one notice of those to be posted, one record of the others, and nothing of an open window', () => {
    expect([review, toPost, open, closed].map(togetherWay)).toEqual(['act', 'announce', 'none', 'act'])
  })

  it('takes no more than go together', () => {
    const full = Array.from({ length: MOST_TOGETHER }, (_, index) => `case${index}`)
    expect(mostOf('act')).toBe(60)
    expect(mostOf('announce')).toBe(MOST_ANNOUNCED)
    expect(toggled(full, 'one more', mostOf('act'))).toEqual(full)
    expect(toggled(full, 'case0', mostOf('act'))).toHaveLength(59)
    expect(toggled(['a'], 'b', 60)).toEqual(['a', 'b'])
  })

  it('offers for several what is the same for all, and nothing that concerns one household', () => {
    const line = {
      as: '评议小组',
      to: 'x',
      name: '审核',
      when: '通过',
      outcome: 'ok',
      blocked: null,
    } as const
    const offers: CaseOffer[] = [
      { ...line, type: 'move', needs: 'nothing' },
      { ...line, type: 'ask', needs: 'items' },
      { ...line, type: 'refuse', needs: 'grounds' },
      { type: 'begin', as: '评议小组', blocked: null },
      { type: 'withdraw', as: '评议小组', blocked: null },
      { type: 'answer', as: '评议小组', objectionId: 'objection1', blocked: null },
      { type: 'object', as: '评议小组', blocked: null },
    ]
    expect(togetherOffers(offers).map(({ type }) => type)).toEqual(['move', 'begin'])
  })

  it('says of every household that was ticked what came of it, of one the server left out too', () => {
    const results = resultsOf(
      [review, toPost, closed],
      [
        { id: 'b', done: false, message: '别人刚办过这件，请刷新' },
        { id: 'a', done: true, message: '办好了' },
      ],
      '没等到回音',
    )
    expect(results).toEqual([
      { id: 'a', name: '张示例', done: true, message: '办好了' },
      { id: 'b', name: '张示例', done: false, message: '别人刚办过这件，请刷新' },
      { id: 'd', name: '张示例', done: false, message: '没等到回音' },
    ])
  })
})

describe('a limit on the desk', () => {
  it.each([
    ['the last day today', due('2026-10-08'), 'closing', '今天到期'],
    ['the last day tomorrow', due('2026-10-09'), 'closing', '明天到期'],
    ['five days on', due('2026-10-13'), 'open', '还剩 5 天'],
    ['eight days late', due('2026-09-30', 'overdue'), 'late', '逾期 8 天'],
    ['standing still', due(null, 'paused'), 'pending', '期限停着'],
    ['on beginning, and begun', due('2026-10-01', 'begun'), 'open', '已按时开始'],
    ['at least so long, and over', due('2026-10-01', 'free'), 'open', '可以往下办了'],
    ['without a date', due(null, 'undated'), 'pending', '没写日子'],
    ['at least so long, and running', { ...due('2026-10-13'), atLeast: true }, 'pending', '还没到日子'],
  ])('%s says so', (_, limit, tone, word) => {
    expect(limitChip(limit, today)).toEqual({ tone, word })
  })

  it('says that the last day counts, and by when it should have been done', () => {
    expect(limitSentence(due('2026-10-13'))).toBe('到 10月13日 周二，当天也算')
    expect(limitSentence(due('2026-09-30', 'overdue'))).toBe('最晚该 9月30日 周三 办完')
    expect(limitSentence(due(null, 'paused'))).toBe('')
    expect(limitSentence({ ...due('2026-10-13'), atLeast: true })).toBe('要等满 10月13日 周二，才能往下办')
  })
})

describe('the units of a desk', () => {
  const none = { mayPost: false, handles: false, seesRegister: false, changesRegister: false }
  const town = { unit: '330304108', unitName: '泽雅镇', districtId: 'ouhai' }

  it('makes one desk of two offices at one unit, with what either may do', () => {
    const offices = officesOf([
      { ...town, ...none, role: 'reviewer', seesRegister: true, changesRegister: true },
      { ...town, ...none, role: 'cadre', mayPost: true, handles: true },
    ])
    expect(offices).toEqual([
      { ...town, mayPost: true, handles: true, seesRegister: true, changesRegister: true },
    ])
  })

  it('shows no desk for an office that has nothing to do there', () => {
    expect(officesOf([{ ...town, ...none, role: 'supervisor' }])).toEqual([])
  })
})

describe('beginning for others', () => {
  const start = {
    procedureId: 'A.10',
    procedureName: '教育扶贫',
    step: 'apply',
    name: '提出申请',
    body: '申请人',
    way: 'cadre',
    subject: 'individual',
  } as const

  it('puts 代办 before 提名 before what the office begins, and finds by a part of the name', () => {
    const nominated = {
      ...start,
      procedureId: 'JB.1',
      procedureName: '低收入农户认定',
      way: 'nominated',
    } as const
    const office = { ...start, procedureId: 'A.3', procedureName: '来料加工', way: 'office' } as const
    const ways = (word: string) => startGroups([office, nominated, start], word).map(({ way }) => way)
    expect(ways('')).toEqual(['cadre', 'nominated', 'office'])
    expect(ways('认定')).toEqual(['nominated'])
    expect(ways('没有')).toEqual([])
  })

  it('leads to the application with the step, the way and the unit', () => {
    expect(applyUrl('ouhai', '330304108296', start)).toBe(
      '/pages/apply/index?district=ouhai&id=A.10&start=apply&way=cadre&unit=330304108296',
    )
  })
})
