import { Text, View } from '@tarojs/components'
import type { EditionChange, EditionFace, ItemPage } from '../../../shared/contract/catalog'
import { Chip } from '../../components/Chip'
import { Icon } from '../../components/Icon'
import { KeyValue } from '../../components/KeyValue'
import { Note } from '../../components/Note'
import { Sheet, SheetTitle } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { aria } from '../../platform/aria'
import { catalogWords, itemWords } from '../../words/catalog'
import { Change } from '../catalog/Change'
import { rowOf } from '../catalog/filter'
import { useDistrict } from '../catalog/use-catalog'

type Part = { item: ItemPage }

/** Where it stands in the catalog, its name, and whether one has to ask for it. */
export function Head({ item, districtId }: Part & { districtId: string }) {
  const { district } = useDistrict(districtId)
  const table = item.table === null ? item.category : catalogWords.tableNamed(item.table, item.category)
  const place = [district?.name, table, item.group, itemWords.row(rowOf(item.id))].filter(Boolean)
  return (
    <View className="item-head">
      <View className="s c2">{place.join(' · ')}</View>
      <View className="item-title" {...aria({ role: 'heading', level: 1 })}>
        {item.name}
      </View>
      <View className="item-mode">
        <Chip
          plain
          tone={item.mode === 'on-request' ? 'pending' : 'open'}
          word={catalogWords.mode[item.mode]}
        />
        <Text className="s c2">{catalogWords.modeMeans[item.mode]}</Text>
      </View>
    </View>
  )
}

/** 要公开什么, 谁来公开, 在哪能看到. */
export function WhatWhoWhere({ item }: Part) {
  const contents = item.mode === 'on-request' ? itemWords.contentsOnRequest : itemWords.contents
  return (
    <Sheet title={contents} icon="paper">
      <View className="parts">
        {item.contents.map((content, index) => (
          <View className="part" key={content}>
            <Text className="part-n num">{index + 1}</Text>
            <Text className="grow">{content}</Text>
          </View>
        ))}
      </View>
      {item.documents.length > 0 ? (
        <View className="item-documents">
          <KeyValue label={itemWords.documents}>
            {item.documents.map(document => (
              <View key={document}>{document}</View>
            ))}
          </KeyValue>
        </View>
      ) : null}
      {item.longTerm ? (
        <View className="item-documents">
          <KeyValue label={itemWords.longTerm}>{item.longTerm}</KeyValue>
        </View>
      ) : null}

      <View className="hr item-hr" />
      <SheetTitle icon="person" title={itemWords.publisher} />
      {item.publishers.map(publisher => (
        <View key={publisher.name}>
          <Text>{publisher.name}</Text>
          {publisher.successor ? (
            <Text className="s c2"> {itemWords.nowCalled(publisher.successor)}</Text>
          ) : null}
        </View>
      ))}

      <View className="hr item-hr" />
      <SheetTitle icon="pin" title={itemWords.channels} />
      <Channels item={item} />
    </Sheet>
  )
}

function Channels({ item }: Part) {
  if (item.channels.length === 0) return <View className="c2">{itemWords.noChannel}</View>
  return (
    <View>
      {item.channels.map(channel => (
        <View className="channel" key={channel.name}>
          <Icon name={isOnline(channel.name) ? 'globe' : 'board'} className="cb" />
          <View className="channel-w">
            <View>{channel.name}</View>
            {channel.places.length > 0 ? <View className="s c2">{channel.places.join('、')}</View> : null}
          </View>
        </View>
      ))}
    </View>
  )
}

function isOnline(channel: string): boolean {
  return /网|公众号/.test(channel)
}

/** The forms of its notices and how long each hangs; a tap reckons with it. */
export function Forms({ item, onOpen }: Part & { onOpen: (template: string) => void }) {
  if (item.templates.length === 0) return null
  return (
    <Sheet title={itemWords.forms} icon="clock" className="item-forms">
      {item.templates.map(form => (
        <FormLine key={form.id} form={form} onOpen={onOpen} />
      ))}
    </Sheet>
  )
}

type FormLineProps = { form: ItemPage['templates'][number]; onOpen: (template: string) => void }

function FormLine({ form: { id, name, windowRule }, onOpen }: FormLineProps) {
  const dispute = windowRule !== null && windowRule.mode !== 'long-term' ? windowRule.dispute : undefined
  const words = (
    <View className="grow">
      <View>{name}</View>
      <View className="s c2">{itemWords.form(windowRule)}</View>
      {dispute ? <View className="s c3">{itemWords.disputed(dispute.term)}</View> : null}
    </View>
  )
  if (windowRule === null) return <View className="form">{words}</View>
  return (
    <Tap className="form" role="link" onTap={() => onOpen(id)}>
      {words}
      <Icon name="right" small className="c3" />
    </Tap>
  )
}

/** Which edition rules, from when, and what it changed in this item. */
export function Rules({ edition, changes }: { edition: EditionFace; changes: EditionChange[] }) {
  const isChanged = changes.length > 0
  return (
    <Sheet title={isChanged ? itemWords.changed : itemWords.unchanged} icon="swap">
      <KeyValue label={edition.name}>
        <View>{catalogWords.editionDates(edition.from, edition.to)}</View>
        {isChanged ? null : <View className="s c2">{itemWords.noChange}</View>}
      </KeyValue>
      {changes.map(change => (
        <Change key={change.id} change={change} />
      ))}
    </Sheet>
  )
}

/** Where the documents contradict themselves: what, how it is read here, and why. */
export function Readings({ item }: Part) {
  if (item.readings.length === 0) return null
  return (
    <Sheet title={itemWords.readings} icon="warn">
      {item.readings.map(reading => (
        <Note key={reading.id}>
          <View>{reading.issue}</View>
          <View className="item-reading">
            <Text className="s c3">{itemWords.taken} </Text>
            <Text className="b">{reading.taken}</Text>
          </View>
          <View className="s c2">
            {itemWords.why}：{reading.why}
          </View>
        </Note>
      ))}
    </Sheet>
  )
}

/** The rest of the row: remarks, the document it rests on, and the clause of the limit. */
export function Remarks({ item }: Part) {
  // Beside a limit of the law, the promise's clause stands with its figure already.
  const ofLimits = item.statutory ? [] : item.deadlines.map(({ basis }) => basis)
  const clauses = [...item.basis, ...ofLimits]
  const isEmpty = clauses.length === 0 && item.notes.length === 0
  if (isEmpty) return null
  return (
    <Sheet title={itemWords.source} icon="book">
      {clauses.length > 0 ? (
        <KeyValue label={itemWords.basis}>
          <Lines lines={clauses} />
        </KeyValue>
      ) : null}
      {item.notes.length > 0 ? (
        <KeyValue label={itemWords.notes}>
          <Lines lines={item.notes} />
        </KeyValue>
      ) : null}
    </Sheet>
  )
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <>
      {[...new Set(lines)].map(line => (
        <View className="s c2 item-line" key={line}>
          {line}
        </View>
      ))}
    </>
  )
}
