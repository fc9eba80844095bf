import { Text, View } from '@tarojs/components'
import type { Progress } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import { dateWords } from '../../../shared/calendar/words'
import { FileSlots } from '../../components/FileSlots'
import { Icon } from '../../components/Icon'
import { aria } from '../../platform/aria'
import { progressWords } from '../../words/progress'
import type { TakenFiles } from './use-taken'

const words = progressWords.missing

type Props = { awaited: NonNullable<Progress['awaited']>; canSupply: boolean; files: TakenFiles }

/** 一次性告知: all that is missing, told once, with a camera button each. */
export function Missing({ awaited, canSupply, files }: Props) {
  const { items, since, pause } = awaited
  return (
    <View className="sheet missing">
      <View className="missing-head">
        <Icon name="warn" />
        <View className="missing-title" {...aria({ role: 'heading', level: 2 })}>
          <Text className="b l missing-count">{words.title(items.length)}</Text>
          <Text className="s c2">{words.once}</Text>
        </View>
      </View>
      <View className="missing-body">
        <View className="s c2 missing-since">
          {words.askedOn(dateWords(beijingDate(since)))}
          {pause ? words.pause(pause) : null}
        </View>
        {items.map(kind =>
          canSupply ? (
            <FileSlots
              key={kind}
              kind={kind}
              hint={words.clear}
              files={[...(files.taken[kind] ?? [])]}
              onAdd={added => files.add(kind, added)}
              onRemove={file => files.remove(kind, file)}
            />
          ) : (
            <View className="missing-item b" key={kind}>
              {kind}
            </View>
          ),
        )}
      </View>
    </View>
  )
}
