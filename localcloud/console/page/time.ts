import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

const BEIJING_HOURS = 8

/** An instant in Beijing time, as 2026-10-08 09:00:00. */
export function beijing(instant: string): string {
  return dayjs.utc(instant).add(BEIJING_HOURS, 'hour').format('YYYY-MM-DD HH:mm:ss')
}

/** The same for an input that wants a T between date and time. */
export function beijingInput(instant: string): string {
  return dayjs.utc(instant).add(BEIJING_HOURS, 'hour').format('YYYY-MM-DDTHH:mm:ss')
}

/** The instant of a Beijing time that was typed, as 2026-10-08T09:00 or with seconds; null where it is none. */
export function instantTyped(text: string): string | null {
  const typed = dayjs.utc(text).subtract(BEIJING_HOURS, 'hour')
  return typed.isValid() ? typed.toISOString() : null
}
