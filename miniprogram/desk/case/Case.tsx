import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { CaseOffer, CasePage } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import type { Instant } from '../../../shared/calendar/model'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { Sheet } from '../../components/Sheet'
import { Timeline } from '../../components/Timeline'
import { aria } from '../../platform/aria'
import { caseWords } from '../../words/desk-cases'
import { useAnnouncing } from '../use-announcing'
import { Act } from './Act'
import { draftKey, emptyNote } from './act-draft'
import { type ActOffer, offerKey, recordRule } from './handling'
import { Materials } from './Materials'
import { Offers } from './Offers'
import { Moves, Objections, Records, RegisterEntry } from './Past'
import { keepAppeal, lastAppeal } from './phone-act-drafts'
import { Head, Standing } from './Standing'
import { timelineItems } from './timeline-items'
import { useActDraft } from './use-act-draft'
import { useActing } from './use-acting'
import { Who } from './Who'

type Props = {
  page: CasePage
  now: Instant
  /** Why a later load brought nothing; what is shown stays. */
  trouble: string
  reload: () => Promise<CasePage | null>
  onChanged: (page: CasePage) => void
}

const words = caseWords.one

/** A case being read, or one way of handling it being taken. */
export function Case({ page, now, trouble, reload, onChanged }: Props) {
  const [taking, setTaking] = useState<ActOffer | null>(null)
  const [said, setSaid] = useState('')
  const key = draftKey(page.id, page.step)
  const kept = useActDraft(key, { appeal: lastAppeal(page.unitCode) })
  const announcing = useAnnouncing()
  const today = beijingDate(now)

  const acting = useActing({
    onDone: changed => {
      if (taking?.type === 'refuse') keepAppeal(page.unitCode, kept.draft.appeal.trim())
      // At the same step the record is still being written: only what was sent goes.
      const isLeft = changed.step !== page.step || changed.end !== null
      if (isLeft && taking && recordRule(taking) === 'none' && !changed.end) kept.keepRecord()
      else if (isLeft) kept.forget()
      else if (taking) {
        kept.change({ date: '', notes: { ...kept.draft.notes, [offerKey(taking)]: emptyNote } })
      }
      setTaking(null)
      setSaid(
        `${words.wentThrough}。${changed.end ? words.ended[changed.end.outcome] : words.nowAt(changed.stepName)}`,
      )
      onChanged(changed)
      toTop()
    },
    onConflict: async () => {
      const fresh = await reload()
      const still = fresh?.offers.find(offer => taking !== null && offerKey(offer) === offerKey(taking))
      if (fresh && (!still || still.blocked !== null)) {
        setTaking(null)
        setSaid(words.movedOn)
        toTop()
      }
      return fresh !== null && fresh.version !== page.version
    },
  })

  const take = (offer: CaseOffer) => {
    setSaid('')
    if (offer.type === 'post-notice') {
      void announcing.announce([page.id], offer.as, offerKey(offer))
      return
    }
    acting.say('')
    setTaking(offer)
    toTop()
  }

  if (taking) {
    return (
      <Act
        key={offerKey(taking)}
        title={words.page}
        offer={taking}
        kept={kept}
        form={page.recordForm}
        checklist={page.checklist}
        told={page.told}
        about={<About page={page} offer={taking} />}
        word={caseWords.act.do}
        isBusy={acting.isBusy}
        said={acting.said}
        onSend={() => void acting.send(page, taking, kept)}
        onBack={() => {
          setTaking(null)
          toTop()
        }}
      />
    )
  }
  const mayAsk = page.offers.some(offer => offer.type === 'ask' && offer.blocked === null)
  return (
    <Page title={words.page}>
      <Head page={page} today={today} />
      <Said text={said || announcing.said || trouble} />
      <Standing page={page} today={today} />
      <Offers page={page} onTake={take} busyWith={announcing.busyWith} />
      <Materials
        page={page}
        missing={kept.draft.missing}
        onMark={mayAsk ? name => kept.change({ missing: toggledName(kept.draft.missing, name) }) : null}
      />
      <Who page={page} />
      <Records page={page} />
      <Objections page={page} />
      <RegisterEntry page={page} />
      <Sheet title={words.drawing} icon="path">
        <Timeline items={timelineItems(page)} />
      </Sheet>
      <Moves page={page} />
    </Page>
  )
}

/** Who it is, and the words an answer answers. */
function About({ page, offer }: { page: CasePage; offer: ActOffer }) {
  const objection =
    offer.type === 'answer' ? page.objections.find(({ id }) => id === offer.objectionId) : undefined
  return (
    <View>
      <View className="s c2">{`${page.subject.name} · ${page.procedureName}`}</View>
      {objection ? (
        <Note>
          <View className="s c2">{caseWords.act.theObjection}</View>
          <View>{objection.text}</View>
        </Note>
      ) : null}
    </View>
  )
}

function Said({ text }: { text: string }) {
  if (text === '') return null
  return (
    <View className="aside" {...aria({ role: 'status' })}>
      <Note tone="pending">
        <View className="b">{text}</View>
      </Note>
    </View>
  )
}

function toggledName(names: readonly string[], name: string): string[] {
  return names.includes(name) ? names.filter(other => other !== name) : [...names, name]
}

function toTop() {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}
