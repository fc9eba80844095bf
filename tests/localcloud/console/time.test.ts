import { beijing, beijingInput, instantTyped } from '../../../localcloud/console/page/time'

describe('times in the console', () => {
  test('are shown in Beijing’s zone, whatever the machine’s', () => {
    expect(beijing('2026-10-08T01:00:00.000Z')).toBe('2026-10-08 09:00:00')
    expect(beijing('2026-12-31T16:00:00.000Z')).toBe('2027-01-01 00:00:00')
  })

  test.each(['2026-10-08T01:00:00.000Z', '2026-12-31T15:59:59.000Z', '2028-02-28T16:00:00.000Z'])(
    '%s comes back as typed',
    instant => expect(instantTyped(beijingInput(instant))).toBe(instant),
  )

  test('are typed with or without seconds', () => {
    expect(instantTyped('2026-10-08T09:00')).toBe('2026-10-08T01:00:00.000Z')
    expect(instantTyped('2026-10-08T09:00:30')).toBe('2026-10-08T01:00:30.000Z')
  })

  test('an empty input is no time', () => {
    expect(instantTyped('')).toBeNull()
  })
})
