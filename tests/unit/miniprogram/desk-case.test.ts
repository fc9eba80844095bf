import { type ActDraft, emptyDraft } from '../../../miniprogram/desk/case/act-draft'
import {
  askedItems,
  handlingOf,
  lacks,
  offerKey,
  recordOf,
  recordRule,
} from '../../../miniprogram/desk/case/handling'
import { materialGroups } from '../../../miniprogram/desk/case/material-groups'
import { inOrder } from '../../../miniprogram/desk/case/offer-face'
import { recordLacks, withPerHead } from '../../../miniprogram/desk/case/record-lacks'
import type { CaseOffer, RecordFormFace } from '../../../shared/application/page'

const now = '2026-10-08T02:00:00.000Z'
const line = { as: '村民委员会', to: 'next', name: '下一步', when: '通过', blocked: null } as const
const pass = { ...line, type: 'move', outcome: 'ok', needs: 'nothing' } as const satisfies CaseOffer
const recheck = { ...line, type: 'move', outcome: 'recheck', needs: 'remark' } as const satisfies CaseOffer
const back = { ...line, type: 'move', outcome: 'return', needs: 'remark' } as const satisfies CaseOffer
const close = { ...line, type: 'move', outcome: 'reject', needs: 'remark' } as const satisfies CaseOffer
const ask = { ...line, type: 'ask', outcome: 'return', needs: 'items' } as const satisfies CaseOffer
const refuse = { ...line, type: 'refuse', outcome: 'reject', needs: 'grounds' } as const satisfies CaseOffer
const answer = {
  type: 'answer',
  as: '村民委员会',
  objectionId: 'o1',
  blocked: null,
} as const satisfies CaseOffer

const required = (key: string, kind: RecordFormFace['fields'][number]['kind'], label: string) => ({
  key,
  label,
  kind,
  choices: [],
  required: true,
})
const opinion: RecordFormFace = {
  form: 'opinion',
  title: '审核意见',
  fields: [required('date', 'date', '日期'), required('handlers', 'people', '经办人')],
}
const survey: RecordFormFace = {
  form: 'investigation',
  title: '《低收入家庭收入核查表》',
  fields: [
    required('investigators', 'people', '调查人（至少两人）'),
    required('people', 'number', '家庭人口'),
    required('wages', 'money', '全年工资性收入（元）'),
    required('perHeadIncome', 'money', '全年人均收入（元）'),
  ],
}

const draft = (part: Partial<ActDraft>): ActDraft => ({ ...emptyDraft, ...part })
const noted = (offer: CaseOffer, text: string, upheld: '' | 'yes' | 'no' = ''): ActDraft =>
  draft({ notes: { [offerKey(offer)]: { text, upheld } } })
const step = { form: null, told: null, now }
const keysOf = (found: { key: string }[]) => found.map(({ key }) => key)

describe('asking for what is missing, once and whole', () => {
  it('puts together what was marked and what was written, a line each, each once', () => {
    const asked = draft({ missing: ['户口本'], own: '医院发票\n\n 户口本 \n近 3 个月流水' })
    expect(askedItems(asked, null)).toEqual(['户口本', '医院发票', '近 3 个月流水'])
  })

  it('asks again only for what was told the first time', () => {
    const again = draft({ missing: ['户口本', '收入证明'], own: '新添的' })
    expect(askedItems(again, ['户口本', '照片'])).toEqual(['户口本'])
  })

  it('is not sent with nothing asked for', () => {
    expect(keysOf(lacks(ask, emptyDraft, step))).toEqual(['items'])
    expect(lacks(ask, draft({ missing: ['户口本'] }), step)).toEqual([])
    expect(keysOf(lacks(ask, draft({ missing: ['收入证明'] }), { ...step, told: ['户口本'] }))).toEqual([
      'items',
    ])
  })
})

