import './index.scss'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useHomeUnit } from '../../cloud/places'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { RoofLine } from '../../components/Roof'
import { boardWords } from '../../words/board'
import { common } from '../../words/common'
import { Board } from './Board'
import { ChoosePlace } from './ChoosePlace'

/** 公示: the board of a person's own village. Who has chosen none is asked for it first. */
export default function Notices() {
  const unit = useHomeUnit()
  const [isChoosing, setChoosing] = useState(false)
  const choose = () => setChoosing(true)
  return (
    <>
      {unit ? <Board key={unit.code} unit={unit} onChangePlace={choose} /> : <NoPlaceYet onChoose={choose} />}
      {isChoosing ? <ChoosePlace onDone={() => setChoosing(false)} /> : null}
    </>
  )
}

function NoPlaceYet({ onChoose }: { onChoose: () => void }) {
  return (
    <Page title={common.app} tab="notices" roof={<RoofLine>{boardWords.welcome}</RoofLine>}>
      <View className="board-first">
        <EmptyState
          icon="pin"
          title={boardWords.chooseFirst}
          text={boardWords.chooseWhy}
          action={<Button word={boardWords.choose} icon="pin" onTap={onChoose} />}
        />
      </View>
    </Page>
  )
}
