import { useState } from 'react'
import { type ActDraft, emptyDraft } from './act-draft'
import { forgetActDraft, keepActDraft, keptActDraft } from './phone-act-drafts'

export type KeptDraft = {
  draft: ActDraft
  /** True where the phone had something written at this step before. */
  wasKept: boolean
  /** False where the phone has no room for it. */
  isOnPhone: boolean
  change: (change: Partial<ActDraft>) => void
  /** The step is left: what was written for it goes from the phone. */
  forget: () => void
  /** The step is left for a while: its record waits on the phone for the matter to come back. */
  keepRecord: () => void
}

/** What is written at one step, kept on the phone with every key; `starts` is what it begins with. */
export function useActDraft(key: string, starts: Partial<ActDraft>): KeptDraft {
  const [state, setState] = useState(() => begun(key, starts))
  // Another step has a draft of its own.
  const current = state.key === key ? state : begun(key, starts)
  if (current !== state) setState(current)

  const change = (next: Partial<ActDraft>) => {
    const draft = { ...current.draft, ...next }
    setState({ ...current, draft, isOnPhone: keepActDraft(key, draft) })
  }
  const forget = () => {
    forgetActDraft(key)
    setState(begun(key, starts))
  }
  const keepRecord = () => {
    const { record } = current.draft
    if (Object.keys(record).length === 0) return forget()
    keepActDraft(key, { ...emptyDraft, record })
    setState(begun(key, starts))
  }
  const { draft, wasKept, isOnPhone } = current
  return { draft, wasKept, isOnPhone, change, forget, keepRecord }
}

function begun(key: string, starts: Partial<ActDraft>) {
  const kept = keptActDraft(key)
  return { key, draft: kept ?? { ...emptyDraft, ...starts }, wasKept: kept !== null, isOnPhone: true }
}
