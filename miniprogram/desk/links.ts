import Taro from '@tarojs/taro'

/** Where the pages of the desk are. */
export const deskUrl = {
  cases: (unit: string) => `/desk/cases/index?unit=${encodeURIComponent(unit)}`,
  case: (id: string) => `/desk/case/index?id=${id}`,
  /** Where the household's materials are handed in, here by those who do it for them. */
  handIn: (id: string) => `/pages/application/index?id=${id}`,
  together: '/desk/together/index',
  start: (unit: string, district: string) =>
    `/desk/start/index?unit=${encodeURIComponent(unit)}&district=${district}`,
  register: (unit: string) => `/desk/register/index?unit=${encodeURIComponent(unit)}`,
  compose: (unit: string, draft: string) =>
    `/desk/compose/index?unit=${encodeURIComponent(unit)}&id=${draft}`,
  notice: (id: string) => `/pages/notice/index?id=${id}`,
}

/** The list lies behind, unless the page was opened by its address. */
export function backOr(url: string): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else Taro.redirectTo({ url })
}
