import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FormColumn, NoticeForm } from '../../../shared/contract/catalog'
import type { DraftGap } from '../../../shared/contract/notices'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { deskWords } from '../../words/desk'
import { hasWords, MOST_ROWS, type Row } from './draft'
import { problemAt, problemsOfRow } from './gaps'
import { isNameList } from './name-list'
import { PasteRows } from './PasteRows'
import { RowEditor } from './RowEditor'

type Props = { form: NoticeForm; rows: Row[]; gaps: DraftGap[]; onChange: (rows: Row[]) => void }

type Open = { kind: 'row'; index: number } | { kind: 'paste' } | null

/** Where the gaps of the list lead. */
export const LIST_PLACE = 'rows'
const SHOWN_AT_FIRST = 20
const words = deskWords.list

/** The list of a form: its rows, each opened by a tap; one more by hand, or many from a spreadsheet. */
export function RowList({ form, rows, gaps, onChange }: Props) {
  const [open, setOpen] = useState<Open>(null)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, SHOWN_AT_FIRST)
  const title = titleOf(isNameList(form), rows.length)
  const problem = problemAt(gaps, 'rows')
  const isFull = rows.length >= MOST_ROWS
  const add = () => setOpen({ kind: 'row', index: rows.length })
  const close = () => setOpen(null)

  return (
    <Sheet title={title} icon="people" id={LIST_PLACE}>
      {rows.length === 0 ? <View className="c2">{words.empty}</View> : null}
      {problem ? <Problem text={problem} /> : null}
      {shown.map((row, index) => (
        <RowLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place, as the gaps name it
          key={index}
          number={index + 1}
          row={row}
          columns={form.columns}
          gaps={problemsOfRow(gaps, index)}
          onTap={() => setOpen({ kind: 'row', index })}
        />
      ))}
      {rows.length > SHOWN_AT_FIRST ? (
        <Tap className="more" onTap={() => setWhole(!isWhole)}>
          {isWhole ? words.fewer : words.all(rows.length)}
        </Tap>
      ) : null}
      {isFull ? <View className="s c2">{words.full(MOST_ROWS)}</View> : null}
      <View className="rows-actions">
        <Button small look="soft" icon="plus" word={words.add} disabled={isFull} onTap={add} />
        <Button small look="soft" icon="paper" word={words.paste} onTap={() => setOpen({ kind: 'paste' })} />
      </View>
      {open?.kind === 'row' ? (
        <RowEditor
          key={open.index}
          number={open.index + 1}
          row={rows[open.index] ?? null}
          columns={form.columns}
          gaps={problemsOfRow(gaps, open.index)}
          canAddAnother={open.index + 1 < MOST_ROWS}
          onDone={(row, isMoreWanted) => {
            onChange(withRow(rows, open.index, row))
            setOpen(isMoreWanted && hasWords(row) ? { kind: 'row', index: open.index + 1 } : null)
          }}
          onRemove={() => {
            onChange(rows.filter((_, index) => index !== open.index))
            close()
          }}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'paste' ? (
        <PasteRows
          columns={form.columns}
          rows={rows}
          onAdd={added => {
            onChange(added)
            close()
          }}
          onClose={close}
        />
      ) : null}
    </Sheet>
  )
}

function titleOf(isOfNames: boolean, rows: number): string {
  const name = isOfNames ? words.names : words.table
  return rows === 0 ? name : words.counted(name, rows)
}

/** A row left empty is no row. */
function withRow(rows: readonly Row[], at: number, row: Row): Row[] {
  const before = rows.slice(0, at)
  return [...before, ...(hasWords(row) ? [row] : []), ...rows.slice(at + 1)]
}

type LineProps = {
  number: number
  row: Row
  columns: readonly FormColumn[]
  gaps: DraftGap[]
  onTap: () => void
}

function RowLine({ number, row, columns, gaps, onTap }: LineProps) {
  const cells = columns.filter(column => column.public).map(column => row[column.key] ?? '')
  const [first, ...rest] = cells
  return (
    <Tap className="rows-line" label={`${words.edit(number)} ${first ?? ''}`} onTap={onTap}>
      <Text className="rows-n num">{number}</Text>
      <View className="grow">
        <View className={first ? 'b' : 'b t-closing'}>{first || words.blank}</View>
        <View className="s c2">{rest.filter(Boolean).join(' · ')}</View>
        {gaps.map(gap => (
          <Problem key={gap.key + gap.message} text={`${gap.label.replace(/^.*· /, '')}：${gap.message}`} />
        ))}
      </View>
      <Icon name="edit" small />
    </Tap>
  )
}

function Problem({ text }: { text: string }) {
  return (
    <View className="field-problem">
      <Icon name="warn" small />
      <Text className="field-said">{text}</Text>
    </View>
  )
}
