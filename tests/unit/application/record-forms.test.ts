import { peopleOf, perHeadOf, problemsOfRecord } from '../../../shared/application/check-record'
import type { RecordFormFace } from '../../../shared/application/page'
import { linesOfRecord, OBJECTION_FORM, recordFormOf } from '../../../shared/application/record-forms'
import { stepOf } from '../../../shared/procedures/definition'
import { find, PROCEDURES } from '../procedures/loaded'

const NOW = '2026-10-12T02:00:00.000Z'

/** The form of a step, e.g. `JB.1 town-review`. */
function formAt(place: string): RecordFormFace | null {
  const [procedureId = '', stepId = ''] = place.split(' ')
  const procedure = find(procedureId)
  const step = stepOf(procedure, stepId)
  if (step === null) throw new Error(`no step ${place}`)
  return recordFormOf(procedure, step)
}

function form(place: string): RecordFormFace {
  const found = formAt(place)
  if (found === null) throw new Error(`${place} writes nothing`)
  return found
}

describe('what a step writes down', () => {
  test.each([
    ['JB.1 democratic-review', 'review', '民主评议记录'],
    ['JB.1 town-review', 'investigation', '《低收入家庭收入核查表》'],
    ['JB.1 reinvestigate', 'investigation', '调查记录'],
    ['JB.1 econ-verify', 'opinion', '审核意见'],
    ['JB.1 final-approval', 'decision', '决定记录'],
    ['A.1 town-review', 'opinion', '审核意见'],
    ['A.15 democratic-review', 'review', '民主评议记录'],
    ['A.10 edu-verify', 'opinion', '审核意见'],
    ['A.10 fund-issue', 'payment', '发放记录'],
    ['A.20 decide', 'decision', '决定记录'],
    ['A.20 pay', 'payment', '发放记录'],
  ])('%s: %s', (place, name, title) => {
    expect(formAt(place)).toMatchObject({ form: name, title })
  })

  test.each([
    'JB.1 apply',
    'JB.1 nominate',
    'JB.1 village-accept',
    'JB.1 village-publicity',
    'JB.1 database-record',
    'A.6 sign',
    'A.10 sign-archive',
    'A.14 accept',
  ])('%s: nothing', place => {
    expect(formAt(place)).toBeNull()
  })

  test('has keys of its own and a Chinese label in every one of the thirty procedures', () => {
    const forms = PROCEDURES.flatMap(procedure =>
      procedure.steps.flatMap(step => recordFormOf(procedure, step) ?? []),
    )
    expect(forms.length).toBeGreaterThan(100)
    for (const { fields } of forms) {
      const keys = fields.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      for (const { key, label, kind, choices } of fields) {
        expect(key).toMatch(/^[a-z][A-Za-z0-9]{0,39}$/)
        expect(label).toMatch(/^[\u4e00-\u9fa5（）]+$/)
        expect(choices.length > 0).toBe(kind === 'choice')
      }
    }
  })

  test('asks for income where the household is looked at for it, and not after a flood', () => {
    const keysAt = (place: string) => form(place).fields.map(({ key }) => key)
    expect(keysAt('A.20 investigate')).toContain('perHeadIncome')
    expect(keysAt('A.17 damage-survey')).not.toContain('perHeadIncome')
  })

  test('asks for an amount where the procedure pays', () => {
    const keysAt = (place: string) => form(place).fields.map(({ key }) => key)
    expect(keysAt('A.14 initial-opinion')).toContain('amount')
    expect(keysAt('JB.1 final-approval')).not.toContain('amount')
  })

  test('wants to know who sat where several departments decide together', () => {
    const sat = (place: string) => form(place).fields.find(({ key }) => key === 'sat')?.required
    expect(sat('JB.1 final-approval')).toBe(true)
    expect(sat('A.14 decide')).toBe(false)
  })
})

const MEETING = {
  date: '2026-10-12',
  place: '村文化礼堂',
  expected: '9',
  present: '7',
  sat: '周文书、王组长、李代表、张代表、陈代表、林干部、吴指导员',
  for: '5',
  against: '1',
  abstained: '1',
  opinions: '家中一人长期患病，收入低，多数同意',
}

