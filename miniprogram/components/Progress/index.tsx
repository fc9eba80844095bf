import './index.scss'
import { Text, View } from '@tarojs/components'
import type { Progress } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import type { Instant } from '../../../shared/calendar/model'
import { dateWithWeekday, dateWords } from '../../../shared/calendar/words'
import { progressWords as words } from '../../words/progress'
import { Chip } from '../Chip'
import { KeyValue } from '../KeyValue'
import { Sheet } from '../Sheet'
import { Timeline, type TimelineItem } from '../Timeline'
import { briefName, groundLine, nextLines, overallWords, placeOf, standingChip, type Voice } from './phase'
import { Until } from './Until'

type Part = { progress: Progress; now: Instant; voice: Voice }

/** At a glance: which step of how many, in whose hands, until when, and then. */
export function StandingSheet({ progress, now, voice }: Part) {
  const chip = standingChip(progress, now, voice)
  return (
    <Sheet>
      <View className="stand-head">
        <View className="stand-reached">
          <Reached progress={progress} />
        </View>
        <Chip tone={chip.tone} word={chip.word} />
      </View>
      {progress.end ? null : (
        <>
          <View className="b">{briefName(progress.stepName)}</View>
          <View className="hr stand-hr" />
          <Where progress={progress} now={now} voice={voice} />
        </>
      )}
    </Sheet>
  )
}

function Reached({ progress }: { progress: Progress }) {
  const place = placeOf(progress)
  if (progress.end) {
    return (
      <>
        <View className="s c3">{words.ended}</View>
        <View className="b l">{words.endedOn(dateWords(beijingDate(progress.end.at)))}</View>
      </>
    )
  }
  return (
    <>
      <View className="s c3">{words.reached}</View>
      {place ? (
        <View className="stand-nth">
          <Text className="b l">{words.nth}</Text>
          <Text className="num stand-figure">{place.number}</Text>
          <Text className="b l">{words.step}</Text>
          <Text className="c2 stand-all">{words.all(place.total)}</Text>
        </View>
      ) : null}
    </>
  )
}

function Where({ progress, now, voice }: Part) {
  const next = nextLines(progress)
  const overall = overallWords(progress, now)
  return (
    <>
      <KeyValue label={words.hands}>
        <Hands progress={progress} voice={voice} />
      </KeyValue>
      <KeyValue label={words.since}>{dateWithWeekday(beijingDate(progress.since))}</KeyValue>
      <KeyValue label={words.until}>
        <Until progress={progress} now={now} />
        {overall ? <View className="s c2">{overall}</View> : null}
      </KeyValue>
      {next.length > 0 ? (
        <KeyValue label={words.next}>
          {next.map(line => (
            <View key={line}>{line}</View>
          ))}
        </KeyValue>
      ) : null}
      {isCustomary(progress) ? <View className="why">{words.customaryNow}</View> : null}
    </>
  )
}

function Hands({ progress, voice }: Pick<Part, 'progress' | 'voice'>) {
  if (progress.withApplicant) {
    const receivers = progress.awaited ? (progress.next[0]?.actors ?? []) : []
    return (
      <>
        <Text className="b">{voice === 'own' ? words.you : words.applicant}</Text>
        {receivers.length > 0 ? (
          <Text className="c2">{words.giveTo(receivers.map(briefName).join('、'))}</Text>
        ) : null}
      </>
    )
  }
  return <Text className="b">{progress.hands.length > 0 ? progress.hands.join('、') : words.nobody}</Text>
}

/** 一步一步: the whole way, with the dates of what is done. */
export function StepsSheet({ progress, voice }: Pick<Part, 'progress' | 'voice'>) {
  const hasCustomary = progress.timeline.some(step => step.customary)
  return (
    <Sheet title={words.steps} icon="path">
      <Timeline items={progress.timeline.map(step => itemOf(step, progress, voice))} />
      {hasCustomary ? <View className="why stand-why">{words.customary}</View> : null}
      {progress.end ? null : <View className="why">{groundLine(progress.ground)}</View>}
    </Sheet>
  )
}

/** The step one is at is drawn by usage: no document has it. */
function isCustomary({ timeline }: Progress): boolean {
  return timeline.some(step => step.state === 'now' && step.customary)
}

function itemOf(step: Progress['timeline'][number], progress: Progress, voice: Voice): TimelineItem {
  const isNow = step.state === 'now' && progress.end === null
  const date = step.doneAt ? dateWords(beijingDate(step.doneAt)) : undefined
  return {
    id: step.id,
    name: step.name,
    state: stopsAt(step, progress) ? 'stopped' : step.state,
    side: isNow ? sideOfNow(progress, voice) : date,
    under: (
      <>
        <Text>{(isNow && progress.hands.length > 0 ? progress.hands : step.actors).join('、')}</Text>
        {step.customary ? <Text className="mark stand-mark">{words.customaryMark}</Text> : null}
      </>
    ),
  }
}

/** Refused or withdrawn, it goes no further than here; that is no step done. */
function stopsAt(step: Progress['timeline'][number], { step: present, end }: Progress): boolean {
  return end !== null && end.outcome !== 'completed' && step.id === present
}

function sideOfNow({ awaited, withApplicant }: Progress, voice: Voice): string | undefined {
  if (awaited) return words.stepSide.awaited
  if (!withApplicant) return undefined
  return voice === 'own' ? words.state.own : words.state.ownOther
}
