/** An error as WeChat answers it: `{ errcode, errmsg }`. */
export class WxError extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(`${errcode} ${errmsg}`)
  }
}

/** What WeChat says for the codes that a developer may choose as a fault. */
export const wxMessages = new Map<number, string>([
  [-1, 'system error'],
  [40001, 'invalid credential, access_token is invalid or not latest'],
  [40003, 'invalid openid'],
  [40014, 'invalid access_token'],
  [40037, 'invalid template_id'],
  [40038, 'reach the daily limit of long-term subscription messages'],
  [40129, 'invalid scene'],
  [41030, 'invalid page'],
  [43101, 'user refuse to accept the msg'],
  [43107, 'subscribe message ability is banned'],
  [43108, 'concurrent send to the same user'],
  [45009, 'reach max api daily quota limit'],
  [45168, 'sensitive word in the message'],
  [47003, 'argument invalid!'],
])

export function wxError(errcode: number, detail = ''): WxError {
  return new WxError(errcode, [wxMessages.get(errcode) ?? 'error', detail].filter(Boolean).join(' '))
}
