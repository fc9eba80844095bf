import type { EndKind } from '../procedures/definition'

/** What a message says where the event itself brings no words. */
export const MESSAGE_WORDS = {
  /** No result is claimed that nobody has entered. */
  ended: '已结束',
  seeWhatFollows: '点开看结果和下一步',
  /** The step is the household's own. */
  yourTurn: '轮到您办了',
  /** Of a matter that a locked screen must not name, an office may say as much as its name. */
  seeWho: '点开看办理单位',
  seeWhere: '点开看交到哪里',
}

/** 办理结果, and what one finds on opening. */
export const DECISION_WORDS: Readonly<Record<EndKind, { decision: string; hint: string }>> = {
  completed: { decision: '已通过', hint: MESSAGE_WORDS.seeWhatFollows },
  rejected: { decision: '未通过', hint: '点开看决定、理由和怎么复查' },
  withdrawn: { decision: '已终止', hint: '点开看原因' },
}

/** What is missing, by the name of the first or only by number. */
export const MATERIAL_WORDS = {
  one: (name: string) => name,
  firstOf: (name: string, count: number) => `${name}等${count}样`,
  counted: (count: number) => `${count}样材料`,
}
