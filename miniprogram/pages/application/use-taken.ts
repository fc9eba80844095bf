import { useState } from 'react'
import { forgetFile, type KeptFile } from '../../files'
import { forgetTaken, keepTaken, takenBefore } from './hand-in'
import type { Taken } from './taken'

export type TakenFiles = {
  taken: Taken
  add: (kind: string, files: KeptFile[]) => void
  remove: (kind: string, file: KeptFile) => void
  /** After they were handed in. */
  clear: () => void
}

/** The photos taken for an application, kept on the phone until they are handed in. */
export function useTaken(application: string): TakenFiles {
  const [taken, setTaken] = useState<Taken>(() => takenBefore(application))

  const change = (kind: string, next: (files: readonly KeptFile[]) => readonly KeptFile[]) =>
    setTaken(before => {
      const after = { ...before, [kind]: next(before[kind] ?? []) }
      keepTaken(application, after)
      return after
    })

  return {
    taken,
    add: (kind, files) => change(kind, before => [...before, ...files]),
    remove(kind, file) {
      change(kind, before => before.filter(one => one.id !== file.id))
      void forgetFile(file.local)
    },
    clear() {
      setTaken({})
      void forgetTaken(application, taken)
    },
  }
}
