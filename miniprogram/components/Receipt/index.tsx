import './index.scss'
import { Text, View } from '@tarojs/components'
import type { Progress } from '../../../shared/application/page'
import { beijingDate } from '../../../shared/calendar/date'
import { fullDateWords } from '../../../shared/calendar/words'
import { aria } from '../../platform/aria'
import { canPrint, printPart } from '../../platform/print'
import { common } from '../../words/common'
import { progressWords } from '../../words/progress'
import { Button } from '../Button'
import { KeyValue } from '../KeyValue'
import { Qr } from '../Qr'
import { Sheet } from '../Sheet'
import { halvesOf } from './code'

const words = progressWords.receipt
const onWeb = process.env.TARO_ENV === 'h5'

type Props = {
  of: Pick<Progress, 'caseNo' | 'trackCode' | 'procedureName' | 'startedAt' | 'example'>
}

/** What a household keeps, on the phone or on paper: with the code anybody of it can follow the matter. */
export function Receipt({ of: { caseNo, trackCode, procedureName, startedAt, example } }: Props) {
  return (
    <Sheet
      className="printed"
      title={words.title}
      icon="paper"
      side={example ? <Text className="mark">{common.example}</Text> : undefined}
    >
      <View className="receipt">
        <View className="receipt-words">
          <View className="s c3">{words.code}</View>
          <View className="receipt-code num" {...aria({ label: words.codeAloud(trackCode) })}>
            {halvesOf(trackCode).map(half => (
              <Text className="receipt-half" key={half}>
                {half}
              </Text>
            ))}
          </View>
          <View className="s c2">{onWeb ? words.scanWeb : words.scanApp}</View>
        </View>
        <Qr text={addressOf(trackCode)} label={words.qr} />
      </View>
      <KeyValue label={words.caseNo}>{caseNo}</KeyValue>
      <KeyValue label={words.what}>{procedureName}</KeyValue>
      <KeyValue label={words.on}>{fullDateWords(beijingDate(startedAt))}</KeyValue>
      <View className="why">
        {words.keep}
        {words.nothingPersonal}
      </View>
      {canPrint ? (
        <View className="receipt-print not-printed">
          <Button small look="soft" word={words.print} onTap={printPart} />
        </View>
      ) : null}
    </Sheet>
  )
}

/** On the web any phone's camera opens the address; the mini-program has no address, and reads the code itself. */
function addressOf(trackCode: string): string {
  if (!onWeb) return trackCode
  const { origin, pathname } = window.location
  return `${origin}${pathname}#/pages/track/index?code=${trackCode}`
}
