import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { DraftGap } from '../../../shared/contract/notices'
import { call } from '../../cloud/call'
import { problemOf } from '../../cloud/errors'
import { serverNow } from '../../cloud/server-time'
import { keepDraft } from '../phone-drafts'
import type { Contents, Draft } from './draft'
import { DraftKeeper, type KeeperState, type KeeperWays } from './draft-keeper'

const ways: KeeperWays = { send, keep: keepDraft, problemOf, now: serverNow }

/** A keeper for the draft of this page; what is not sent yet goes out when the page is left. */
export function useKeeper(draft: Draft, gaps: DraftGap[]): { keeper: DraftKeeper; state: KeeperState } {
  const [keeper] = useState(() => new DraftKeeper(draft, gaps, ways))
  const state = useSyncExternalStore(keeper.listen, keeper.snapshot)
  useDidHide(() => keeper.leave())
  useDidShow(() => keeper.takeUp())
  useEffect(() => {
    keeper.takeUp()
    return () => keeper.leave()
  }, [keeper])
  return { keeper, state }
}

async function send({ id, unit, district, version }: Draft, contents: Contents) {
  const answer = await call('notices', 'draft', {
    id,
    unit,
    district,
    ...contents,
    ...(version === null ? {} : { version }),
    ...(TRIAL ? { example: true } : {}),
  })
  return { version: answer.draft.version, gaps: answer.gaps }
}
