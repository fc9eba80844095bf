import {
  briefName,
  daysOver,
  isOpen,
  isOverdue,
  lastDayOf,
  nextLines,
  overallWords,
  placeOf,
  standingChip,
} from '../../../miniprogram/components/Progress/phase'
import type { KeptFile } from '../../../miniprogram/files/kept-file'
import { ownPageOf } from '../../../miniprogram/pages/application/own-application'
import { lackingOf } from '../../../miniprogram/pages/application/taken'
import type { ApplicationPage, Progress } from '../../../shared/application/page'

const NOW = '2026-10-12T01:00:00.000Z'
const step = (id: string, state: 'done' | 'now' | 'ahead') => ({
  id,
  name: id,
  actors: ['镇（街道）'],
  state,
  doneAt: null,
  customary: false,
})
const audit: Progress = {
  caseNo: 'SQ2026-000317',
  trackCode: '7K3M92XQ4H',
  example: true,
  districtId: 'example',
  procedureId: 'A.1',
  procedureName: '低收入农户认定',
  startedAt: '2026-09-14T01:00:00.000Z',
  step: 'audit',
  stepName: '镇里审核',
  hands: ['示例镇'],
  withApplicant: false,
  since: '2026-09-22T01:00:00.000Z',
  ground: '见于本区文件原文',
  limit: {
    phase: 'running',
    dueOn: '2026-10-16',
    provisional: false,
    words: '10 个工作日内',
    atLeast: false,
  },
  overall: null,
  awaited: null,
  publicity: null,
  next: [
    {
      to: 'publicity',
      name: '村里公示',
      when: '审核通过',
      outcome: 'ok',
      ground: '',
      actors: ['村民委员会'],
    },
    {
      to: 'refused',
      name: '不予认定',
      when: '不符合',
      outcome: 'reject',
      ground: '',
      actors: ['镇（街道）'],
    },
  ],
  timeline: [step('apply', 'done'), step('audit', 'now'), step('publicity', 'ahead')],
  end: null,
  phone: '',
}
const at = (changes: Partial<Progress>): Progress => ({ ...audit, ...changes })

describe('what the chip of an application says', () => {
  const word = (changes: Partial<Progress>, now = NOW) => standingChip(at(changes), now, 'own')

  it('says that an office is at it', () => {
    expect(word({})).toEqual({ tone: 'pending', word: '正在办' })
  })

  it('asks for the materials of the household, and does not call the reader of a code 您', () => {
    const awaited = { since: NOW, items: ['户口簿'], pause: null }
    expect(word({ awaited, withApplicant: true }).word).toBe('等您补材料')
    expect(standingChip(at({ awaited, withApplicant: true }), NOW, 'code').word).toBe('等申请人补材料')
  })

  it('turns red only where a limit is over, from 0:00 after the last day, on an old copy too', () => {
    expect(word({}, '2026-10-16T15:59:59.999Z').tone).toBe('pending')
    expect(word({}, '2026-10-16T16:00:00.000Z')).toEqual({ tone: 'late', word: '过了期限' })
  })

  it('says that a notice is up until the second of its close, and then that answers are awaited', () => {
    const closesAt = '2026-10-12T16:00:00.000Z'
    const publicity = { words: '', closesAt, noticeId: 'n', objections: 1, unanswered: 1 }
    const open = { publicity: { ...publicity, phase: 'open' } } satisfies Partial<Progress>
    expect(word(open, '2026-10-12T15:59:59.999Z').word).toBe('公示中')
    expect(word(open, closesAt).word).toBe('等答复意见')
    expect(word({ publicity: { ...publicity, phase: 'to-post' } }).word).toBe('等张贴')
  })

  it.each([
    ['completed', 'open', '办成了'],
    ['rejected', 'closed', '没有批准'],
    ['withdrawn', 'closed', '撤回了'],
  ] satisfies [NonNullable<Progress['end']>['outcome'], string, string][])(
    'at the end %s: %s %s',
    (outcome, tone, said) => {
      expect(word({ end: { outcome, at: NOW, grounds: null } })).toEqual({ tone, word: said })
    },
  )
})

describe('where an application is', () => {
  it('is the second of three steps', () => {
    expect(placeOf(audit)).toEqual({ number: 2, total: 3 })
  })

  it('is nowhere any more once it has ended', () => {
    expect(placeOf(at({ end: { outcome: 'withdrawn', at: NOW, grounds: null } }))).toBeNull()
  })

  it('goes on to the next step if all goes well; a refusal is no next step', () => {
    expect(nextLines(audit)).toEqual(['村里公示（村民委员会）'])
  })

  it('says under which condition, where it may go on in two ways', () => {
    const inform = {
      to: 'inform',
      name: '书面告知',
      when: '家庭情况有变',
      outcome: 'ok',
      ground: '',
      actors: [],
    }
    const next = [...audit.next, { ...inform, outcome: 'ok' }] satisfies Progress['next']
    expect(nextLines(at({ next }))).toEqual(['审核通过：村里公示（村民委员会）', '家庭情况有变：书面告知'])
  })
})