describe('what a way of handling needs', () => {
  it('passes on with nothing more, and sends back only with a reason', () => {
    expect(lacks(pass, emptyDraft, step)).toEqual([])
    expect(keysOf(lacks(recheck, noted(recheck, '  '), step))).toEqual(['text'])
    expect(lacks(recheck, noted(recheck, '两户争议较大'), step)).toEqual([])
  })

  it('refuses with the reason, the clause and where to appeal', () => {
    expect(keysOf(lacks(refuse, draft({ reason: '收入超过' }), step))).toEqual(['clause', 'appeal'])
    const grounds = draft({ reason: ' 收入超过 ', clause: '第四条', appeal: '区民政局' })
    expect(lacks(refuse, grounds, step)).toEqual([])
    expect(handlingOf(refuse, grounds, null, '')).toEqual({
      type: 'refuse',
      to: 'next',
      reason: '收入超过',
      clause: '第四条',
      appeal: '区民政局',
    })
  })

  it('answers an objection with its text and whether it holds', () => {
    expect(keysOf(lacks(answer, noted(answer, '已核实'), step))).toEqual(['upheld'])
    expect(handlingOf(answer, noted(answer, '已核实', 'no'), null, '')).toEqual({
      type: 'answer',
      objectionId: 'o1',
      text: '已核实',
      upheld: false,
    })
  })

  it('keeps the words of two objections apart', () => {
    const other = { ...answer, objectionId: 'o2' }
    expect(keysOf(lacks(other, noted(answer, '已核实', 'yes'), step))).toEqual(['text', 'upheld'])
  })

  it('leaves out a remark that was not written', () => {
    expect(handlingOf(pass, emptyDraft, null, '')).toEqual({ type: 'move', to: 'next' })
    expect(handlingOf(pass, noted(pass, ' 同意 '), null, '')).toEqual({
      type: 'move',
      to: 'next',
      remark: '同意',
    })
  })
})

describe('the record of a step', () => {
  const filled = { date: '2026-10-08', handlers: '王示例、李示例' }

  it('goes where the step is passed or refused, and waits where the matter comes back', () => {
    expect([pass, recheck, refuse, close, back, ask].map(recordRule)).toEqual([
      'must',
      'must',
      'must',
      'may',
      'none',
      'none',
    ])
  })

  it('is asked for box by box', () => {
    expect(keysOf(lacks(pass, emptyDraft, { ...step, form: opinion }))).toEqual(['date', 'handlers'])
    expect(lacks(pass, draft({ record: filled }), { ...step, form: opinion })).toEqual([])
    expect(lacks(back, noted(back, '缺页'), { ...step, form: opinion })).toEqual([])
  })

  it('is judged by the rules of the server: no day to come, at least two investigators', () => {
    expect(recordLacks(opinion, { ...filled, date: '2026-10-09' }, now)).toEqual([
      { key: 'date', message: '“日期”不能是今天以后' },
    ])
    const alone = { investigators: '王示例', people: '3', wages: '9000', perHeadIncome: '3000' }
    expect(recordLacks(survey, alone, now)).toEqual([
      { key: 'record', message: '入户调查至少要有两个人，请把调查人写全，名字之间用顿号隔开' },
    ])
  })

  it('is sent without its empty boxes, and not at all where a household gave up and nothing was written', () => {
    const typed = { ...filled, handlers: ' 王示例 ', stray: 'x' }
    expect(recordOf(pass, draft({ record: typed }), opinion)).toEqual({
      date: '2026-10-08',
      handlers: '王示例',
    })
    expect(recordOf(close, emptyDraft, opinion)).toBeUndefined()
    expect(recordOf(back, draft({ record: filled }), opinion)).toBeUndefined()
    expect(lacks(close, noted(close, '不办了'), { ...step, form: opinion })).toEqual([])
  })

  it('works the income a head out, until somebody writes another', () => {
    const before = { people: '3', wages: '' }
    const reckoned = withPerHead(survey, before, { people: '3', wages: '10000' })
    expect(reckoned.perHeadIncome).toBe('3333.33')
    expect(withPerHead(survey, reckoned, { ...reckoned, wages: '9000' }).perHeadIncome).toBe('3000')
    const own = { ...reckoned, perHeadIncome: '3200' }
    expect(withPerHead(survey, reckoned, own)).toBe(own)
    expect(withPerHead(survey, own, { ...own, wages: '12000' }).perHeadIncome).toBe('3200')
    expect(withPerHead(opinion, {}, filled)).toBe(filled)
  })
})

describe('the ways of a case', () => {
  it('lists what is done every day before giving up and objecting', () => {
    const rare = { type: 'withdraw', as: '申请人', blocked: null } as const satisfies CaseOffer
    const object = { type: 'object', as: '村民委员会', blocked: null } as const satisfies CaseOffer
    expect(inOrder([rare, ask, object, pass]).map(({ type }) => type)).toEqual([
      'ask',
      'move',
      'withdraw',
      'object',
    ])
  })
})

describe('materials beside the checklist', () => {
  const file = (id: string, kind: string) => ({ id, kind, name: `${id}.jpg`, mime: 'image/jpeg', at: now })

  it('shows what is asked for in its order, handed in or not, and the rest after it', () => {
    const groups = materialGroups(
      ['户口本', '收入证明'],
      [file('1', '照片'), file('2', '收入证明'), file('3', '照片')],
    )
    expect(groups.map(({ name, isAsked, files }) => [name, isAsked, files.length])).toEqual([
      ['户口本', true, 0],
      ['收入证明', true, 1],
      ['照片', false, 2],
    ])
  })
})
