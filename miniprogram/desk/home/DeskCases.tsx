import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Icon, type IconName } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { useReminder } from '../../subscribe/use-reminder'
import { caseWords } from '../../words/desk-cases'
import { deskUrl } from '../links'
import { useLive } from '../use-live'
import type { Office } from './offices'

const words = caseWords.home

/** 办件 on the desk: how many wait, how many are late, and the ways to begin one and to the register. */
export function DeskCases({ post }: { post: Office }) {
  if (!post.handles && !post.seesRegister) return null
  return (
    <View>
      <View className="section">{words.section}</View>
      <View className="desk-cases">
        {post.handles ? <Waiting unit={post.unit} /> : null}
        {post.handles ? (
          <Way
            icon="plus"
            title={words.start}
            what={words.startWhat}
            url={deskUrl.start(post.unit, post.districtId)}
          />
        ) : null}
        {post.seesRegister ? (
          <Way
            icon="people"
            title={words.register}
            what={words.registerWhat}
            url={deskUrl.register(post.unit)}
          />
        ) : null}
        {post.handles ? <RemindMe unit={post.unit} /> : null}
      </View>
    </View>
  )
}

function Waiting({ unit }: { unit: string }) {
  const loaded = useLive(`waiting:${unit}`, () => call('applications', 'desk', { unit }))
  const { data, problem } = loaded
  useDidShow(() => {
    if (data) void loaded.reload()
  })
  const title = data ? caseWords.waiting(data.total) : caseWords.list.page
  return (
    <Tap
      className="desk-way"
      role="link"
      onTap={() => (problem && !data ? void loaded.reload() : Taro.navigateTo({ url: deskUrl.cases(unit) }))}
    >
      <View className="grow">
        <View className="b l">{title}</View>
        {data && data.overdue > 0 ? (
          <Chip tone="late" word={caseWords.overdue(data.overdue)} />
        ) : (
          <View className="s c2">{underOf(data, problem?.message)}</View>
        )}
      </View>
      <Icon name={problem && !data ? 'redo' : 'right'} small className="c3" />
    </Tap>
  )
}

function underOf(data: { total: number } | null, trouble: string | undefined): string {
  if (!data) return trouble ?? caseWords.list.counting
  return data.total > 0 ? words.inTime : words.none
}

type WayProps = { icon: IconName; title: string; what: string; url: string }

function Way({ icon, title, what, url }: WayProps) {
  return (
    <Tap className="desk-way" role="link" onTap={() => Taro.navigateTo({ url })}>
      <Icon name={icon} className="cb desk-way-icon" />
      <View className="grow">
        <View className="b">{title}</View>
        <View className="s c2">{what}</View>
      </View>
      <Icon name="right" small className="c3" />
    </Tap>
  )
}

/** A message before a limit ends and after; one tap is one message more. */
function RemindMe({ unit }: { unit: string }) {
  const reminder = useReminder({ kind: 'desk', target: unit, events: ['deadline-approaching', 'overdue'] })
  if (!reminder.canRemind) return null
  const isOn = reminder.follows && reminder.remaining > 0
  const { remind } = caseWords
  return (
    <View className="desk-way">
      <Icon name="bell" className="cb desk-way-icon" />
      <View className="grow">
        <View className="b">{remind.title}</View>
        <View className="s c2">
          {reminder.said || (isOn ? remind.left(reminder.remaining) : remind.none)}
        </View>
      </View>
      <Button
        small
        look="soft"
        word={remind.add}
        busyWord={reminder.isBusy ? remind.busy : undefined}
        onTap={reminder.remind}
      />
    </View>
  )
}
