import { useState } from 'react'
import type { CasePage } from '../../../shared/application/page'
import { call } from '../../cloud/call'
import { problemOf } from '../../cloud/errors'
import { caseWords } from '../../words/desk-cases'
import { newDraftId } from '../compose/draft'
import { type ActOffer, handlingOf, recordOf } from './handling'
import type { KeptDraft } from './use-act-draft'

type Ways = {
  onDone: (page: CasePage) => void
  /** Somebody may have been faster: the case is asked for anew, what was written stays. Answers whether it changed. */
  onConflict: () => Promise<boolean>
}

export type Acting = {
  isBusy: boolean
  said: string
  send: (page: CasePage, offer: ActOffer, kept: KeptDraft) => Promise<void>
  say: (text: string) => void
}

/** Sends one way once; a lost answer and a conflict leave everything as it was written. */
export function useActing({ onDone, onConflict }: Ways): Acting {
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  // The same objection keeps its id until it went through, so that it is recorded once.
  const [objectionId, setObjectionId] = useState(newDraftId)

  const send = async (page: CasePage, offer: ActOffer, { draft }: KeptDraft) => {
    if (isBusy) return
    setBusy(true)
    setSaid('')
    try {
      const record = recordOf(offer, draft, page.recordForm)
      const answer = await call('applications', 'act', {
        id: page.id,
        version: page.version,
        as: offer.as,
        handling: handlingOf(offer, draft, page.told, objectionId),
        ...(record ? { record } : {}),
      })
      setObjectionId(newDraftId())
      onDone(answer.case)
    } catch (error) {
      const { code, message, passes } = problemOf(error)
      const mayHaveArrived = passes && code !== 'OFFLINE' && code !== 'BUSY'
      if (code === 'CONFLICT') {
        const hasChanged = await onConflict()
        setSaid(hasChanged ? caseWords.one.changed : message)
      } else setSaid(mayHaveArrived ? caseWords.one.lost : message)
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, said, send, say: setSaid }
}
