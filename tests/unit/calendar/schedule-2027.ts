import type { YearSchedule } from '../../../shared/calendar/model'

/** A schedule as one for 2027 might read; made up for the tests, the State Council's own has not been seen. */
export const TRIAL_2027: YearSchedule = {
  year: 2027,
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-12' },
    { name: '清明', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeupDays: ['2027-01-30', '2027-02-14', '2027-04-25', '2027-05-08', '2027-09-26', '2027-10-09'],
  source: '试验用，不是国务院办公厅的安排',
}

/** New Year's Day is bridged to Tuesday 5 January and made up on two Saturdays: more days off than thought. */
export const TRIAL_2027_LONG_NEW_YEAR: YearSchedule = {
  ...TRIAL_2027,
  holidays: TRIAL_2027.holidays.map(holiday =>
    holiday.name === '元旦' ? { ...holiday, to: '2027-01-05' } : holiday,
  ),
  makeupDays: ['2027-01-09', '2027-01-16', ...TRIAL_2027.makeupDays],
}

/** Sunday 3 January is worked for a longer Spring Festival: more working days than thought. */
export const TRIAL_2027_WORKED_SUNDAY: YearSchedule = {
  ...TRIAL_2027,
  holidays: TRIAL_2027.holidays.map(holiday =>
    holiday.name === '元旦' ? { ...holiday, to: '2027-01-02' } : holiday,
  ),
  makeupDays: ['2027-01-03', ...TRIAL_2027.makeupDays],
}

/** As in 2007 and 2018: the New Year's notice reaches back into the year before. */
export const TRIAL_2027_FROM_DECEMBER: YearSchedule = {
  ...TRIAL_2027,
  holidays: TRIAL_2027.holidays.map(holiday =>
    holiday.name === '元旦' ? { name: '元旦', from: '2026-12-31', to: '2027-01-02' } : holiday,
  ),
  makeupDays: ['2027-01-03', ...TRIAL_2027.makeupDays],
}