describe("a step's name in brief", () => {
  it.each([
    ['评议小组（村两委班子、村民代表组成）组织民主评议', '评议小组组织民主评议'],
    ['街道（镇）提出审核意见（核查小组填写《核查表》）', '街道（镇）提出审核意见'],
    ['家庭或个人提出申请（村（居）委会可代办；也可主动发现）', '家庭或个人提出申请'],
    ['村（居）民委员会受理', '村（居）民委员会受理'],
    ['（区财政局负责）', '（区财政局负责）'],
  ])('%s is %s', (name, brief) => {
    expect(briefName(name)).toBe(brief)
  })
})

describe('limits', () => {
  const due = (phase: NonNullable<Progress['limit']>['phase'], dueOn: string | null) => ({ phase, dueOn })

  it('a limit that stands still, or has no day, is never overdue', () => {
    expect(isOverdue(due('paused', null), '2027-01-01T00:00:00.000Z')).toBe(false)
    expect(isOverdue(due('undated', null), '2027-01-01T00:00:00.000Z')).toBe(false)
    expect(isOverdue(due('begun', '2026-10-09'), NOW)).toBe(false)
    expect(isOverdue(null, NOW)).toBe(false)
  })

  it('a step that lasts at least so long is not late after that day', () => {
    expect(isOverdue({ ...due('running', '2026-10-09'), atLeast: true }, NOW)).toBe(false)
  })

  it('counts the days it is over by the wall calendar', () => {
    expect(daysOver(due('overdue', '2026-10-09'), NOW)).toBe(3)
    expect(daysOver(due('running', '2026-10-16'), NOW)).toBe(0)
  })

  it('names the day for the whole only where somebody laid one down', () => {
    expect(overallWords(audit, NOW)).toBeNull()
    const overall = {
      phase: 'running',
      dueOn: '2026-10-30',
      provisional: false,
    } satisfies Progress['overall']
    expect(overallWords(at({ overall }), NOW)).toBe('整件事，10月30日 周五前办完，当天也算。')
  })

  it('a window closes at 0:00, so its last day is the day before', () => {
    expect(lastDayOf('2026-10-12T16:00:00.000Z')).toBe('2026-10-12')
  })

  it('a publicity without a day on which it closes is not open to count days by', () => {
    const up = { phase: 'up', words: '', closesAt: null, noticeId: 'n', objections: 0, unanswered: 0 }
    expect(isOpen({ ...up, phase: 'up' }, NOW)).toBe(false)
  })
})

describe('what is handed in', () => {
  const photo: KeptFile = { id: 'p', local: 'l', mime: 'image/jpeg', size: 1, name: 'p.jpg' }

  it('is complete once there is a photo of each thing that was asked for', () => {
    expect(lackingOf(['户口簿', '收入证明'], { 户口簿: [photo] })).toEqual(['收入证明'])
    expect(lackingOf(['户口簿'], { 户口簿: [photo] })).toEqual([])
  })
})

describe("one's own application on a phone that is lent", () => {
  const application: ApplicationPage = {
    ...audit,
    id: 'example-1',
    version: 3,
    unitName: '前岸村',
    way: 'family',
    subject: {
      kind: 'household',
      name: '王小明',
      idNumber: '33**************18',
      phone: '13800000000',
      address: '第 3 村民小组',
      people: 3,
      bankAccount: '************1234',
      reason: '生病',
    },
    agent: { name: '王大强', phone: '13800000001', relation: '儿子' },
    materials: [],
    can: { supply: false, withdraw: true, moves: [] },
    register: null,
  }

  it('keeps no telephone, number, address or reason, and the names masked', () => {
    const kept = JSON.stringify(ownPageOf({ now: NOW, application }))
    for (const secret of ['1380000', '33**', '1234', '村民小组', '生病', '王小明', '王大强']) {
      expect(kept).not.toContain(secret)
    }
    expect(kept).toContain('王*明')
  })

  it("names a project whole: it is nobody's name", () => {
    const project = {
      ...application,
      subject: { ...application.subject, kind: 'project', name: '示例村道路' },
    } satisfies ApplicationPage
    expect(ownPageOf({ now: NOW, application: project }).application.who).toBe('示例村道路')
  })
})
