import { View } from '@tarojs/components'
import { useState } from 'react'
import type { FormColumn } from '../../../shared/contract/catalog'
import type { DraftGap } from '../../../shared/contract/notices'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { TextField } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { deskWords } from '../../words/desk'
import { Cover } from './Cover'
import type { Row } from './draft'

type Props = {
  number: number
  /** Null for a new row. */
  row: Row | null
  columns: readonly FormColumn[]
  gaps: DraftGap[]
  canAddAnother: boolean
  onDone: (row: Row, isMoreWanted: boolean) => void
  onRemove: () => void
  onClose: () => void
}

const words = deskWords.list

/** One row of the list: what the public will see, and apart from it what only the office sees. */
export function RowEditor({ number, row, columns, gaps, canAddAnother, onDone, onRemove, onClose }: Props) {
  const [cells, setCells] = useState<Row>(row ?? {})
  const draw = (column: FormColumn) => {
    const problem = gaps.find(gap => gap.key.endsWith(`.${column.key}`))?.message
    const isUntouched = cells[column.key] === row?.[column.key]
    return (
      <TextField
        key={column.key}
        label={column.label}
        hint={column.why}
        value={cells[column.key] ?? ''}
        maxLength={100}
        onChange={value => setCells({ ...cells, [column.key]: value })}
        {...(problem && isUntouched ? { problem } : {})}
      />
    )
  }
  const isPrivate = (column: FormColumn) => !column.public
  const hidden = columns.filter(isPrivate)
  return (
    <Cover
      title={row ? words.rowOf(number) : words.newRow}
      onClose={onClose}
      footer={
        <>
          {canAddAnother && !row ? (
            <Button look="line" word={words.addAnother} onTap={() => onDone(cells, true)} />
          ) : null}
          <Button word={words.done} onTap={() => onDone(cells, false)} />
        </>
      }
    >
      <Sheet title={words.publicPart} icon="eye">
        {columns.filter(column => column.public).map(draw)}
      </Sheet>
      {hidden.length > 0 ? (
        <Sheet
          title={words.privatePart}
          icon="vanish"
          side={<Chip tone="pending" word={words.private} plain />}
        >
          <View className="rows-private">{words.privateWhy}</View>
          {hidden.map(draw)}
        </Sheet>
      ) : null}
      {row ? (
        <View className="rows-remove">
          <Button look="soft" icon="minus" word={words.remove} onTap={onRemove} />
        </View>
      ) : null}
    </Cover>
  )
}
