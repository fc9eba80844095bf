import '../parts.scss'
import './index.scss'
import { Text, View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { RegisterLine } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import type { CalendarDate } from '../../../shared/calendar/model'
import type { DataOf } from '../../../shared/contract'
import { call } from '../../cloud/call'
import { useServerNow } from '../../cloud/server-time'
import { useLoaded } from '../../cloud/use-loaded'
import { EmptyState } from '../../components/EmptyState'
import { ErrorState } from '../../components/ErrorState'
import { Icon } from '../../components/Icon'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { Segments } from '../../components/Segments'
import { Sheet } from '../../components/Sheet'
import { SheetSkeleton } from '../../components/Skeleton'
import { Tap } from '../../components/Tap'
import { readParam } from '../../platform/address'
import { caseWords } from '../../words/desk-cases'
import { Export } from './Export'
import { Line } from './Line'
import { type Register, type RegisterFilter, useRegister } from './use-register'

type Status = 'all' | 'in' | 'review-due' | 'out'
type Answer = DataOf<'applications', 'register'>

const words = caseWords.register

/** 低收入农户数据库 of a unit, opened with `?unit=`: how many, who, and who is to be looked at again. */
export default function RegisterPage() {
  const unit = readParam(useRouter().params.unit)
  const [status, setStatus] = useState<Status>('in')
  const [place, setPlace] = useState<string | null>(null)
  const me = useLoaded('me', () => call('members', 'me', {}))
  const filter: RegisterFilter = { unit: place ?? unit, ...(status === 'all' ? {} : { status }) }
  const whole = useRegister({ unit })
  const register = useRegister(filter)
  const today = beijingDate(useServerNow())
  const mayChange = me.data?.posts.some(post => post.changesRegister) ?? false
  useReachBottom(register.loadMore)

  const refused = whole.problem?.code === 'FORBIDDEN'
  const problem = whole.problem ?? register.problem
  return (
    <Page title={words.page}>
      {refused ? (
        <EmptyState icon="people" title={words.notAllowed} text={words.notAllowedWhy} />
      ) : whole.first ? (
        <>
          <Counts first={whole.first} place={place} onPlace={setPlace} />
          <Segments
            label={words.filter}
            value={status}
            onChange={setStatus}
            segments={[
              { value: 'in', word: words.in },
              { value: 'review-due', word: words.reviewDue },
              { value: 'out', word: words.out },
              { value: 'all', word: words.all },
            ]}
          />
          <View className="aside">
            <Export key={JSON.stringify(filter)} filter={filter} />
          </View>
          <Lines
            register={register}
            isWhole={status === 'all'}
            today={today}
            mayChange={mayChange}
            onChanged={line => {
              register.put(line)
              whole.reload()
            }}
          />
        </>
      ) : problem ? (
        <ErrorState title={problem.title} text={problem.message} onRetry={whole.reload} />
      ) : (
        <SheetSkeleton />
      )}
    </Page>
  )
}

type CountsProps = { first: Answer; place: string | null; onPlace: (unit: string | null) => void }

/** For the results notice: how many are in, and how many of them where. */
function Counts({ first, place, onPlace }: CountsProps) {
  const [isOpen, setOpen] = useState(false)
  const chosen = first.byUnit.find(({ unit }) => unit === place)
  return (
    <Sheet>
      <View className="counts">
        <View className="count">
          <View className="count-n num">{first.households}</View>
          <View className="s c2">{words.households}</View>
        </View>
        <View className="count">
          <View className="count-n num">{first.people}</View>
          <View className="s c2">{words.people}</View>
        </View>
      </View>
      {first.byUnit.length > 0 ? (
        <>
          <Tap className="line by-unit" onTap={() => setOpen(!isOpen)}>
            <View className="grow">
              <View className="b">{chosen ? words.only(chosen.unitName) : words.byUnit}</View>
              <View className="s c2">{words.byUnitHint}</View>
            </View>
            <Icon name={isOpen ? 'minus' : 'down'} small className="cb" />
          </Tap>
          {isOpen ? (
            <View>
              <Tap className="line by-unit" role="radio" checked={place === null} onTap={() => onPlace(null)}>
                <View className="grow b">{words.whole}</View>
              </Tap>
              {first.byUnit.map(({ unit, unitName, households, people }) => (
                <Tap
                  className="line by-unit"
                  role="radio"
                  checked={unit === place}
                  key={unit}
                  onTap={() => onPlace(unit)}
                >
                  <View className={unit === place ? 'grow b cb' : 'grow'}>{unitName}</View>
                  <Text className="num nowrap">{words.count(households, people)}</Text>
                </Tap>
              ))}
            </View>
          ) : null}
        </>
      ) : null}
    </Sheet>
  )
}

type LinesProps = {
  register: Register
  isWhole: boolean
  today: CalendarDate
  mayChange: boolean
  onChanged: (line: RegisterLine) => void
}

function Lines({ register, isWhole, today, mayChange, onChanged }: LinesProps) {
  if (!register.first) {
    return register.problem ? (
      <ErrorState title={register.problem.title} text={register.problem.message} onRetry={register.reload} />
    ) : (
      <SheetSkeleton />
    )
  }
  if (register.lines.length === 0) {
    return isWhole ? (
      <EmptyState icon="people" title={words.nothing} text={words.nothingWhy} />
    ) : (
      <EmptyState icon="people" title={words.nothingFiltered} />
    )
  }
  return (
    <>
      <View className="lines">
        {register.lines.map(line => (
          <Line
            key={line.id}
            line={line}
            today={today}
            mayChange={mayChange}
            onChanged={onChanged}
            onConflict={register.reload}
          />
        ))}
      </View>
      {register.moreProblem ? (
        <View className="aside">
          <Note tone="closing">{register.moreProblem.message}</Note>
        </View>
      ) : null}
      {register.hasMore ? (
        <Tap className="more" disabled={register.isLoadingMore} onTap={register.loadMore}>
          {register.isLoadingMore ? words.moreBusy : words.more}
        </Tap>
      ) : null}
    </>
  )
}
