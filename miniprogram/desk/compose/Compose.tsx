import Taro from '@tarojs/taro'
import { useState } from 'react'
import { beijingDate } from '../../../shared/calendar/date'
import type { NoticeForm } from '../../../shared/contract/catalog'
import type { DraftGap } from '../../../shared/contract/notices'
import { call } from '../../cloud/call'
import { useServerNow } from '../../cloud/server-time'
import { useLoaded } from '../../cloud/use-loaded'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { SheetSkeleton } from '../../components/Skeleton'
import { StepBar } from '../../components/StepBar'
import { deskWords } from '../../words/desk'
import { forgetDraft, keepContacts, lastContacts } from '../phone-drafts'
import { ChooseItem } from './ChooseItem'
import { type Draft, fittedTo } from './draft'
import type { DraftKeeper, KeeperState } from './draft-keeper'
import { Fill } from './Fill'
import { contactsOf, knownValues } from './known-values'
import { Posted, type PostedNotice } from './Posted'
import { Preview } from './Preview'
import { useKeeper } from './use-keeper'

export type Step = 'choose' | 'fill' | 'preview'

type Props = { draft: Draft; gaps: DraftGap[]; unitName: string }

/** The four steps from an item of the catalog to a posted notice. */
export function Compose({ draft, gaps, unitName }: Props) {
  const { keeper, state } = useKeeper(draft, gaps)
  const [step, setStep] = useState<Step>(draft.contents.template ? 'fill' : 'choose')
  const [posted, setPosted] = useState<PostedNotice | null>(null)
  const go = (next: Step) => {
    setStep(next)
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }

  if (posted) return <Posted posted={posted} />
  if (step === 'choose') {
    return (
      <ChooseItem
        district={draft.district}
        onKeep={state.draft.contents.template ? () => go('fill') : undefined}
        onChoose={({ item, itemName, template }) => {
          keeper.change({ ...state.draft.contents, item, template }, itemName)
          go('fill')
        }}
      />
    )
  }
  return (
    <WithForm
      key={state.draft.contents.item + state.draft.contents.template}
      draft={state.draft}
      step={step}
      render={form =>
        step === 'fill' ? (
          <Filled keeper={keeper} state={state} form={form} unitName={unitName} onGo={go} />
        ) : (
          <Preview
            form={form}
            state={state}
            onBack={() => go('fill')}
            onPosted={notice => {
              keepContacts(draft.unit, contactsOf(state.draft.contents.values))
              forgetDraft(draft.id)
              setPosted(notice)
              Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
            }}
          />
        )
      }
    />
  )
}

type FilledProps = {
  keeper: DraftKeeper
  state: KeeperState
  form: NoticeForm
  unitName: string
  onGo: (step: Step) => void
}

/** The form with what is known from the start filled in. */
function Filled({ keeper, state, form, unitName, onGo }: FilledProps) {
  const today = beijingDate(useServerNow())
  useState(() => {
    const known = knownValues(unitName, today, lastContacts(state.draft.unit))
    keeper.change(fittedTo(form, keeper.snapshot().draft.contents, known))
  })
  return <Fill keeper={keeper} state={state} form={form} onGo={onGo} />
}

type WithFormProps = {
  draft: Draft
  step: Step
  render: (form: NoticeForm) => React.ReactNode
}

function WithForm({ draft, step, render }: WithFormProps) {
  const { district, contents } = draft
  const { item, template } = contents
  const loaded = useLoaded(`form:${district}:${item}:${template}`, () =>
    call('catalog', 'form', { district, item, template }),
  )
  if (loaded.data) return <>{render(loaded.data.form)}</>
  return (
    <Page title={deskWords.post}>
      <StepBar steps={deskWords.steps} current={step === 'fill' ? 1 : 2} />
      {loaded.problem ? (
        <ErrorState
          title={loaded.problem.title}
          text={loaded.problem.message}
          onRetry={() => void loaded.reload()}
          onSeeLast={loaded.seeCopy}
        />
      ) : (
        <SheetSkeleton count={3} />
      )}
    </Page>
  )
}
