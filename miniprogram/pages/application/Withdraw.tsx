import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { TextAreaField } from '../../components/Field'
import { Sheet } from '../../components/Sheet'
import { progressWords } from '../../words/progress'

const words = progressWords.withdraw
const LONGEST = 500

type Props = { busyWord: string | undefined; onWithdraw: (remark: string) => Promise<boolean> }

/** Asks on the page itself, with a reason, before anything is withdrawn. */
export function Withdraw({ busyWord, onWithdraw }: Props) {
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')

  if (!isAsking) {
    return (
      <View className="withdraw-open">
        <Button small look="line" word={words.open} onTap={() => setAsking(true)} />
      </View>
    )
  }
  const withdraw = () => {
    const said = reason.trim()
    setProblem(said === '' ? words.lacking : '')
    if (said !== '') void onWithdraw(said)
  }
  return (
    <Sheet title={words.title} icon="warn">
      <View className="withdraw-text">{words.text}</View>
      <TextAreaField
        label={words.reason}
        value={reason}
        maxLength={LONGEST}
        problem={problem}
        onChange={setReason}
      />
      <View className="withdraw-actions">
        <Button small look="line" word={words.sure} busyWord={busyWord} onTap={withdraw} />
        <Button small look="soft" word={words.keep} onTap={() => setAsking(false)} />
      </View>
    </Sheet>
  )
}
