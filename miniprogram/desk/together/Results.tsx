import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { caseWords } from '../../words/desk-cases'
import { backOr, deskUrl } from '../links'
import type { Result } from './results'

type Props = { results: Result[]; unit: string }

const words = caseWords.together

/** What went through and what did not, each with its reason. */
export function Results({ results, unit }: Props) {
  const done = results.filter(result => result.done)
  const failed = results.filter(result => !result.done)
  return (
    <Page
      title={words.page}
      footer={<Button word={words.toList} onTap={() => backOr(deskUrl.cases(unit))} />}
    >
      {failed.length > 0 ? (
        <Sheet title={words.failed(failed.length)} icon="warn">
          <View className="s c2">{words.failedWhy}</View>
          {failed.map(({ id, name, message }) => (
            <Tap
              className="result"
              role="link"
              key={id}
              onTap={() => Taro.navigateTo({ url: deskUrl.case(id) })}
            >
              <View className="grow">
                <View className="b">{name}</View>
                <View className="s t-closing">{message}</View>
              </View>
              <Icon name="right" small className="c3" />
            </Tap>
          ))}
        </Sheet>
      ) : null}
      {done.length > 0 ? (
        <Sheet title={failed.length === 0 ? words.allDone : words.results(done.length)} icon="tick">
          {done.map(({ id, name }) => (
            <Tap
              className="result"
              role="link"
              key={id}
              onTap={() => Taro.navigateTo({ url: deskUrl.case(id) })}
            >
              <View className="grow">{name}</View>
              <Icon name="tick" small className="t-open" />
            </Tap>
          ))}
        </Sheet>
      ) : null}
    </Page>
  )
}
