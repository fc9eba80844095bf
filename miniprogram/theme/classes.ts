/** Joins class names, leaving out what does not apply: every character of them is sent to the phone's view. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
