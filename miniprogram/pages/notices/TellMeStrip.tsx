import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import type { ChosenUnit } from '../../components/UnitPicker'
import { useReminder } from '../../subscribe/use-reminder'
import { subscribeWords } from '../../words/subscribe'

/** 有新公示告诉我: follows the board and adds a message, with how many are left. Not shown to a visitor. */
export function TellMeStrip({ unit }: { unit: ChosenUnit }) {
  const reminder = useReminder({
    kind: 'unit',
    target: unit.code,
    events: ['notice-opened', 'notice-closing', 'notice-closed'],
  })
  if (!reminder.canRemind) return null
  const isOn = reminder.follows && reminder.remaining > 0
  return (
    <View className="tell">
      <Icon name="bell" className="cb" />
      <View className="tell-words">
        <View className="b">{subscribeWords.unitTitle}</View>
        <View className="s c2">
          {reminder.said || (isOn ? subscribeWords.left(reminder.remaining) : subscribeWords.none)}
        </View>
      </View>
      <Button
        small
        word={subscribeWords.add}
        busyWord={reminder.isBusy ? subscribeWords.busy : undefined}
        onTap={reminder.remind}
      />
    </View>
  )
}
