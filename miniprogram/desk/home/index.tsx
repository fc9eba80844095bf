import './index.scss'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useLoaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { ChoiceField } from '../../components/Field'
import { Page } from '../../components/Page'
import { RoofLine } from '../../components/Roof'
import { CardSkeleton } from '../../components/Skeleton'
import { deskWords } from '../../words/desk'
import { Desk } from './Desk'
import { type Office, officesOf } from './offices'

/** 工作台: what waits at a unit, what it is writing and what it has posted. */
export default function DeskHome() {
  const me = useLoaded('me', () => call('members', 'me', {}))
  const [chosen, setChosen] = useState('')
  const posts = officesOf(me.data?.posts ?? [])
  const post = posts.find(({ unit }) => unit === chosen) ?? posts[0]
  if (post) {
    return (
      <Desk key={post.unit} post={post}>
        {posts.length > 1 ? <Units posts={posts} value={post.unit} onChange={setChosen} /> : null}
      </Desk>
    )
  }
  return (
    <Page title={deskWords.page} roof={<RoofLine>{deskWords.page}</RoofLine>}>
      {me.data ? (
        <NotCadre />
      ) : me.problem ? (
        <ErrorState
          title={me.problem.title}
          text={me.problem.message}
          onRetry={() => void me.reload()}
          onSeeLast={me.seeCopy}
        />
      ) : (
        <CardSkeleton />
      )}
    </Page>
  )
}

function NotCadre() {
  return (
    <EmptyState
      icon="person"
      title={deskWords.notCadre}
      text={deskWords.notCadreWhy}
      action={
        <Button
          small
          look="soft"
          word={deskWords.toMine}
          onTap={() => Taro.switchTab({ url: '/pages/mine/index' })}
        />
      }
    />
  )
}

type UnitsProps = { posts: Office[]; value: string; onChange: (unit: string) => void }

/** A person may hold offices in several units; each has its own desk. */
function Units({ posts, value, onChange }: UnitsProps) {
  return (
    <View className="desk-units">
      <ChoiceField
        label={deskWords.units}
        value={value}
        options={posts.map(({ unit, unitName }) => ({ value: unit, word: unitName }))}
        onChange={onChange}
      />
    </View>
  )
}
