export type PublicityErrorCode =
  | 'days-invalid'
  | 'days-too-many'
  | 'window-shortened'
  | 'window-has-no-end'
  | 'window-number-invalid'

/** A window or deadline that may not be set so; the message tells the reader what to do. */
export class PublicityError extends Error {
  override readonly name = 'PublicityError'

  constructor(
    readonly code: PublicityErrorCode,
    message: string,
  ) {
    super(message)
  }
}
