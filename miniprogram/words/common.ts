import type { WindowState } from '../../shared/publicity/model'

type Phase = WindowState['phase']

/** What every room says. Sentences stay within twenty characters; the last day always counts. */
export const common = {
  app: '阳光公示',
  tabs: { notices: '公示', catalog: '目录', services: '办事', mine: '我的' },
  back: '返回',
  example: '示例',
  provisional: '暂定',
  phase: {
    posted: '已张贴',
    open: '公示中',
    closing: '即将截止',
    closed: '已结束',
    'long-term': '长期公开',
  } satisfies Record<Phase, string>,
  withdrawn: '已撤回',
  dayOf: (day: number, total: number) => `第 ${day} 天，共 ${total} 天`,
  notBegun: (total: number) => `共 ${total} 天，还没开始算`,
  over: '公示已结束',
  noEnd: '长期公开，不撤下',
  retry: '再试一次',
  seeLast: '看上次的',
  loading: '正在打开',
  close: '关闭',
  offline: {
    title: '没连上网。',
    copy: (age: string) => `下面是 ${age} 存下的，天数按手机日期算。`,
    none: '连上网再看，手机里没有存过。',
  },
  age: {
    today: (time: string) => `今天 ${time}`,
    yesterday: (time: string) => `昨天 ${time}`,
    earlier: (date: string, time: string) => `${date} ${time}`,
  },
}
