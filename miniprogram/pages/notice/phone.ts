import Taro from '@tarojs/taro'

/** The number in what stands for a phone, e.g. `0577-00000000（示例）`; empty where there is none. */
export function phoneIn(text: string): string {
  return /\d[\d-]{4,16}\d/.exec(text)?.[0] ?? ''
}

/** Opens the phone's own dialling pad; the person still presses call. */
export function callPhone(phone: string): void {
  Taro.makePhoneCall({ phoneNumber: phone }).catch(closedWithoutCalling)
}

/** WeChat reports closing the pad as a failure; nothing went wrong. */
function closedWithoutCalling() {}
