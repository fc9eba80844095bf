import '../parts.scss'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useLoaded } from '../../cloud/use-loaded'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { TextBox } from '../../components/Field/boxes'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { Tap } from '../../components/Tap'
import { readParam } from '../../platform/address'
import { caseWords } from '../../words/desk-cases'
import { applyUrl, type Start, startGroups } from './starts'

const words = caseWords.start
/** So many are seen at a glance. */
const FEW = 6

/** 帮人开办: what the caller may begin for others, opened with `?unit=&district=`. */
export default function StartPage() {
  const { unit: written, district = '' } = useRouter().params
  const unit = readParam(written)
  const loaded = useLoaded(unit ? `starts:${unit}` : null, () => call('applications', 'starts', { unit }))
  const [word, setWord] = useState('')
  const { data, problem } = loaded
  return (
    <Page title={words.page} copyFrom={loaded.copyFrom ?? undefined}>
      {data && data.starts.length > 0 ? (
        <>
          {data.starts.length > FEW ? (
            <View className="find">
              <TextBox
                label={words.find}
                placeholder={words.findHint}
                value={word}
                maxLength={20}
                onChange={setWord}
              />
            </View>
          ) : null}
          <Groups starts={data.starts} word={word.trim()} unit={unit} district={district} />
        </>
      ) : data || unit === '' ? (
        <EmptyState icon="paper" title={words.nothing} text={words.nothingWhy} />
      ) : problem ? (
        <ErrorState
          title={problem.title}
          text={problem.message}
          onRetry={() => void loaded.reload()}
          onSeeLast={loaded.seeCopy}
        />
      ) : (
        <SheetSkeleton />
      )}
    </Page>
  )
}

type GroupsProps = { starts: Start[]; word: string; unit: string; district: string }

function Groups({ starts, word, unit, district }: GroupsProps) {
  const groups = startGroups(starts, word)
  if (groups.length === 0) {
    return <EmptyState icon="search" title={words.notFound(word)} text={words.notFoundWhy} />
  }
  return (
    <>
      {groups.map(group => (
        <View key={group.way}>
          <View className="section">{words.way[group.way]}</View>
          <View className="lines">
            {group.starts.map(start => (
              <Tap
                className="line"
                role="link"
                key={`${start.procedureId}|${start.step}|${start.body}`}
                onTap={() => Taro.navigateTo({ url: applyUrl(district, unit, start) })}
              >
                <View className="grow">
                  <View className="b">{start.procedureName}</View>
                  <View className="s c2">{words.as(words.for[start.subject], start.name)}</View>
                </View>
                <Icon name="right" small className="c3" />
              </Tap>
            ))}
          </View>
        </View>
      ))}
    </>
  )
}
