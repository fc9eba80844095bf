export type CalendarErrorCode =
  | 'date-invalid'
  | 'instant-invalid'
  | 'time-invalid'
  | 'days-invalid'
  | 'date-out-of-range'
  | 'schedule-invalid'

/** A date, an instant, a number of days or a schedule that cannot be reckoned with; the message is for the reader. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError'

  constructor(
    readonly code: CalendarErrorCode,
    message: string,
  ) {
    super(message)
  }
}
