import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { beijingDate } from '../../../shared/calendar/date'
import type { Instant } from '../../../shared/calendar/model'
import { dateWords } from '../../../shared/calendar/words'
import { call } from '../../cloud/call'
import type { Loaded } from '../../cloud/use-loaded'
import { Button } from '../../components/Button'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { StandingSheet, StepsSheet } from '../../components/Progress'
import { RefusalSheet, WithdrawnNote } from '../../components/Progress/EndSheet'
import { PublicitySheet } from '../../components/Progress/PublicitySheet'
import { Receipt } from '../../components/Receipt'
import { aria } from '../../platform/aria'
import { useReminder } from '../../subscribe/use-reminder'
import { common } from '../../words/common'
import { progressWords as words } from '../../words/progress'
import { Details } from './Details'
import { Filed } from './Filed'
import { footerOf } from './footer'
import { putUpAll } from './hand-in'
import { Missing } from './Missing'
import { OwnStep } from './OwnStep'
import type { OwnApplication, OwnPage } from './own-application'
import { RegisterSheet } from './RegisterSheet'
import { lackingOf } from './taken'
import { useDeed } from './use-deed'
import { type TakenFiles, useTaken } from './use-taken'
import { Withdraw } from './Withdraw'

type Props = {
  application: OwnApplication
  /** True right after it was made: the receipt comes first then. */
  isNew: boolean
  now: Instant
  loaded: Loaded<OwnPage>
}

/** One's own application, from what a household asks first: where it stands, what is missing, what comes next. */
export function ApplicationBody({ application, isNew, now, loaded }: Props) {
  const { id, version, awaited, end, can } = application
  const deed = useDeed(loaded)
  const files = useTaken(id)
  const reminder = useReminder({
    kind: 'application',
    target: application.trackCode,
    events: ['application-step', 'materials-missing', 'application-decided'],
  })
  const asked = can.supply && awaited ? awaited.items : []
  useNewestOnReturn(loaded, deed.busyWord !== undefined)
  useForgetUnwanted(files, asked.length === 0 && can.moves.length === 0 && loaded.copyFrom === null)

  const handIn = async (kinds: readonly string[], tell: (word: string) => void) => {
    const materials = await putUpAll(id, kinds, files.taken, (done, total) =>
      tell(words.missing.sending(done, total)),
    )
    tell(words.missing.handing)
    return materials
  }

  const supply = async () => {
    const lacking = lackingOf(asked, files.taken)
    if (lacking.length > 0) return deed.say(words.missing.lacking(lacking.join('、')))
    const isDone = await deed.run(
      words.missing.handing,
      async tell => call('applications', 'supply', { id, version, materials: await handIn(asked, tell) }),
      words.missing.sent,
    )
    if (isDone) files.clear()
  }

  const proceed = async (to: string, remark: string, kinds: readonly string[]) => {
    const isDone = await deed.run(
      words.own.busy,
      async tell => {
        const materials = await handIn(kinds, tell)
        return call('applications', 'proceed', { id, version, to, remark, materials })
      },
      words.own.done,
    )
    if (isDone) files.clear()
  }

  const withdraw = (remark: string) =>
    deed.run(
      words.withdraw.busy,
      () => call('applications', 'withdraw', { id, version, remark }),
      words.withdraw.done,
    )

  const said = deed.said || reminder.said
  const footer = footerOf({
    phone: application.phone,
    missing: asked.length,
    busyWord: deed.busyWord,
    reminder: end ? null : reminder,
    onSupply: () => void supply(),
  })

  return (
    <Page title={words.page} copyFrom={loaded.copyFrom ?? undefined} said={said} footer={footer}>
      <Head application={application} />
      {said && !footer ? (
        <View className="application-said">
          <Note tone="pending">{said}</Note>
        </View>
      ) : null}
      {isNew ? (
        <View>
          <View className="application-said" {...aria({ role: 'status' })}>
            <Note tone="pending">{words.handedIn}</Note>
          </View>
          <Receipt of={application} />
        </View>
      ) : null}
      <StandingSheet progress={application} now={now} voice="own" />
      {end?.outcome === 'rejected' ? <RefusalSheet grounds={end.grounds} /> : null}
      {end?.outcome === 'withdrawn' ? <WithdrawnNote /> : null}
      {application.register ? <RegisterSheet register={application.register} /> : null}
      {awaited ? <Missing awaited={awaited} canSupply={can.supply} files={files} /> : null}
      {can.moves.length > 0 ? (
        <OwnStep application={application} files={files} busyWord={deed.busyWord} onGo={proceed} />
      ) : null}
      {application.publicity ? <PublicitySheet publicity={application.publicity} now={now} /> : null}
      <StepsSheet progress={application} voice="own" />
      {isNew ? null : <Receipt of={application} />}
      <Filed id={id} materials={application.materials} />
      <Details application={application} />
      {reminder.follows && !end ? (
        <View className="application-follow">
          {words.reminding(reminder.remaining)}
          <Button small look="soft" word={words.stopReminding} onTap={reminder.unfollow} />
        </View>
      ) : null}
      {can.withdraw ? <Withdraw busyWord={deed.busyWord} onWithdraw={withdraw} /> : null}
    </Page>
  )
}

/** Another office may have moved it on while the person was elsewhere; what is being sent is not disturbed. */
function useNewestOnReturn({ reload }: Props['loaded'], isBusy: boolean) {
  const busy = useRef(isBusy)
  busy.current = isBusy
  useDidShow(() => {
    if (!busy.current) void reload()
  })
}

/** Photos that nothing asks for any more do not stay on the phone: the matter went on without them. */
function useForgetUnwanted({ taken, clear }: TakenFiles, isUnwanted: boolean) {
  const isLeftOver = isUnwanted && Object.keys(taken).length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: `clear` forgets what lies there at that moment
  useEffect(() => {
    if (isLeftOver) clear()
  }, [isLeftOver])
}

function Head({ application }: { application: OwnApplication }) {
  const { procedureName, who, isProject, startedAt, caseNo, example } = application
  const applied = words.appliedOn(dateWords(beijingDate(startedAt)))
  return (
    <View className="application-head">
      <View className="application-title" {...aria({ role: 'heading', level: 1 })}>
        {procedureName}
      </View>
      <View className="s c2">
        <Text>{[isProject ? who : words.forHousehold(who), applied, ''].join(' · ')}</Text>
        <Text className="application-no">{words.caseNo(caseNo)}</Text>
        {example ? <Text className="mark">{common.example}</Text> : null}
      </View>
    </View>
  )
}
