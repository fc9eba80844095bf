import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { dateWords, weekdayWords } from '../../../shared/calendar/words'
import type { PublicityWindow } from '../../../shared/publicity/model'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { Sheet } from '../../components/Sheet'
import { StepBar } from '../../components/StepBar'
import { aria } from '../../platform/aria'
import { deskWords } from '../../words/desk'
import { caseWords } from '../../words/desk-cases'

export type PostedNotice = {
  id: string
  title: string
  channels: string[]
  window: PublicityWindow
  /** How many cases it is of; 0 for a notice that nobody applied for. */
  cases: number
}

const words = deskWords.done

/** The last step: it hangs, until when, and where else it must hang. */
export function Posted({ posted }: { posted: PostedNotice }) {
  const { id, title, channels, window, cases } = posted
  return (
    <Page
      title={deskWords.post}
      footer={
        <>
          <Button look="line" word={cases > 0 ? caseWords.compose.back : words.toDesk} onTap={toDesk} />
          <Button
            icon="eye"
            word={words.see}
            onTap={() => Taro.redirectTo({ url: `/pages/notice/index?id=${id}` })}
          />
        </>
      }
    >
      <StepBar steps={deskWords.steps} current={3} />
      <Sheet className="posted">
        <Icon name="tick" className="posted-icon t-open" />
        <View className="posted-title" {...aria({ role: 'status' })}>
          {words.title}
        </View>
        <View className="b">{title}</View>
        <View className="c2 posted-until">
          {window.reckoning ? (
            <>
              <Text>{words.until} </Text>
              <Text className="b c1">{dateWords(window.reckoning.lastDay)}</Text>
              <Text>{` ${weekdayWords(window.reckoning.lastDay)}，${words.dayCounts}`}</Text>
            </>
          ) : (
            words.longTerm
          )}
        </View>
        {cases > 0 ? <View className="why">{caseWords.compose.running(cases)}</View> : null}
        {channels.length > 0 ? <View className="why">{words.channels(channels.join('、'))}</View> : null}
      </Sheet>
    </Page>
  )
}

/** The desk, or the cases it came from, lie behind this page, unless the page was opened by its address. */
function toDesk() {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else Taro.redirectTo({ url: '/desk/home/index' })
}
