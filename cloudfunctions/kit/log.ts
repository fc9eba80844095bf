const LONG_DIGITS = /\d(?:[ -]?\d){6,}[\dXx]?/g

/** A text without what may be a phone, card or ID number. */
export function withoutNumbers(text: string): string {
  return text.replace(LONG_DIGITS, '*')
}

type Entry = { level: 'info' | 'warn' | 'error'; event: string; cause?: unknown } & Record<string, unknown>

/** Writes one line of JSON to the function's log, without personal data. */
export function log({ cause, ...entry }: Entry): void {
  const line = withoutNumbers(JSON.stringify({ ...entry, ...causeFields(cause) }))
  // biome-ignore lint/suspicious/noConsole: the platform collects a function's log from its console
  console.log(line)
}

function causeFields(cause: unknown): Record<string, unknown> {
  if (cause === undefined) return {}
  if (cause instanceof Error) return { cause: cause.message, stack: cause.stack }
  return { cause: String(cause) }
}
