import type { CalendarDate } from '../../shared/calendar/model'
import { fullDateWords } from '../../shared/calendar/words'
import type { EditionFace, ItemFace } from '../../shared/contract/catalog'
import type { WindowRule } from '../../shared/publicity/model'
import { periodWords } from '../../shared/publicity/reckoning-words'

/** What the pages of the catalog say: 目录 and one item of it. */
export const catalogWords = {
  title: '公开目录',
  district: '看哪个区',
  changeDistrict: '换一个区',
  edition: ({ name, from }: Pick<EditionFace, 'name' | 'from'>) =>
    from ? `${name} · ${fullDateWords(from)}起` : name,
  search: '找事项',
  searchHint: '写几个字，比如“低保”',
  tables: '看哪张表',
  all: '全部',
  table: (table: number) => `表${table}`,
  tableNamed: (table: number, name: string) => `表${table} ${name}`,
  more: '按怎么公开、谁来公开找',
  less: '收起来',
  modes: '怎么公开',
  mode: { proactive: '主动公开', 'on-request': '依申请公开' } satisfies Record<ItemFace['mode'], string>,
  modeMeans: {
    proactive: '不用申请，到时候就该公开',
    'on-request': '先提申请，再给答复',
  } satisfies Record<ItemFace['mode'], string>,
  publishers: '谁来公开',
  within: (period: string) => `${period}内`,
  noLimit: '没写最晚哪天公开',
  foundNothing: '没找到这样的事项',
  foundNothingWhy: '换两三个字，或者看全部。',
  showAll: '看全部',
  openCalculator: '算日子',
  editions: '目录改过哪些',
  editionsNone: '没有改动的记录。',
  editionDates: (from: CalendarDate | null, to: CalendarDate | null) => editionDates(from, to),
  change: (text: string, before: string | null, after: string | null) =>
    before === null && after === null ? text : `${text}：${[before, after].filter(Boolean).join(' → ')}`,
}

/** What one item says. */
export const itemWords = {
  row: (row: string) => `第 ${row} 项`,
  limitTitle: '最晚什么时候公开',
  replyTitle: '最晚什么时候答复',
  within: (unit: 'workday' | 'day') => (unit === 'workday' ? '个工作日内' : '天内'),
  countsFrom: (event: string) => `从${eventWords(event)}的第二天算起`,
  noLimitTitle: '规定没写最晚哪天公开',
  noLimitWhy: '贴出来以后看几天，下面写着。',
  example: '例：',
  exampleFrom: (date: string, event: string) => `${date}${event}，最晚`,
  exampleTo: { proactive: '公开。', 'on-request': '答复。' } satisfies Record<ItemFace['mode'], string>,
  reckoning: '正在算今天的例子',
  otherDate: '换个日子，算一算',
  promise: '区里承诺',
  statutory: '法律规定',
  latest: (date: string) => `最晚 ${date}`,
  basis: '出处',
  longTerm: '长期公开',
  contents: '要公开什么',
  contentsOnRequest: '可以申请看什么',
  documents: '文件',
  publisher: '谁来公开',
  nowCalled: (name: string) => `现在叫 ${name}`,
  channels: '在哪能看到',
  noChannel: '不贴出来，申请了才答复。',
  changed: '规定改过',
  unchanged: '规定哪来的',
  noChange: '这一项没有改动的记录。',
  reason: (text: string) => `为什么改：${text}`,
  readings: '原文有出入',
  taken: '这里按',
  why: '为什么',
  notes: '原文还写了',
  source: '依据',
  forms: '有哪几种公示',
  form: (rule: WindowRule | null) => formWords(rule),
  disputed: (term: string) => `规定只写“${term}”，按结束得晚的算`,
  postedIn: (unit: string) => `${unit}按这一项公示过的`,
  postedNone: (unit: string) => `${unit}还没有按这一项公示过。`,
  calculate: '算一算',
  following: (left: number) =>
    left > 0 ? `有新公示，微信告诉您，还能收 ${left} 条` : '在关注，消息已经用完',
  notFound: '目录里没有这一项',
  notFoundWhy: '链接可能不全，回到目录里再找。',
  toCatalog: '看目录',
}

/** `内容信息形成、变更或获取之日` → `内容信息形成、变更或获取`; `一经公布` → `公布`. */
export function eventWords(event: string): string {
  return event.replace(/之日$/, '').replace(/^一经/, '')
}

function formWords(rule: WindowRule | null): string {
  if (rule === null) return '只给申请的人，不张贴'
  if (rule.mode === 'long-term') return '长期公开，不撤下'
  const period = periodWords(rule.days, rule.unit)
  return rule.mode === 'window' ? `公示 ${period}` : `至少张贴 ${period}`
}

function editionDates(from: CalendarDate | null, to: CalendarDate | null): string {
  const begin = from ? `${fullDateWords(from)}起` : '没写从哪天起'
  return to ? `${begin}，到 ${fullDateWords(to)}` : begin
}
