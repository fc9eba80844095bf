/** What is said about messages: how many are left, what was refused, how to change it. */
export const subscribeWords = {
  unitTitle: '有新公示，微信告诉我',
  left: (count: number) => `还能收 ${count} 条`,
  none: '加 1 条，就能收 1 条',
  add: '加 1 条',
  tellMe: '有新公示告诉我',
  beforeClose: '结束前提醒我',
  again: '再加 1 条提醒',
  busy: '正在记',
  granted: '记下了，到时候微信告诉您。',
  refused: '没有记。想收的时候再点一次就行。',
  banned: '微信里关掉了提醒。打开右上角“…”，进“设置”里的“通知管理”就能改。',
  unfollowed: '不再提醒了。',
}

/** The box that stands for WeChat's own in a trial; in no other build. */
export const trialWords = { title: '试用：微信会这样问您', allow: '允许', refuse: '不用' }
