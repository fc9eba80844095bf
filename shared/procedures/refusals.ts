/** Why an action is not taken, and what to do; one sentence a code. */
const SENTENCES = {
  'other-procedure': '这件事是按另一版流程开始的，请按原来那一版办',
  ended: '这件事已经办结，不能再改',
  'time-reversed': '时间比上一步还早，请刷新后再试',
  'not-a-start': '不能从这一步开始，请按流程的第一步开始',
  'wrong-actor': '这一步不由您办，请交给办理人',
  'wrong-step': '现在这一步不能这样办，请刷新，看看办到哪一步了',
  'remark-missing': '请写明原因',
  'items-missing': '请把要补的材料一次写全',
  'told-already': '要补的材料已经一次告知过，不能再添新的；原来没补的可以再要',
  'grounds-missing': '不予通过要写明理由、依据的条款和到哪里申诉',
  'paid-already': '已经发放，不能撤回；要停止请找办理人',
  'begun-already': '这一步已经开始办了',
  'too-early': '还没到最短的天数，不能往下走',
  'notice-missing': '公示还没有张贴，请先张贴',
  'window-open': '公示期还没有满，要等期满',
  'window-too-short': '公示期比规定的短，请按规定的天数张贴',
  'window-endless': '长期公开的公告没有期满的一天，请换成有公示期的公告',
  'window-before-step': '公告张贴的时间不对：要在到了公示这一步以后，不能是将来',
  'window-closed': '公示期已经满了，不能再改；要重新公示，先转到复核',
  'other-notice': '这一步已经张贴了另一条公告，请用原来那条更正',
  'no-window': '现在没有在公示，异议请在公示期内提',
  'no-objection': '没有人提异议，不用复核',
  'objection-not-taken': '这次公布不收异议',
  'objection-known': '这条异议已经记过了',
  'objection-unknown': '没有这条异议，请刷新后再试',
  'objection-unanswered': '有异议还没有书面答复，答复以后才能往下走',
  'objection-upheld': '异议成立，要先复核，不能直接往下走',
  'answer-missing': '请写上书面答复',
  'answered-already': '这条异议已经答复过了',
  'event-unknown': '这个流程没有从这件事起算的期限',
  'choice-needed': '下一步有不止一条路，请办理人选一条',
} as const

export type RefusalCode = keyof typeof SENTENCES
export type Refusal = { code: RefusalCode; message: string }

export function refusal(code: RefusalCode): Refusal {
  return { code, message: SENTENCES[code] }
}
