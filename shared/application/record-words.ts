import type { RecordFormName } from './model'

export const RECORD_TITLES: Readonly<Record<RecordFormName, string>> = {
  investigation: '调查记录',
  review: '民主评议记录',
  opinion: '审核意见',
  decision: '决定记录',
  payment: '发放记录',
  objection: '异议记录',
}

export const RECORD_LABELS = {
  date: '日期',
  investigators: '调查人（至少两人）',
  people: '家庭人口',
  wages: '全年工资性收入（元）',
  business: '全年经营净收入（元）',
  assets: '全年财产净收入（元）',
  transfers: '全年转移净收入（元）',
  perHeadIncome: '全年人均收入（元）',
  property: '财产状况',
  circumstances: '家庭困难情况',
  findings: '调查情况',
  conclusion: '调查意见',
  place: '地点',
  expected: '应到人数',
  present: '实到人数',
  sat: '参加人',
  for: '同意票数',
  against: '不同意票数',
  abstained: '弃权票数',
  opinions: '主要意见',
  handlers: '经办人',
  opinion: '意见',
  amount: '金额（元）',
  amountKind: '怎么发',
  decision: '决定',
  documentNo: '文号',
  way: '发放方式',
  note: '备注',
  text: '异议内容',
} as const
export type RecordKey = keyof typeof RECORD_LABELS

/** 可支配收入 by its four kinds, as 民发〔2021〕57号 counts it. */
export const INCOME_FIELDS = ['wages', 'business', 'assets', 'transfers'] as const

export const MONTHLY = '按月'
export const RECORD_CHOICES = {
  amountKind: ['一次性', MONTHLY],
  way: ['银行账户', '社会保障卡', '现金', '实物', '服务券', '直接结算'],
} as const

export const RECORD_PROBLEMS = {
  missing: (label: string) => `请填“${label}”`,
  unknown: (key: string) => `这张表没有“${key}”这一栏`,
  tooLong: (label: string, max: number) => `“${label}”不能超过 ${max} 个字`,
  notNumber: (label: string) => `“${label}”填整数，例如 7`,
  notMoney: (label: string) => `“${label}”填数目，最多两位小数，例如 5800 或 5800.50`,
  notDate: (label: string) => `“${label}”要填一个日期`,
  future: (label: string) => `“${label}”不能是今天以后`,
  notChoice: (label: string, choices: readonly string[]) => `“${label}”选一个：${choices.join('、')}`,
  repeatedPerson: (label: string, name: string) => `“${label}”里“${name}”写了两次`,
  twoInvestigators: '入户调查至少要有两个人，请把调查人写全，名字之间用顿号隔开',
  noPeople: '“家庭人口”至少是 1',
  perHead: (people: number, should: string) => `四项收入合计除以 ${people} 人，人均应是 ${should} 元，请核对`,
  moreThanExpected: (present: number, expected: number) =>
    `实到 ${present} 人，比应到的 ${expected} 人还多，请核对`,
  namesDiffer: (names: number, present: number) =>
    `“参加人”写了 ${names} 个名字，“实到人数”是 ${present}，请核对`,
  votesDiffer: (votes: number, present: number) =>
    `同意、不同意、弃权合计 ${votes} 票，实到 ${present} 人，请核对`,
  howPaid: '填了金额，请选是一次性发还是按月发',
  nothingPaid: '“金额（元）”要大于 0',
} as const
