import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { problemOf } from '../../cloud/errors'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Note } from '../../components/Note'
import { aria } from '../../platform/aria'
import { deskWords } from '../../words/desk'
import type { DraftKeeper, KeeperState } from './draft-keeper'
import { draftOf } from './opened'

type Props = { keeper: DraftKeeper; state: KeeperState }

const words = deskWords.save

/** Where what is written stands now: on the server, on the phone only, or against another's writing. */
export function SaveState({ keeper, state }: Props) {
  const { problem, draft, isSaving, isOnPhone } = state
  if (problem?.code === 'CONFLICT') return <Conflict keeper={keeper} state={state} />
  if (problem && !problem.passes) {
    return (
      <View className="save-note">
        <Note tone="closing">
          {words.failed(problem.message)}
          <Button
            small
            look="soft"
            word={words.retry}
            busyWord={isSaving ? words.saving : undefined}
            onTap={() => void keeper.save()}
          />
        </Note>
      </View>
    )
  }
  return (
    <View className="save" {...aria({ role: 'status' })}>
      <Icon name={problem ? 'cloud' : draft.isSent ? 'check' : 'redo'} small />
      {isOnPhone ? saidOf(state) : words.phoneFull}
    </View>
  )
}

function saidOf({ problem, draft, isSaving }: KeeperState): string {
  if (problem) return words.onPhone
  return draft.isSent && !isSaving ? words.saved : words.saving
}

/** Two have written the same draft: one of the two stays, and the person says which. */
function Conflict({ keeper, state }: Props) {
  const { id } = state.draft
  const [failed, setFailed] = useState('')
  const settle = async (take: 'theirs' | 'mine') => {
    const opened = await call('notices', 'open', { id })
    const theirs = draftOf(opened)
    const { draft } = keeper.snapshot()
    if (take === 'theirs') keeper.settle(theirs, opened.gaps)
    else keeper.settle({ ...draft, version: theirs.version, unanswered: null, isSent: false }, [])
    await keeper.save()
  }
  const trying = (take: 'theirs' | 'mine') => () =>
    settle(take).catch(error => setFailed(problemOf(error).message))
  return (
    <View className="save-note" {...aria({ role: 'alert' })}>
      <Note tone="closing">
        <View className="b">{words.conflict}</View>
        <View>{words.conflictWhy}</View>
        {failed ? <View className="b">{failed}</View> : null}
        <View className="save-choices">
          <Button small look="soft" word={words.takeTheirs} onTap={trying('theirs')} />
          <Button small look="soft" word={words.keepMine} onTap={trying('mine')} />
        </View>
      </Note>
    </View>
  )
}
