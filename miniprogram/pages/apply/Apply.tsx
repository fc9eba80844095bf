import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ProcedurePage } from '../../../shared/application/page'
import { type ApplyDraft, isByPerson, type Written, type WrittenFile } from '../../applying/draft'
import { gapsIn } from '../../applying/gaps'
import { useOutbox } from '../../applying/outbox'
import { keepDraft, keptDraft } from '../../applying/phone-drafts'
import { useHomeUnit } from '../../cloud/places'
import { serverNow, useServerNow } from '../../cloud/server-time'
import { Button } from '../../components/Button'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { forgetFile } from '../../files'
import { ageWords } from '../../format/age'
import { aria } from '../../platform/aria'
import { applyWords as words } from '../../words/application'
import { receiptUrl } from '../services/links'
import { BegunForOthers } from './BegunForOthers'
import { type Aim, freshDraft, openDraft } from './begin'
import { Form, fieldId } from './Form'
import { Waiting } from './Waiting'

type Props = { procedure: ProcedurePage; aim: Aim }

/** The application being written, kept on the phone at every change and sent once. */
export function Apply({ procedure, aim }: Props) {
  const homeUnit = useHomeUnit()
  const home = homeUnit?.districtId === procedure.districtId ? homeUnit : null
  const [opened] = useState(() => openDraft(procedure, aim, home))
  const [draft, setDraft] = useState(opened.draft)
  const [isTakenUp, setTakenUp] = useState(opened.isTakenUp)
  const [isOnPhone, setOnPhone] = useState(true)
  const [showsGaps, setShowsGaps] = useState(false)
  const [why, setWhy] = useState('')
  const outbox = useOutbox()
  const now = useServerNow()
  const turn = outbox.snapshot()
  const { id, written } = draft

  // The outbox writes on the draft while it sends it, and may send it by itself while the page is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew at each turn of the outbox
  useEffect(() => {
    if (!outbox.isSent(id)) setDraft(before => keptDraft(id) ?? before)
    else if (isByPerson(written.way)) void Taro.redirectTo({ url: receiptUrl(id) })
  }, [turn, id])

  const put = (next: ApplyDraft) => {
    setDraft(next)
    setOnPhone(keepDraft(next))
  }
  const change = (part: Partial<ApplyDraft>) => put({ ...draft, ...part, changedAt: serverNow() })
  const write = (part: Partial<Written>) => change({ written: { ...written, ...part } })
  const addFiles = (files: WrittenFile[]) => {
    // A photo takes a while: what was written meanwhile is in the draft by then.
    const newest = keptDraft(id) ?? draft
    put({ ...newest, files: [...newest.files, ...files], changedAt: serverNow() })
  }
  const removeFile = (file: WrittenFile) => {
    change({ files: draft.files.filter(({ id }) => id !== file.id) })
    void forgetFile(file.local)
  }

  const gaps = gapsIn(written, procedure)
  const isSending = outbox.isSending(id)
  const send = () => {
    const [first] = gaps
    if (first) {
      setShowsGaps(true)
      void Taro.pageScrollTo({ selector: `#${fieldId(first.key)}`, offsetTop: -80 })
      return
    }
    change({})
    setShowsGaps(false)
    void outbox.send(id).then(result => {
      setWhy(result.outcome === 'kept' ? result.problem.message : '')
      if (result.outcome === 'refused') void Taro.pageScrollTo({ scrollTop: 0 })
    })
  }
  const startAnew = () => {
    setDraft(freshDraft(procedure, aim, home))
    setTakenUp(false)
    setShowsGaps(false)
  }

  if (outbox.isSent(id) && !isByPerson(written.way)) return <BegunForOthers made={outbox.madeOf(id)} />
  if (draft.isWaiting && !isSending) {
    return <Waiting draft={draft} why={why} onSend={send} />
  }
  const { way } = written
  const hasGaps = showsGaps && gaps.length > 0
  return (
    <Page
      title={words.page}
      said={hasGaps ? words.gaps(gaps.length) : isOnPhone ? undefined : words.notSaved}
      footer={
        <Button
          icon="check"
          word={submitWord(way)}
          busyWord={isSending ? words.sending : undefined}
          onTap={send}
        />
      }
    >
      <View className="apply-head">
        <View className="apply-title" {...aria({ role: 'heading', level: 1 })}>
          {titleOf(way, procedure.name)}
        </View>
        <View className="s c2">{words.privacy}</View>
      </View>
      {draft.refusal ? (
        <View className="apply-said" {...aria({ role: 'alert' })}>
          <Note tone="closing">
            <View className="b">{words.refusedTitle}</View>
            <View>{draft.refusal}</View>
          </Note>
        </View>
      ) : null}
      {isTakenUp ? (
        <View className="apply-said">
          <Note tone="pending">
            <View>{words.restored(ageWords(opened.draft.changedAt, now))}</View>
            <View className="apply-actions">
              <Button small look="line" word={words.startAnew} onTap={startAnew} />
            </View>
          </Note>
        </View>
      ) : null}
      <Form
        procedure={procedure}
        draft={draft}
        gaps={hasGaps ? gaps : []}
        isPlaceFixed={aim.unit !== undefined && aim.unit === written.place?.code}
        onWrite={write}
        onAddFiles={addFiles}
        onRemoveFile={removeFile}
      />
    </Page>
  )
}

function titleOf(way: Written['way'], name: string): string {
  if (way === 'nominated') return words.nominatedTitle(name)
  return way === 'office' ? words.officeTitle(name) : words.title(name)
}

function submitWord(way: Written['way']): string {
  if (way === 'nominated') return words.submitNominated
  return way === 'office' ? words.submitOffice : words.submit
}
