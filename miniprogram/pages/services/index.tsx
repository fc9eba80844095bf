import './index.scss'
import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useOutbox } from '../../applying/outbox'
import { holder, keptDrafts } from '../../applying/phone-drafts'
import type { Sender } from '../../applying/sender'
import { call } from '../../cloud/call'
import { useServerNow } from '../../cloud/server-time'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { ErrorState } from '../../components/ErrorState'
import { ChoiceField } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { RoofLine } from '../../components/Roof'
import { Sheet } from '../../components/Sheet'
import { SheetSkeleton } from '../../components/Skeleton'
import { Tap } from '../../components/Tap'
import { servicesWords as words } from '../../words/application'
import { common } from '../../words/common'
import { useDistrict } from '../catalog/use-catalog'
import { Drafts } from './Drafts'
import { trackUrl } from './links'
import { MyApplications } from './MyApplications'
import { Offered } from './Offered'

/** 办事: one's own applications, and what one can apply for in a district. */
export default function Services() {
  const { districts, district, choose, problem, retry } = useDistrict()
  const [isChoosing, setChoosing] = useState(false)
  const outbox = useOutbox()
  const now = useServerNow()
  const mine = useLoaded(`applications:${holder()}`, () => call('applications', 'mine', {}))
  const offered = useLoaded(district ? `procedures:${district.id}` : null, () =>
    call('applications', 'procedures', { district: district?.id ?? '' }),
  )
  const reload = () => {
    if (mine.data || mine.problem) void mine.reload()
    if (offered.problem || offered.copyFrom) void offered.reload()
  }
  const sentNow = useSentLater(outbox, () => reload())
  // What was written on another page is read anew when this one is shown again.
  const [, setShown] = useState(0)
  useDidShow(() => {
    setShown(before => before + 1)
    reload()
  })

  return (
    <Page
      title={common.app}
      tab="services"
      copyFrom={mine.copyFrom ?? offered.copyFrom ?? undefined}
      roof={
        <View className="row services-roof">
          <Tap
            className="services-place"
            label={district ? `${district.name}，${words.changeDistrict}` : words.title}
            onTap={() => setChoosing(!isChoosing)}
          >
            <RoofLine>
              <Text>{district?.name ?? words.title}</Text>
              {district ? <Icon name="down" className="services-down" /> : null}
            </RoofLine>
          </Tap>
          <Button
            small
            look="roof"
            icon="search"
            word={words.track}
            onTap={() => Taro.navigateTo({ url: trackUrl })}
          />
        </View>
      }
    >
      {isChoosing && districts && district ? (
        <Sheet className="choices-sheet">
          <ChoiceField
            label={words.district}
            value={district.id}
            options={districts.map(({ id, name }) => ({ value: id, word: name }))}
            onChange={id => {
              choose(id)
              setChoosing(false)
            }}
          />
        </Sheet>
      ) : null}
      <Drafts drafts={keptDrafts()} outbox={outbox} sentNow={sentNow} now={now} />
      <MyApplications mine={mine} now={now} />
      {problem ? <ErrorState title={problem.title} text={problem.message} onRetry={retry} /> : null}
      {district && offered.data ? (
        <Offered key={district.id} district={district.id} procedures={offered.data.procedures} />
      ) : offered.problem ? (
        <ErrorState
          title={offered.problem.title}
          text={offered.problem.message}
          onRetry={() => void offered.reload()}
          onSeeLast={offered.seeCopy}
        />
      ) : problem ? null : (
        <SheetSkeleton count={2} />
      )}
    </Page>
  )
}

/** How many went out by themselves since the page was opened; told at each, to read the list anew. */
function useSentLater(outbox: Sender, onSent: () => void): number {
  const [before] = useState(outbox.sentLater)
  const count = outbox.sentLater
  const told = useRef(onSent)
  told.current = onSent
  useEffect(() => {
    if (count > before) told.current()
  }, [count, before])
  return count - before
}
