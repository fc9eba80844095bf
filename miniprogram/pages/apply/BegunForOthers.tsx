import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ApplicationPage } from '../../../shared/application/page'
import { Button } from '../../components/Button'
import { Note } from '../../components/Note'
import { Page } from '../../components/Page'
import { Receipt } from '../../components/Receipt'
import { applyWords as words } from '../../words/application'

/** A nomination, or what an office began: on nobody's phone, so the receipt is given to the household. */
export function BegunForOthers({ made }: { made: ApplicationPage | null }) {
  const isForHousehold = made?.subject.kind !== 'project'
  const toDesk = () => void Taro.redirectTo({ url: '/desk/cases/index' })
  return (
    <Page title={words.page} footer={<Button word={words.toDesk} onTap={toDesk} />}>
      <View className="apply-said">
        <Note tone="pending">{isForHousehold ? words.given : words.begun}</Note>
      </View>
      {made ? <Receipt of={made} /> : null}
    </Page>
  )
}
