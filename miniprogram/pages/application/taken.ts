import type { KeptFile } from '../../files/kept-file'

/** Photos taken for an application and not yet handed in, by the material they are of. */
export type Taken = Readonly<Record<string, readonly KeptFile[]>>

/** Of what was asked for, what nothing has been taken of. */
export function lackingOf(asked: readonly string[], taken: Taken): string[] {
  return asked.filter(kind => (taken[kind] ?? []).length === 0)
}
