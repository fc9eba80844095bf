/** Who a function is called for. The platform knows; the request never says. */
export interface Caller {
  /** Set for a person who came through WeChat. */
  readonly openid?: string
  /** Set for every signed-in person, WeChat or web. */
  readonly uuid?: string
  readonly isAnonymous: boolean
  readonly source: 'wx_client' | 'tcb_http' | 'timer' | 'scf'
}

export const TIMER_CALLER: Caller = { isAnonymous: false, source: 'timer' }
export const FUNCTION_CALLER: Caller = { isAnonymous: false, source: 'scf' }

/** The variables of one call, under the names that the SDKs read. */
export function callVariables(
  caller: Caller,
  wx: { readonly appid: string; readonly apiToken: string },
): Record<string, string> {
  const isTimer = caller.source === 'timer'
  const person: Record<string, string> = {}
  if (caller.openid) person.WX_OPENID = caller.openid
  const platform: Record<string, string> = { TCB_SOURCE: caller.source }
  if (caller.uuid) platform.TCB_UUID = caller.uuid
  if (caller.isAnonymous) platform.TCB_ISANONYMOUS_USER = 'true'
  const token: Record<string, string> = isTimer
    ? { WX_TRIGGER_API_TOKEN_V0: wx.apiToken, TRIGGER_SRC: 'timer' }
    : { WX_API_TOKEN: wx.apiToken }
  const wxVariables = { ...person, WX_APPID: wx.appid, ...token }
  const wxKeys = Object.keys(wxVariables).filter(key => key.startsWith('WX_'))
  return {
    ...wxVariables,
    ...platform,
    WX_CONTEXT_KEYS: wxKeys.join(','),
    TCB_CONTEXT_KEYS: Object.keys(platform).join(','),
  }
}
