import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import type { CaseOffer, RecordFormFace } from '../../../shared/application/page'
import { useServerNow } from '../../cloud/server-time'
import { Button } from '../../components/Button'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { Sheet } from '../../components/Sheet'
import { aria } from '../../platform/aria'
import { caseWords } from '../../words/desk-cases'
import { ActFields } from './ActFields'
import { lacks as lacksOf, recordRule } from './handling'
import { offerFace } from './offer-face'
import { placeOf, RecordFields } from './RecordFields'
import type { KeptDraft } from './use-act-draft'

type Props = {
  title: string
  offer: CaseOffer
  kept: KeptDraft
  form: RecordFormFace | null
  checklist: readonly string[]
  told: readonly string[] | null
  /** Whom it concerns, above the boxes. */
  about: ReactNode
  word: string
  isBusy: boolean
  said: string
  onSend: () => void
  onBack: () => void
}

/** One way being taken: the step's record, what the way itself asks for, and the sending. */
export function Act(props: Props) {
  const { offer, kept, form, told, isBusy, said, onSend, onBack } = props
  const [hasAsked, setAsked] = useState(false)
  const missing = lacksOf(offer, kept.draft, { form, told, now: useServerNow() })
  const shown = hasAsked ? missing : []
  const face = offerFace(offer)
  const send = () => {
    setAsked(true)
    const first = missing[0]
    if (first) Taro.pageScrollTo({ selector: `#${placeOf(first.key)}`, offsetTop: -90 })
    else onSend()
  }
  return (
    <Page
      title={props.title}
      said={said || (shown.length > 0 ? caseWords.act.gaps(shown.length) : '')}
      footer={
        <>
          <Button look="line" word={caseWords.act.back} disabled={isBusy} onTap={onBack} />
          <Button word={props.word} busyWord={isBusy ? caseWords.act.doing : undefined} onTap={send} />
        </>
      }
    >
      <View className="act-head">
        <View className="act-title" {...aria({ role: 'heading', level: 1 })}>
          {face.title}
        </View>
        {face.what ? <View className="c2">{face.what}</View> : null}
        {props.about}
      </View>
      {kept.wasKept ? <Aside>{caseWords.one.kept}</Aside> : null}
      {kept.isOnPhone ? null : <Aside>{caseWords.one.phoneFull}</Aside>}
      {form && recordRule(offer) !== 'none' ? (
        <Sheet title={form.title} icon="book">
          <RecordFields
            form={form}
            values={kept.draft.record}
            lacks={shown}
            onChange={record => kept.change({ record })}
          />
        </Sheet>
      ) : null}
      <ActFields
        offer={offer}
        draft={kept.draft}
        lacks={shown}
        checklist={props.checklist}
        told={told}
        onChange={kept.change}
      />
    </Page>
  )
}

function Aside({ children }: { children: string }) {
  return (
    <View className="aside">
      <Note tone="pending">{children}</Note>
    </View>
  )
}
