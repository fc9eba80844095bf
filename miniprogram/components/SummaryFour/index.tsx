import '../Sheet/index.scss'
import './index.scss'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { NoticePage } from '../../../shared/contract/notices'
import { noticeWords } from '../../words/notice'

type Props = {
  plain: NoticePage['plain']
  /** In the head, at the right. */
  side?: ReactNode
}

/** 先看明白: the four questions a villager has, above the official text. */
export function SummaryFour({ plain, side }: Props) {
  const words = noticeWords.plain
  const rows = [
    { question: words.what, answer: plain.what },
    { question: words.aboutMe, answer: plain.aboutMe },
    { question: words.until, answer: plain.until },
    { question: words.canDo, answer: plain.canDo },
  ].filter(row => row.answer !== '')
  return (
    <View className="sheet say">
      <View className="say-h">
        <View className="grow">{words.title}</View>
        {side}
      </View>
      <View className="say-b">
        {rows.map((row, index) => (
          <View className={`say-r ${index === rows.length - 1 ? 'say-last' : ''}`} key={row.question}>
            <View className="say-q">{row.question}</View>
            <View className="say-a">{row.answer}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
