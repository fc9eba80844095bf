/** The day a limit counts from, as people say it; two characters where a square of the calendar names it. */
export type EventWords = { word: string; plain: string; question: string; hint: string }

const settled: EventWords = {
  word: '形成',
  plain: '定下来',
  question: '事情哪天定下来',
  hint: '定下来、有变动的那天；当天不算。',
}

const others: EventWords[] = [
  { word: '收到', plain: '收到', question: '哪天收到申请', hint: '收到的那天；当天不算。' },
  { word: '公布', plain: '公布', question: '哪天公布', hint: '公布的那天；当天不算。' },
  { word: '完成', plain: '完成', question: '哪天全部完成', hint: '全部做完的那天；当天不算。' },
]

/** From what the rule says: `收到申请人申请之日` is 收到, `内容信息形成、变更或获取之日` is 形成. */
export function eventOf(countsFrom: string): EventWords {
  return others.find(({ word }) => countsFrom.includes(word)) ?? settled
}
