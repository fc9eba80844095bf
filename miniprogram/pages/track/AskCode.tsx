import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { TextField } from '../../components/Field'
import { codeInHalves, codeScanned, codeTyped } from '../../components/Receipt/code'
import { Sheet } from '../../components/Sheet'
import { trackWords as words } from '../../words/progress'

/** In a browser the phone's own camera opens the address that is on the receipt. */
const canScan = process.env.TARO_ENV === 'weapp'
const LONGEST = 40

type Props = {
  /** A code that was not found, to be looked over and put right. */
  first?: string
  onCode: (code: string) => void
}

export function AskCode({ first, onCode }: Props) {
  const [text, setText] = useState(first ? codeInHalves(first) : '')
  const [problem, setProblem] = useState('')

  const take = (code: string | null, complaint: string) => {
    setProblem(code === null ? complaint : '')
    if (code !== null) onCode(code)
  }
  const scan = () => {
    Taro.scanCode({ scanType: ['qrCode'] }).then(
      ({ result }) => take(codeScanned(result), words.wrongScan),
      closedWithoutScanning,
    )
  }

  return (
    <Sheet>
      <TextField
        label={words.label}
        hint={words.hint}
        value={text}
        placeholder={words.placeholder}
        maxLength={LONGEST}
        problem={problem}
        onChange={setText}
      />
      <View className="track-actions">
        <Button icon="search" word={words.look} onTap={() => take(codeTyped(text), words.wrongShape)} />
        {canScan ? <Button look="line" icon="camera" word={words.scan} onTap={scan} /> : null}
      </View>
      <View className="why">{words.onlyProgress}</View>
    </Sheet>
  )
}

/** WeChat reports closing the scanner as a failure; nothing went wrong. */
function closedWithoutScanning() {}
