/** What the pages of notices say. */
export const noticeWords = {
  /** A list of 公示 need not say 公示 at the end of each title. */
  listTitle: (title: string) => title.replace(/公示$/, ''),
  postedOn: (date: string) => `${date}张贴`,
  households: (count: number) => `${count} 户`,
  seal: ['公', '示'],
  plain: {
    title: '先看明白',
    what: '这是什么',
    aboutMe: '和我有关吗',
    until: '到哪天',
    canDo: '我能做什么',
  },
  names: {
    title: (total: number) => `名单，共 ${total} 行`,
    number: '号',
    more: (total: number) => `看全部 ${total} 行`,
    less: '收起来',
    masked: '名字和号码用 * 遮住一部分。',
    goneFrom: (date: string) => `${date}起，名单不再显示。`,
    stays: '这份名单长期公开。',
    retired: '公示结束，名单已按规定撤下。',
    elsewhere: '名单只贴在村务公开栏，请到村里看。',
  },
}
