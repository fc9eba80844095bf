import './index.scss'
import { View } from '@tarojs/components'
import { fieldWords } from '../../words/field'
import { Chip } from '../Chip'
import { Icon } from '../Icon'
import { Sheet } from '../Sheet'

export type ChecklistItem = {
  key: string
  label: string
  done: boolean
  /** When done: where it stands. When not: what to do. */
  hint?: string
}

/** What the rule wants to see, each with a tick or an empty ring; what is missing is told all at once. */
export function Checklist({ title, items }: { title: string; items: ChecklistItem[] }) {
  const missing = items.filter(item => !item.done).length
  const words = fieldWords.checklist
  const verdict =
    missing === 0 ? (
      <Chip tone="open" word={words.done} plain />
    ) : (
      <Chip tone="closing" word={words.missing(missing)} />
    )
  return (
    <Sheet title={title} icon="tick" side={verdict}>
      {items.map((item, index) => (
        <View className={`check ${index === items.length - 1 ? 'check-last' : ''}`} key={item.key}>
          <Icon name={item.done ? 'tick' : 'hollow'} className={item.done ? 't-open' : 't-closing'} />
          <View className="check-words">
            {item.label}
            {item.hint ? <View className={`s ${item.done ? 'c3' : 't-closing'}`}>{item.hint}</View> : null}
          </View>
        </View>
      ))}
    </Sheet>
  )
}
