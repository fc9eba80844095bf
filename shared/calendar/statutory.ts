/**
 * The days off that the law itself fixes on a date of the solar calendar:
 * 全国年节及纪念日放假办法（2024年修订）第二条: 元旦 1月1日, 劳动节 5月1日、2日, 国庆节 10月1日、2日、3日.
 * Of 劳动节 only the first day is listed: the second was added in 2025, and older schedules do without it.
 */
export const STATUTORY_DAYS = [
  { monthDay: '01-01', name: '元旦' },
  { monthDay: '05-01', name: '劳动节' },
  { monthDay: '10-01', name: '国庆' },
  { monthDay: '10-02', name: '国庆' },
  { monthDay: '10-03', name: '国庆' },
] as const
