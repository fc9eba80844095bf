import { View } from '@tarojs/components'
import { useState } from 'react'
import { forgetCopies } from '../../cloud/copies'
import { Button } from '../../components/Button'
import { Note } from '../../components/Note'
import { Sheet } from '../../components/Sheet'
import { mineWords } from '../../words/mine'

/** What the phone keeps, and how to be rid of it. */
export function StoredSheet() {
  const [isForgotten, setForgotten] = useState(false)
  const forget = () => {
    forgetCopies()
    setForgotten(true)
  }
  return (
    <Sheet title={mineWords.stored} icon="phone">
      <View>{mineWords.storedText}</View>
      {isForgotten ? <Note tone="pending">{mineWords.forgotten}</Note> : null}
      <View className="mine-action">
        <Button look="line" word={mineWords.forget} onTap={forget} />
      </View>
    </Sheet>
  )
}
