/** What the catalog says of its own changes. */
export const CHANGE_WORDS = {
  deadline: (name: string) => `“${name}”的公开期限`,
  limit: ({ days, unit }: { days: number; unit: 'workday' | 'day' }) =>
    unit === 'workday' ? `${days} 个工作日` : `${days} 天`,
  unify: '各项公开期限统一',
  refine: '公开内容写得更细',
  rename: '事项改了名称',
  move: '归到另一类',
  added: '新增的事项',
  publisher: '公开主体换了',
  flowAdded: '新增办事流程图',
  flowImproved: '办事流程图改得更顺',
} as const

/** Where an edition of which only the changes are at hand is asked for its items. */
export const EDITION_WORDS = {
  textNotAtHand: '这一版的原文没有找到，只知道后来改了哪些',
  printedLimit: (printed: string) => `这一版写的公开期限是 ${printed}，没说是不是工作日`,
} as const

/** How the calculator names the day a deadline counts from: 收到申请人申请之日 → 收到申请人申请(当天不算). */
export const CALCULATOR_WORDS = {
  event: (countsFrom: string) => countsFrom.replace(/（.*）|之日$/g, ''),
} as const
