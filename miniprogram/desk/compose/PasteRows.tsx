import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FormColumn } from '../../../shared/contract/catalog'
import { Button } from '../../components/Button'
import { TextAreaField } from '../../components/Field'
import { KeyValue } from '../../components/KeyValue'
import { Note } from '../../components/Note'
import { Sheet } from '../../components/Sheet'
import { deskWords } from '../../words/desk'
import { Cover } from './Cover'
import { MOST_ROWS, type Row } from './draft'
import { type Pasted, readPasted } from './paste'

type Props = {
  columns: readonly FormColumn[]
  rows: Row[]
  onAdd: (rows: Row[]) => void
  onClose: () => void
}

const LONGEST_PASTE = 400_000
const words = deskWords.paste

/** A piece of a spreadsheet becomes rows; what was understood stands below before it is taken. */
export function PasteRows({ columns, rows, onAdd, onClose }: Props) {
  const [text, setText] = useState('')
  const pasted = readPasted(text, columns)
  const count = pasted.rows.length
  const isTooMuch = rows.length + count > MOST_ROWS
  return (
    <Cover
      title={words.title}
      onClose={onClose}
      footer={
        <>
          {rows.length > 0 ? (
            <Button
              look="line"
              word={words.replace}
              disabled={count === 0 || count > MOST_ROWS}
              onTap={() => onAdd(pasted.rows)}
            />
          ) : null}
          <Button
            word={words.add(count)}
            disabled={count === 0 || isTooMuch}
            onTap={() => onAdd([...rows, ...pasted.rows])}
          />
        </>
      }
    >
      <Sheet>
        <TextAreaField label={words.box} value={text} maxLength={LONGEST_PASTE} onChange={setText} />
        <View className="s c2">{words.how}</View>
        <View className="s">
          {columns.map(({ key, label, public: isPublic }, index) => (
            <Text key={key} className={isPublic ? '' : 'c3'}>
              {index > 0 ? '、' : ''}
              {isPublic ? label : `${label}（${deskWords.list.private}）`}
            </Text>
          ))}
        </View>
      </Sheet>
      {isTooMuch ? (
        <View className="save-note">
          <Note tone="closing">{words.tooMany(MOST_ROWS)}</Note>
        </View>
      ) : null}
      <Found pasted={pasted} columns={columns} />
    </Cover>
  )
}

function Found({ pasted, columns }: { pasted: Pasted; columns: readonly FormColumn[] }) {
  const [first] = pasted.rows
  if (!first) return <View className="paste-none">{words.nothing}</View>
  const filled = columns.filter(({ key }) => first[key])
  return (
    <Sheet title={words.found(pasted.rows.length)} icon="tick">
      <View className="s c2">{pasted.byHeader ? words.byHeader : words.byOrder}</View>
      {pasted.unused.length > 0 ? (
        <View className="s t-closing">{words.unused(pasted.unused.join('、'))}</View>
      ) : null}
      {pasted.extra > 0 ? <View className="s t-closing">{words.extra(pasted.extra)}</View> : null}
      <View className="section paste-first">{words.first}</View>
      {filled.map(({ key, label }, index) => (
        <KeyValue key={key} label={label} last={index === filled.length - 1}>
          {first[key]}
        </KeyValue>
      ))}
    </Sheet>
  )
}
