import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ApplyDraft } from '../../applying/draft'
import { outbox } from '../../applying/outbox'
import { Button } from '../../components/Button'
import { KeyValue } from '../../components/KeyValue'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { Sheet } from '../../components/Sheet'
import { aria } from '../../platform/aria'
import { applyWords as words } from '../../words/application'

type Props = { draft: ApplyDraft; why: string; onSend: () => void }

/** Ready and not through: it goes out by itself. What may be at the server already is not written on. */
export function Waiting({ draft, why, onSend }: Props) {
  const [isUnknown, setUnknown] = useState(false)
  const { written, files } = draft
  const takeBack = () => void outbox.takeBack(draft.id).then(came => setUnknown(came === 'unknown'))
  return (
    <Page title={words.page} footer={<Button icon="redo" word={words.sendNow} onTap={onSend} />}>
      <Sheet title={words.waitingTitle} icon="cloud">
        <View {...aria({ role: 'status' })}>{words.waitingText}</View>
        {why ? <Note tone="pending">{words.waitingWhy(why)}</Note> : null}
        <View className="apply-actions">
          <Button small look="line" icon="edit" word={words.takeBack} onTap={takeBack} />
        </View>
        {isUnknown ? <Note tone="closing">{words.unknown}</Note> : null}
      </Sheet>
      <Sheet title={draft.procedureName} icon="paper">
        <KeyValue label={words.name[written.kind]}>{written.name}</KeyValue>
        {written.place?.name ? <KeyValue label={words.where}>{written.place.name}</KeyValue> : null}
        <KeyValue label={words.photos}>{words.photoCount(files.length)}</KeyValue>
      </Sheet>
    </Page>
  )
}
