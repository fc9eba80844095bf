import { createCalendar } from '../../../shared/calendar/work-calendar'
import { reckonDeadline } from '../../../shared/publicity/deadline'
import type { WindowRule } from '../../../shared/publicity/model'
import { periodWords, reckoningNotes } from '../../../shared/publicity/reckoning-words'
import { openWindow } from '../../../shared/publicity/window'
import { DISPUTED_SEVEN, morningOf, SEVEN_DAYS, SEVEN_WORKDAYS } from './rules'

const calendar = createCalendar()

function notesOf(rule: WindowRule, date: string, by = calendar, countPostingDay = false): string[] {
  const { reckoning } = openWindow({
    rule,
    postedAt: morningOf(date),
    calendar: by,
    number: 1,
    countPostingDay,
  })
  if (!reckoning) throw new Error('a timed rule has a reckoning')
  return reckoningNotes(reckoning).map(({ dates, text }) => `${dates}｜${text}`)
}

describe('why a window ends when it does, in words', () => {
  it('names the holiday, the make-up day and the weekend of 国庆 2026', () => {
    expect(notesOf(SEVEN_WORKDAYS, '2026-09-28')).toEqual([
      '9月28日 周一｜张贴当天不算',
      '10月1日—7日｜国庆放假，不算',
      '10月10日 周六｜调休上班，算 1 天',
      '10月11日 周日｜不算',
    ])
  })

  it('says a weekend of two days as one', () => {
    expect(notesOf(SEVEN_WORKDAYS, '2026-11-02')).toEqual([
      '11月2日 周一｜张贴当天不算',
      '11月7日—8日｜周末，不算',
    ])
  })

  it('says that the posting day counts where the district counts it', () => {
    expect(notesOf(SEVEN_WORKDAYS, '2026-11-02', calendar, true)[0]).toBe('11月2日 周一｜张贴当天算第 1 天')
  })

  it('says where the last day moved to, and lists no days off of a window in calendar days', () => {
    expect(notesOf(SEVEN_DAYS, '2026-09-25')).toEqual([
      '9月25日 周五｜张贴当天不算',
      '10月2日 周五｜最后一天赶上国庆放假，顺延到 10月8日 周四',
    ])
    expect(notesOf(SEVEN_DAYS, '2026-11-07')[1]).toBe('11月14日 周六｜最后一天是周六，顺延到 11月16日 周一')
    expect(notesOf(SEVEN_DAYS, '2026-11-08')[1]).toBe('11月15日 周日｜最后一天是周日，顺延到 11月16日 周一')
  })

  it('gives the district’s own reason for its own days', () => {
    const local = createCalendar({
      overrides: [
        { date: '2026-11-04', working: false, reason: '防台停工' },
        { date: '2026-11-07', working: true, reason: '补班' },
      ],
    })
    expect(notesOf(SEVEN_WORKDAYS, '2026-11-02', local)).toEqual([
      '11月2日 周一｜张贴当天不算',
      '11月4日 周三｜防台停工，不算',
      '11月7日 周六｜补班，算 1 天',
      '11月8日 周日｜不算',
    ])
  })

  it('says which reading of a disputed rule was taken, and where the other would have ended', () => {
    expect(notesOf(DISPUTED_SEVEN, '2026-09-28').slice(-2)).toEqual([
      '｜规定只写“七天”，没说是不是工作日。这里按工作日算，结束得晚一些，大家多些时间看。',
      '10月8日 周四｜按 7 个自然日算到这天，没有采用（江北文 3.4 写“七天”）',
    ])
  })

  it('does not claim a later end where both readings end alike', () => {
    const rule: WindowRule = {
      ...SEVEN_WORKDAYS,
      days: 1,
      dispute: { term: '一天', readings: [{ days: 1, unit: 'day', source: '甲' }] },
    }
    expect(notesOf(rule, '2026-11-02')[1]).toBe(
      '｜规定只写“一天”，没说是不是工作日。这里按工作日算，怎么算都是同一天结束。',
    )
  })

  it('says that the end is provisional, and from which day', () => {
    expect(notesOf(SEVEN_WORKDAYS, '2026-12-28')).toEqual([
      '12月28日 周一｜张贴当天不算',
      '1月1日 周五｜元旦放假，不算',
      '1月2日—3日｜周末，不算',
      '2026年12月29日起｜放假安排还没公布，日子可能变。公布后重新算，再告诉大家。',
    ])
  })

  it('names the event of a deadline, and sums up its weekends', () => {
    const rule = { days: 20, unit: 'workday', countsFrom: '形成之日', basis: '条例' } as const
    const notes = reckoningNotes(reckonDeadline(rule, '2026-11-02', calendar), '形成')
    expect(notes).toEqual([
      { dates: '11月2日 周一', text: '形成当天不算' },
      { dates: '周六、周日', text: '共 8 天，不算' },
    ])
  })

  it('says a period with its measure word', () => {
    expect(periodWords(7, 'workday')).toBe('7 个工作日')
    expect(periodWords(7, 'day')).toBe('7 天')
  })
})
