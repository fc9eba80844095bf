import { periodWords } from '../publicity/reckoning-words'

/** Sentences of a notice's page that its form does not hold. `{…}` are filled as in a form's own patterns. */

/** Where the window is counted in another way than the form's own sentence says. */
export const PUBLICITY_WORDS = {
  window: '公示期：{firstDay}至{closesOn}，共{windowN}{windowUnit}；{postingDay}，到最后一天24时止。',
  posted: '本公告自{postedOn}起张贴，至少保留{windowN}{windowUnit}；{postingDay}，到{closesOn}24时。',
  disputed: '（规定写“{disputedTerm}”，本公示按{windowUnitName}计算，截止较晚。）',
  withoutDeadline: '本信息于{postedOn}公开，不设公示期。',
  postingDayCounted: '张贴当天（{postedOn}）算第一天',
  postingDayNotCounted: '张贴当天（{postedOn}）不算',
}

export const OBJECTION_AFTER_CLOSE =
  '公示期已满。还有不同意见的，可以向{acceptUnit}反映，电话：{acceptPhone}；监督电话：{supervisionPhone}。'

export const WITHDRAWN_WITHOUT_REASON = '没有写明原因'

/** The plain lines of a notice whose text is no longer what it was. */
export const PLAIN_WORDS = {
  closedButKept: '已经结束（{closesOn}）。内容还能看。',
  namesGone: '名字已经收起来了。想问自己家的，打 {acceptPhone}。',
  afterClose: '公示期过了。还有不同意见，打 {supervisionPhone} 反映。',
  withdrawnWhat: '这张公示收回来了，原文不再提供。',
  withdrawnAboutMe: '看过那张的，先不算数。',
  withdrawnCanDo: '有疑问，打 {acceptPhone}。手里有照片、截图的，请删掉，别再转发。',
}

export const DAY_UNIT_WORDS = {
  workday: { unit: '个工作日', name: '工作日' },
  day: { unit: '天', name: '自然日' },
}

/** 公示期共 7 个工作日，今天是第 3 天。 Beside days counted off the wall calendar. */
export function workdayNote(day: number, total: number): string {
  const whole = `公示期共 ${periodWords(total, 'workday')}`
  return day === 0 ? `${whole}。` : `${whole}，今天是第 ${day} 个。`
}

export const MINOR_WORDS = { unnamed: '未成年人，不列名', caseNo: (caseNo: string) => `受理编号 ${caseNo}` }

/** What was changed after posting, one sentence each. */
export const CHANGE_WORDS = {
  corrected: (what: string, reason: string) => `更正：${what}。公示期重新计算。${because(reason)}`,
  slipCorrected: (what: string, reason: string) => `改正笔误：${what}。公示期不变。${because(reason)}`,
  lengthened: (from: string, to: string, reason: string) =>
    `公示期加长：截止日由${from}改为${to}。${because(reason)}`,
  settledChanged: (from: string, to: string) => `放假安排已公布，公示期重新计算：截止日由${from}改为${to}。`,
  settledSame: (to: string) => `放假安排已公布，截止日已算准，仍是${to}。`,
  stillUnsettled: (to: string) => `按新的放假安排重新计算，截止日是${to}，仍是暂定。`,
  withdrawn: (reason: string) => `撤回。原因：${reason}。`,
  fieldChanged: (label: string, from: string, to: string) => `“${label}”原为“${from}”，改为“${to}”`,
  fieldRewritten: (label: string) => `改写了“${label}”`,
  listChanged: '改了名单',
  titleChanged: '改了标题',
  unnamed: '内容有改动',
}

function because(reason: string): string {
  return reason === '' ? '' : `原因：${reason}。`
}
