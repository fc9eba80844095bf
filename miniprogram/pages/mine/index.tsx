import './index.scss'
import { useDidShow } from '@tarojs/taro'
import { call } from '../../cloud/call'
import { useLoaded } from '../../cloud/use-loaded'
import { ErrorState } from '../../components/ErrorState'
import { Page } from '../../components/Page'
import { RoofLine } from '../../components/Roof'
import { SheetSkeleton } from '../../components/Skeleton'
import { readSubscriptions, useSubscriptions } from '../../subscribe/subscriptions'
import { common } from '../../words/common'
import { mineWords } from '../../words/mine'
import { DisplaySheet } from './DisplaySheet'
import { FollowsSheet } from './FollowsSheet'
import { IdentitySheet } from './IdentitySheet'
import { MessagesSheet } from './MessagesSheet'
import { StoredSheet } from './StoredSheet'
import { TrialSheet } from './TrialSheet'

/** 我的: who one is here, what one follows, and how the pages look. */
export default function Mine() {
  const me = useLoaded('me', () => call('members', 'me', {}))
  const subscriptions = useSubscriptions()
  const reload = () => {
    void me.reload()
    void readSubscriptions()
  }
  useDidShow(() => {
    if (me.data) reload()
  })
  return (
    <Page
      title={common.app}
      tab="mine"
      copyFrom={me.copyFrom ?? undefined}
      roof={<RoofLine>{mineWords.title}</RoofLine>}
    >
      {me.data ? <IdentitySheet me={me.data} /> : null}
      {!me.data && me.isLoading ? <SheetSkeleton count={1} /> : null}
      {me.problem ? (
        <ErrorState
          title={me.problem.title}
          text={me.problem.message}
          onRetry={me.reload}
          onSeeLast={me.seeCopy}
        />
      ) : null}
      {TRIAL ? <TrialSheet onTaken={reload} /> : null}
      {subscriptions.known === 'failed' ? (
        <ErrorState
          title={subscriptions.problem.title}
          text={subscriptions.problem.message}
          onRetry={readSubscriptions}
        />
      ) : null}
      {subscriptions.known === 'yes' ? (
        <>
          <FollowsSheet follows={subscriptions.mine.follows} />
          <MessagesSheet messages={subscriptions.mine.messages} />
        </>
      ) : null}
      <DisplaySheet />
      <StoredSheet />
    </Page>
  )
}
