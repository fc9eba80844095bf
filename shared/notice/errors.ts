/** A notice that has no public page: a draft without a window, or an answer meant for one applicant. */
export class NoticeNotPublicError extends Error {
  override readonly name = 'NoticeNotPublicError'

  constructor(readonly noticeId: string) {
    super('这条公示还没有张贴，或者只给申请人本人看，不能公开')
  }
}
