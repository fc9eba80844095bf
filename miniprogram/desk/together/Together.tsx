import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { DeskCase } from '../../../shared/application/page'
import type { DataOf } from '../../../shared/contract'
import { call } from '../../cloud/call'
import { problemOf } from '../../cloud/errors'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { Sheet } from '../../components/Sheet'
import { SheetSkeleton } from '../../components/Skeleton'
import { caseWords } from '../../words/desk-cases'
import { Act } from '../case/Act'
import { draftKey } from '../case/act-draft'
import { type ActOffer, handlingOf, offerKey, recordOf } from '../case/handling'
import { Offers } from '../case/Offers'
import { useActDraft } from '../case/use-act-draft'
import { type ChosenCases, chooseCases } from '../chosen-cases'
import { useLive } from '../use-live'
import { togetherOffers } from './offers'
import { Results } from './Results'
import { type Result, resultsOf } from './results'

type Props = { chosen: ChosenCases; first: DeskCase }

const words = caseWords.together

/** One meeting, one record, for all that were ticked; the ways are those of the first. */
export function Together({ chosen, first }: Props) {
  const { cases } = chosen
  const loaded = useLive(`together:${first.id}`, () => call('applications', 'case', { id: first.id }))
  const [taking, setTaking] = useState<ActOffer | null>(null)
  const [results, setResults] = useState<Result[] | null>(null)
  const kept = useActDraft(draftKey('together', `${first.procedureText}|${first.step}`), {})
  const sending = useSending(cases, next => {
    if (next.every(({ done }) => done)) kept.forget()
    chooseCases(null)
    setTaking(null)
    setResults(next)
    toTop()
  })
  const page = loaded.data?.case ?? null

  if (results) return <Results results={results} unit={chosen.unit} />
  if (page && taking) {
    return (
      <Act
        key={offerKey(taking)}
        title={words.page}
        offer={taking}
        kept={kept}
        form={page.recordForm}
        checklist={[]}
        told={null}
        about={<AboutAll cases={cases} />}
        word={words.do(cases.length)}
        isBusy={sending.isBusy}
        said={sending.said}
        onSend={() => void sending.send(taking, page, kept.draft)}
        onBack={() => {
          setTaking(null)
          toTop()
        }}
      />
    )
  }
  const offers = page ? togetherOffers(page.offers.filter(offer => offer.as === first.body)) : []
  return (
    <Page title={words.page}>
      <Sheet title={words.who(cases.length)} icon="people">
        <View>{cases.map(({ subjectName }) => subjectName).join('、')}</View>
        <View className="s c2">{`${first.procedureName} · ${first.stepName}`}</View>
      </Sheet>
      {page && offers.length > 0 ? (
        <Offers
          page={{ ...page, offers }}
          busyWith={null}
          onTake={offer => {
            const found = offers.find(one => offerKey(one) === offerKey(offer))
            if (found) setTaking(found)
            toTop()
          }}
        />
      ) : page ? (
        <EmptyState icon="clock" title={words.noOffers} text={words.noOffersWhy} />
      ) : loaded.problem ? (
        <ErrorState
          title={loaded.problem.title}
          text={loaded.problem.message}
          onRetry={() => void loaded.reload()}
        />
      ) : (
        <SheetSkeleton />
      )}
    </Page>
  )
}

function AboutAll({ cases }: { cases: readonly DeskCase[] }) {
  return (
    <View>
      <View className="s c2">{cases.map(({ subjectName }) => subjectName).join('、')}</View>
      <Note tone="closing">{words.same}</Note>
    </View>
  )
}

type CaseAnswer = DataOf<'applications', 'case'>['case']
type Draft = Parameters<typeof handlingOf>[1]

function useSending(cases: readonly DeskCase[], onResults: (results: Result[]) => void) {
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  const send = async (offer: ActOffer, page: CaseAnswer, draft: Draft) => {
    if (isBusy) return
    setBusy(true)
    setSaid('')
    try {
      const record = recordOf(offer, draft, page.recordForm)
      const answer = await call('applications', 'actTogether', {
        cases: cases.map(({ id, version }) => ({ id, version })),
        as: offer.as,
        handling: handlingOf(offer, draft, null, ''),
        ...(record ? { record } : {}),
      })
      onResults(resultsOf(cases, answer.results, words.unknown))
    } catch (error) {
      const { code, message, passes } = problemOf(error)
      const mayHaveArrived = passes && code !== 'OFFLINE' && code !== 'BUSY'
      setSaid(mayHaveArrived ? caseWords.one.lost : message)
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, said, send }
}

function toTop() {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}
