import { View } from '@tarojs/components'
import Taro, { useDidShow, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { DeskCase } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import type { DataOf } from '../../../shared/contract'
import { useServerNow } from '../../cloud/server-time'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { Tap } from '../../components/Tap'
import { caseWords } from '../../words/desk-cases'
import { chooseCases } from '../chosen-cases'
import { deskUrl } from '../links'
import { useAnnouncing } from '../use-announcing'
import { DayList } from './DayList'
import { KindPicker } from './KindPicker'
import { type CaseKind, kindKey, kindsOf, mostOf, type TogetherWay, togetherWay, toggled } from './kinds'
import type { CasePages } from './use-case-pages'

type Props = { unit: string; pages: CasePages; first: DataOf<'applications', 'desk'> }

const words = caseWords.list

/** The list by day; once a step is picked, its cases can be ticked and done together. */
export function CaseList({ unit, pages, first }: Props) {
  const { cases } = pages
  const today = beijingDate(useServerNow())
  const [isOpen, setOpen] = useState(false)
  const [pickedKey, setPickedKey] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string[]>([])
  const announcing = useAnnouncing()
  // Back from a case or from doing several: the list is another one now.
  useDidShow(pages.reload)
  useReachBottom(() => {
    if (pickedKey === null) pages.loadMore()
  })

  const kinds = kindsOf(cases)
  const picked = kinds.find(({ key }) => key === pickedKey) ?? null
  const shown = pickedKey === null ? cases : cases.filter(one => kindKey(one) === pickedKey)
  const way = picked ? togetherWay(picked) : 'none'
  const isChoosing = way !== 'none' && shown.length > 1
  const ticked = shown.filter(({ id }) => chosen.includes(id))
  const pick = (key: string | null) => {
    setPickedKey(key)
    setChosen([])
    setOpen(false)
  }
  const open = (isWanted: boolean) => {
    setOpen(isWanted)
    if (isWanted) pages.loadAll()
  }
  const tap = (one: DeskCase) => {
    if (isChoosing) setChosen(toggled(chosen, one.id, mostOf(way)))
    else Taro.navigateTo({ url: deskUrl.case(one.id) })
  }
  const goOn = () => {
    if (picked && way === 'announce') {
      void announcing.announce(
        ticked.map(({ id }) => id),
        picked.body,
        picked.key,
      )
      return
    }
    chooseCases({ unit, cases: ticked })
    Taro.navigateTo({ url: deskUrl.together })
  }

  return (
    <Page
      title={words.page}
      said={announcing.said}
      footer={
        picked && isChoosing ? (
          <ChoosingFooter
            kind={picked}
            way={way}
            ticked={ticked.length}
            isBusy={announcing.busyWith !== null}
            onGo={goOn}
            onAll={() => setChosen(ticked.length > 0 ? [] : shown.slice(0, mostOf(way)).map(({ id }) => id))}
          />
        ) : undefined
      }
    >
      <View className="cases-head">
        <View className="cases-title">{caseWords.waiting(first.total)}</View>
        {first.overdue > 0 ? <View className="t-late b">{caseWords.overdue(first.overdue)}</View> : null}
      </View>
      {pages.problem ? (
        <View className="aside">
          <Note tone="closing">{pages.problem.message}</Note>
        </View>
      ) : null}
      {first.total === 0 ? (
        <EmptyState icon="tick" title={words.nothing} text={words.nothingWhy} />
      ) : (
        <>
          <KindPicker
            kinds={kinds}
            picked={picked}
            total={first.total}
            isOpen={isOpen}
            isCounting={pages.isLoadingMore}
            onOpen={open}
            onPick={pick}
          />
          {shown.length === 0 ? (
            <EmptyState
              icon="tick"
              title={words.nothingPicked}
              action={<Button small look="soft" word={words.backToAll} onTap={() => pick(null)} />}
            />
          ) : (
            <DayList
              cases={shown}
              today={today}
              namesStep={picked === null}
              chosen={isChoosing ? chosen : null}
              onTap={tap}
            />
          )}
          <More pages={pages} />
        </>
      )}
    </Page>
  )
}

type FooterProps = {
  kind: CaseKind
  way: TogetherWay
  ticked: number
  isBusy: boolean
  onAll: () => void
  onGo: () => void
}

function ChoosingFooter({ way, ticked, isBusy, onAll, onGo }: FooterProps) {
  const goWord = way === 'announce' ? words.announce(ticked) : words.together(ticked)
  return (
    <>
      <Button look="line" word={ticked > 0 ? words.chooseNone : words.chooseAll} onTap={onAll} />
      <Button
        word={ticked === 0 ? words.chooseFirst : goWord}
        disabled={ticked === 0}
        busyWord={isBusy ? words.announcing : undefined}
        onTap={onGo}
      />
    </>
  )
}

function More({ pages }: { pages: CasePages }) {
  if (pages.moreProblem) {
    return (
      <View className="aside">
        <Note tone="closing">{pages.moreProblem.message}</Note>
        <Tap className="more" onTap={pages.loadMore}>
          {words.more}
        </Tap>
      </View>
    )
  }
  if (!pages.hasMore) return null
  return (
    <Tap className="more" disabled={pages.isLoadingMore} onTap={pages.loadMore}>
      {pages.isLoadingMore ? words.moreBusy : words.more}
    </Tap>
  )
}