describe('民主评议', () => {
  const problems = (over: Record<string, string>) =>
    problemsOfRecord(form('JB.1 democratic-review'), { ...MEETING, ...over }, NOW)

  test('is taken where the votes add up', () => {
    expect(problems({})).toEqual([])
  })

  test('does not ask for the votes withheld where nobody withheld one', () => {
    expect(problems({ for: '6', abstained: '' })).toEqual([])
  })

  test.each([
    [{ for: '6' }, '同意、不同意、弃权合计 8 票，实到 7 人，请核对'],
    [{ for: '4' }, '同意、不同意、弃权合计 6 票，实到 7 人，请核对'],
    [{ expected: '6' }, '实到 7 人，比应到的 6 人还多，请核对'],
    [{ sat: '周文书、王组长' }, '“参加人”写了 2 个名字，“实到人数”是 7，请核对'],
    [{ sat: `${MEETING.sat}、周文书` }, '“参加人”里“周文书”写了两次'],
    [{ for: '五' }, '“同意票数”填整数，例如 7'],
    [{ for: '-1' }, '“同意票数”填整数，例如 7'],
    [{ date: '2026-10-13' }, '“日期”不能是今天以后'],
    [{ date: '2026-02-30' }, '“日期”要填一个日期'],
    [{ place: ' ' }, '请填“地点”'],
    [{ opinions: '好'.repeat(2001) }, '“主要意见”不能超过 2000 个字'],
    [{ votes: '7' }, '这张表没有“votes”这一栏'],
  ])('is not with %j', (over, sentence) => {
    expect(problems({ ...over })).toEqual([sentence])
  })

  test('is held on a day of Beijing: at 00:30 there the day has begun, in UTC it has not', () => {
    const record = { ...MEETING, date: '2026-10-13' }
    expect(problemsOfRecord(form('JB.1 democratic-review'), record, '2026-10-12T16:30:00.000Z')).toEqual([])
  })

  test('reads as it was written, line by line', () => {
    const lines = linesOfRecord(form('JB.1 democratic-review'), { ...MEETING, abstained: '' })
    expect(lines[0]).toEqual({ label: '日期', value: '2026-10-12' })
    expect(lines.map(({ label }) => label)).not.toContain('弃权票数')
  })
})

const SHEET = {
  date: '2026-10-12',
  investigators: '吴干事、郑科员',
  people: '3',
  wages: '12000',
  business: '3,000',
  transfers: '1500.50',
  perHeadIncome: '5500.17',
  property: '土木房两间，无车',
  circumstances: '户主患病，一人读书',
  conclusion: '符合认定条件',
}

describe('《低收入家庭收入核查表》', () => {
  const problems = (over: Record<string, string>) =>
    problemsOfRecord(form('JB.1 town-review'), { ...SHEET, ...over }, NOW)

  test('has an income a head of what the four kinds come to among the people: 16500.50 among 3', () => {
    expect(perHeadOf(SHEET)).toBe(550017)
    expect(problems({})).toEqual([])
  })

  test('may round to whole 元', () => {
    expect(problems({ perHeadIncome: '5500' })).toEqual([])
  })

  test('may have the income a head alone', () => {
    expect(problems({ wages: '', business: '', transfers: '' })).toEqual([])
  })

  test.each([
    [{ perHeadIncome: '5000' }, '四项收入合计除以 3 人，人均应是 5500.17 元，请核对'],
    [{ investigators: '吴干事' }, '入户调查至少要有两个人，请把调查人写全，名字之间用顿号隔开'],
    [{ people: '0' }, '“家庭人口”至少是 1'],
    [{ wages: '-1' }, '“全年工资性收入（元）”填数目，最多两位小数，例如 5800 或 5800.50'],
    [{ property: '' }, '请填“财产状况”'],
  ])('is not taken with %j', (over, sentence) => {
    expect(problems({ ...over })).toEqual([sentence])
  })
})

describe('an opinion, a decision and a payment', () => {
  test('say whether an amount is paid once or every month', () => {
    const opinion = { date: '2026-10-12', handlers: '吴干事', opinion: '同意', amount: '800' }
    const at = form('A.14 initial-opinion')
    expect(problemsOfRecord(at, opinion, NOW)).toEqual(['填了金额，请选是一次性发还是按月发'])
    expect(problemsOfRecord(at, { ...opinion, amountKind: '按月' }, NOW)).toEqual([])
    expect(problemsOfRecord(at, { ...opinion, amountKind: '每年' }, NOW)).toEqual([
      '“怎么发”选一个：一次性、按月',
    ])
  })

  test('of nothing is no payment', () => {
    const paid = { amount: '0', date: '2026-10-12', way: '银行账户' }
    expect(problemsOfRecord(form('A.20 pay'), paid, NOW)).toEqual(['“金额（元）”要大于 0'])
    expect(problemsOfRecord(form('A.20 pay'), { ...paid, amount: '1200' }, NOW)).toEqual([])
  })
})

describe('an objection by word or on paper', () => {
  test('says what was objected to', () => {
    expect(problemsOfRecord(OBJECTION_FORM, { text: '' }, NOW)).toEqual(['请填“异议内容”'])
    expect(problemsOfRecord(OBJECTION_FORM, { text: '收入没有算全' }, NOW)).toEqual([])
  })
})

test('names are read however they are divided', () => {
  expect(peopleOf('周文书、王组长，李代表; 张代表  陈代表')).toEqual([
    '周文书',
    '王组长',
    '李代表',
    '张代表',
    '陈代表',
  ])
})
