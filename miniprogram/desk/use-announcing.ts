import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../cloud/call'
import { problemOf } from '../cloud/errors'
import { newDraftId } from './compose/draft'
import { deskUrl } from './links'

export type Announcing = {
  /** The key of the way that is being prepared, or null. */
  busyWith: string | null
  said: string
  /** Makes the draft of the notice and goes on with it on the compose page. */
  announce: (cases: string[], as: string, key: string) => Promise<void>
}

/** The draft keeps its id until it was made, so that a lost answer makes no second one. */
export function useAnnouncing(): Announcing {
  const [busyWith, setBusyWith] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [draft, setDraft] = useState(newDraftId)

  const announce = async (cases: string[], as: string, key: string) => {
    if (busyWith !== null) return
    setBusyWith(key)
    setSaid('')
    try {
      const { unit, noticeId } = await call('applications', 'announce', { cases, as, draft })
      setDraft(newDraftId())
      await Taro.navigateTo({ url: deskUrl.compose(unit, noticeId) })
    } catch (error) {
      setSaid(problemOf(error).message)
    } finally {
      setBusyWith(null)
    }
  }
  return { busyWith, said, announce }
}
