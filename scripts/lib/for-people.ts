/** Says what is being done, while it is done, and how long it took; answers what `work` answers. */
export type Phase = <T>(title: string, work: () => Promise<T>) => Promise<T>

/** An error whose sentence tells the person at the keyboard what to do; no stack is shown for it. */
export class ErrorForPeople extends Error {
  readonly forPeople = true
}
