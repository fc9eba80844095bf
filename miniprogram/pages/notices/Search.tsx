import { View } from '@tarojs/components'
import { type PropsWithChildren, useEffect, useState } from 'react'
import type { Instant } from '../../../shared/calendar/model'
import { TextBox } from '../../components/Field/boxes'
import { boardWords } from '../../words/board'
import { NoticeList } from './NoticeList'
import { useFoundNotices } from './use-notice-pages'

/** Typing goes on for a moment after each character; only then is the server asked. */
const PAUSE_MS = 500

/** Search over the notices of the district. Until a word is written, what is there stays (`children`). */
export function Search({ district, now, children }: PropsWithChildren<{ district: string; now: Instant }>) {
  const [typed, setTyped] = useState('')
  const word = useSettled(typed.trim())
  const found = useFoundNotices({ district, word })
  return (
    <View>
      <View className="board-find">
        <TextBox
          label={boardWords.search}
          placeholder={boardWords.searchHint}
          value={typed}
          maxLength={30}
          onChange={setTyped}
        />
      </View>
      {word ? (
        <NoticeList
          list={found}
          now={now}
          empty={boardWords.foundNothing(word)}
          emptyWhy={boardWords.foundNothingWhy}
        />
      ) : (
        children
      )}
    </View>
  )
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
