import { BadCron, isDueAt, parseCron } from '../../../localcloud/timers/cron'

const isDue = (expression: string, beijing: string) =>
  isDueAt(parseCron(expression), Date.parse(`${beijing}+08:00`))

test.each([
  ['every minute', '0 * * * * * *', '2026-10-08T09:07:00', true],
  ['every minute, not in between', '0 * * * * * *', '2026-10-08T09:07:01', false],
  ['second 20 of each minute', '20 * * * * * *', '2026-10-08T09:07:20', true],
  ['nine in the morning, Beijing time', '0 0 9 * * * *', '2026-10-08T09:00:00', true],
  ['not nine in UTC', '0 0 9 * * * *', '2026-10-08T17:00:00', false],
  ['every five minutes', '0 */5 * * * * *', '2026-10-08T09:25:00', true],
  ['not at minute 26', '0 */5 * * * * *', '2026-10-08T09:26:00', false],
  ['from minute 10 on by 20', '0 10/20 * * * * *', '2026-10-08T09:50:00', true],
  ['working hours', '0 0 9-17 * * * *', '2026-10-08T17:00:00', true],
  ['a list of hours', '0 0 9,18 * * * *', '2026-10-08T18:00:00', true],
  ['the first of a month', '0 0 0 1 * * *', '2026-11-01T00:00:00', true],
  ['Mondays', '0 0 9 * * 1 *', '2026-10-12T09:00:00', true],
  ['7 is Sunday', '0 0 9 * * 7 *', '2026-10-11T09:00:00', true],
  ['the 15th or a Monday', '0 0 9 15 * 1 *', '2026-10-15T09:00:00', true],
  ['only in 2027', '0 * * * * * 2027', '2026-10-08T09:07:00', false],
])('%s: %s at %s is %s', (_says, expression, beijing, expected) => {
  expect(isDue(expression, beijing)).toBe(expected)
})

test.each([
  '* * * * *',
  '60 * * * * * *',
  '0 0 24 * * * *',
  'x * * * * * *',
  '0 */0 * * * * *',
  '0 9-8 * * * * *',
])('the platform would not take %s', expression => {
  expect(() => parseCron(expression)).toThrow(BadCron)
})
