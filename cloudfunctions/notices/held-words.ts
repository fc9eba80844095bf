/** What is said to the cadre who posts a notice that households wait for. */
export const HELD_WORDS = {
  problem: (household: string, sentence: string) => `${household}：${sentence}`,
  more: (others: number) => (others > 0 ? `（还有 ${others} 户也不行）` : ''),
  movedOn: '已经不在公示这一步。请回工作台重新选户，再做一份公示',
  notListed: '名单里没有这一户。请把它加回去；不公示这一户的，请回工作台重新选户',
} as const
