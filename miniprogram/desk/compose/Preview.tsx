import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { beijingDate } from '../../../shared/calendar/date'
import type { NoticeForm } from '../../../shared/contract/catalog'
import { call } from '../../cloud/call'
import { problemOf } from '../../cloud/errors'
import { Button } from '../../components/Button'
import { Checklist } from '../../components/Checklist'
import { ErrorState } from '../../components/ErrorState'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { StepBar } from '../../components/StepBar'
import { deskWords } from '../../words/desk'
import type { Draft } from './draft'
import type { KeeperState } from './draft-keeper'
import { mustHave } from './must-have'
import { OfCases } from './OfCases'
import type { PostedNotice } from './Posted'
import { Seen } from './Seen'
import { type PreviewState, usePreview } from './use-preview'
import { WindowPanel } from './WindowPanel'

type Props = {
  form: NoticeForm
  state: KeeperState
  onBack: () => void
  onPosted: (posted: PostedNotice) => void
}

const words = deskWords.preview

/** The third step: until when, what the rule wants to see, what the village will see; then the posting. */
export function Preview({ form, state, onBack, onPosted }: Props) {
  const { draft } = state
  const [days, setDays] = useState<number | null>(null)
  const preview = usePreview(draft.id, days)
  const posting = usePosting(draft, onPosted)
  const { answer } = preview
  const mayPost = answer !== null && answer.gaps.length === 0 && !preview.isLoading && !preview.problem

  const post = () => {
    if (answer) void posting.post(days, answer)
  }
  return (
    <Page
      title={deskWords.post}
      said={posting.said}
      footer={
        <>
          <Button look="line" word={deskWords.back} disabled={posting.isBusy} onTap={onBack} />
          <Button
            word={words.publish}
            disabled={!mayPost}
            busyWord={posting.isBusy ? words.publishing : preview.isLoading ? words.reckoning : undefined}
            onTap={post}
          />
        </>
      }
    >
      <StepBar steps={deskWords.steps} current={2} />
      <OfCases count={draft.applications?.length ?? 0} />
      {preview.problem ? (
        <ErrorState title={preview.problem.title} text={preview.problem.message} onRetry={preview.reload} />
      ) : null}
      {answer ? (
        <Answered form={form} state={state} answer={answer} onBack={onBack} onDays={setDays} />
      ) : preview.problem ? null : (
        <SheetSkeleton count={3} />
      )}
    </Page>
  )
}

type AnsweredProps = {
  form: NoticeForm
  state: KeeperState
  answer: NonNullable<PreviewState['answer']>
  onBack: () => void
  onDays: (days: number) => void
}

function Answered({ form, state, answer, onBack, onDays }: AnsweredProps) {
  const { notice, gaps, minimumDays, now } = answer
  const items = mustHave(form, state.draft.contents, notice)
  return (
    <>
      {gaps.length > 0 ? (
        <View className="save-note">
          <Note tone="closing">
            <View className="b">{words.gaps}</View>
            {gaps.slice(0, 6).map(gap => (
              <View key={gap.key + gap.message}>
                <Text className="b">{gap.label}</Text>：{gap.message}
              </View>
            ))}
            <Button small look="soft" word={words.toFill} onTap={onBack} />
          </Note>
        </View>
      ) : null}
      <WindowPanel notice={notice} today={beijingDate(now)} minimumDays={minimumDays} onDays={onDays} />
      <Checklist title={words.must(items.length)} items={items} />
      <Seen form={form} notice={notice} />
    </>
  )
}

/** Posts once: the button is busy meanwhile, and a lost answer may be asked for again. */
function usePosting({ id, version, applications = [] }: Draft, onPosted: (posted: PostedNotice) => void) {
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  const post = async (days: number | null, { notice }: NonNullable<PreviewState['answer']>) => {
    if (isBusy || version === null) return
    setBusy(true)
    setSaid('')
    try {
      const answer = await call('notices', 'publish', { id, version, ...(days === null ? {} : { days }) })
      const { title, channels } = notice
      onPosted({ id, title, channels, window: answer.window, cases: applications.length })
    } catch (error) {
      setSaid(sentenceOf(error))
      setBusy(false)
    }
  }
  return { isBusy, said, post }
}

function sentenceOf(error: unknown): string {
  const { code, message, passes } = problemOf(error)
  const mayHaveArrived = passes && code !== 'OFFLINE' && code !== 'BUSY'
  if (mayHaveArrived) return words.lost
  return code === 'CONFLICT' ? words.changed : message
}
