import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ApplicationCard } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import type { Instant } from '../../../shared/calendar/model'
import { dateWithWeekday, dateWords } from '../../../shared/calendar/words'
import type { DataOf } from '../../../shared/contract'
import type { Loaded } from '../../cloud/use-loaded'
import { Chip, type Tone } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Icon } from '../../components/Icon'
import { Note } from '../../components/Note'
import { isOverdue } from '../../components/Progress/phase'
import { CardSkeleton } from '../../components/Skeleton'
import { Tap } from '../../components/Tap'
import { aria } from '../../platform/aria'
import { servicesWords as words } from '../../words/application'
import { common } from '../../words/common'
import { applicationUrl } from './links'

type Mine = DataOf<'applications', 'mine'>

/** One's own applications, those that wait for oneself first. */
export function MyApplications({ mine, now }: { mine: Loaded<Mine>; now: Instant }) {
  const { data, problem } = mine
  return (
    <View>
      <View className="section" {...aria({ role: 'heading', level: 2 })}>
        {words.mine}
      </View>
      {data ? (
        <Cards applications={data.applications} now={now} />
      ) : problem?.code === 'FORBIDDEN' ? (
        <View className="services-none">
          <Note>{words.notSignedIn}</Note>
        </View>
      ) : problem ? (
        <ErrorState
          title={problem.title}
          text={problem.message}
          onRetry={() => void mine.reload()}
          onSeeLast={mine.seeCopy}
        />
      ) : (
        <CardSkeleton count={1} />
      )}
    </View>
  )
}

function Cards({ applications, now }: { applications: ApplicationCard[]; now: Instant }) {
  if (applications.length === 0) {
    return <EmptyState icon="path" title={words.noneMine} text={words.noneMineWhy} />
  }
  return (
    <>
      {inOrder(applications).map(application => (
        <Card key={application.id} application={application} now={now} />
      ))}
    </>
  )
}

/** What waits for oneself, then what is under way, then what has ended; each as it came. */
export function inOrder(applications: readonly ApplicationCard[]): ApplicationCard[] {
  const rank = ({ end, withApplicant }: ApplicationCard) => (end ? 2 : withApplicant ? 0 : 1)
  return [...applications].sort((one, other) => rank(one) - rank(other))
}

function Card({ application, now }: { application: ApplicationCard; now: Instant }) {
  const { id, caseNo, example, procedureName, stepName, end } = application
  const { tone, word } = stateOf(application, now)
  return (
    <Tap className="service" role="link" onTap={() => Taro.navigateTo({ url: applicationUrl(id) })}>
      <View className="service-top">
        <Chip tone={tone} word={word} />
        {example ? <Text className="mark">{common.example}</Text> : null}
      </View>
      <View className="row">
        <View className="grow">
          <View className="service-name">{procedureName}</View>
          {end ? null : <View className="b">{stepName}</View>}
          <View className="s c2">{whenOf(application, now)}</View>
          <View className="s c3">{words.caseNo(caseNo)}</View>
        </View>
        <Icon name="right" small className="c3" />
      </View>
    </Tap>
  )
}

const endTones = { completed: 'open', rejected: 'closed', withdrawn: 'closed' } as const

function stateOf(
  { end, missing, withApplicant, limit }: ApplicationCard,
  now: Instant,
): { tone: Tone; word: string } {
  if (end) return { tone: endTones[end], word: words.end[end] }
  if (missing > 0) return { tone: 'closing', word: words.missing(missing) }
  if (withApplicant) return { tone: 'closing', word: words.yours }
  return isOverdue(limit, now)
    ? { tone: 'late', word: words.overdue }
    : { tone: 'pending', word: words.handled }
}

function whenOf({ end, since, limit }: ApplicationCard, now: Instant): string {
  const dueOn = limit?.dueOn ?? null
  if (end || dueOn === null) return words.since(dateWords(beijingDate(since)))
  return isOverdue(limit, now) ? words.overOn(dateWithWeekday(dueOn)) : words.until(dateWithWeekday(dueOn))
}
