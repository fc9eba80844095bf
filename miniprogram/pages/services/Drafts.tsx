import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Instant } from '../../../shared/calendar/model'
import type { ApplyDraft } from '../../applying/draft'
import { forgetDraft } from '../../applying/phone-drafts'
import type { Sender } from '../../applying/sender'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Note } from '../../components/Note'
import { Sheet } from '../../components/Sheet'
import { ageWords } from '../../format/age'
import { aria } from '../../platform/aria'
import { servicesWords as words } from '../../words/application'
import { applyUrl } from './links'

type Props = { drafts: ApplyDraft[]; outbox: Sender; sentNow: number; now: Instant }

/** What lies on the phone: written and not sent, or waiting for a network. */
export function Drafts({ drafts, outbox, sentNow, now }: Props) {
  const [, setTurn] = useState(0)
  if (drafts.length === 0) {
    return sentNow > 0 ? (
      <View className="services-none" {...aria({ role: 'status' })}>
        <Note tone="pending">{words.sentJustNow}</Note>
      </View>
    ) : null
  }
  return (
    <View>
      <View className="section" {...aria({ role: 'heading', level: 2 })}>
        {words.drafts}
      </View>
      {drafts.map(draft => (
        <Draft
          key={draft.id}
          draft={draft}
          outbox={outbox}
          now={now}
          onGone={() => setTurn(before => before + 1)}
        />
      ))}
    </View>
  )
}

type DraftProps = { draft: ApplyDraft; outbox: Sender; now: Instant; onGone: () => void }

function Draft({ draft, outbox, now, onGone }: DraftProps) {
  const [asksAgain, setAsksAgain] = useState(false)
  const { id, district, procedure, procedureName, isWaiting, refusal, changedAt } = draft
  const isSending = outbox.isSending(id)
  const open = () => Taro.navigateTo({ url: applyUrl({ district, procedure, draft: id }) })
  const discard = () => void forgetDraft(draft).then(onGone)
  return (
    <Sheet>
      <View className="service-top">
        <Chip tone={isWaiting ? 'pending' : 'closing'} word={stateOf(draft, isSending)} />
      </View>
      <View className="service-name">{procedureName}</View>
      <View className="s c2">{words.draftAt(ageWords(changedAt, now))}</View>
      {refusal ? <Note tone="closing">{refusal}</Note> : null}
      {asksAgain ? (
        <View className="service-ask">
          <View>{words.discardSure}</View>
          <View className="service-actions">
            <Button small look="line" word={words.discardYes} onTap={discard} />
            <Button small look="soft" word={words.discardNo} onTap={() => setAsksAgain(false)} />
          </View>
        </View>
      ) : (
        <View className="service-actions">
          {isWaiting ? (
            <Button
              small
              word={words.sendNow}
              busyWord={isSending ? words.sending : undefined}
              onTap={() => void outbox.send(id)}
            />
          ) : null}
          <Button
            small
            look={isWaiting ? 'soft' : 'main'}
            word={isWaiting ? words.seeWaiting : words.goOn}
            onTap={open}
          />
          {isWaiting ? null : (
            <Button small look="soft" word={words.discard} onTap={() => setAsksAgain(true)} />
          )}
        </View>
      )}
    </Sheet>
  )
}

function stateOf({ isWaiting, refusal }: ApplyDraft, isSending: boolean): string {
  if (isSending) return words.sending
  if (isWaiting) return words.waiting
  return refusal ? words.refused : words.draft
}
