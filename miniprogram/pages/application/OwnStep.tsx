import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { TextAreaField } from '../../components/Field'
import { FileSlots } from '../../components/FileSlots'
import { briefName } from '../../components/Progress/phase'
import { Sheet } from '../../components/Sheet'
import { progressWords } from '../../words/progress'
import type { OwnApplication } from './own-application'
import type { TakenFiles } from './use-taken'

const words = progressWords.own
const LONGEST = 500
/** As long as the server takes the name of a material. */
const LONGEST_KIND = 60

type Props = {
  application: OwnApplication
  files: TakenFiles
  busyWord: string | undefined
  onGo: (to: string, remark: string, kinds: readonly string[]) => void
}

/** A step that is the household's own (签约、提交开工): each way on, what it means, and what may go with it. */
export function OwnStep({ application, files, busyWord, onGo }: Props) {
  const { can, stepName } = application
  const kind = briefName(stepName).slice(0, LONGEST_KIND)
  const [remark, setRemark] = useState('')
  const [problem, setProblem] = useState('')
  const asksRemark = can.moves.some(move => move.needsRemark)

  const go = ({ to, needsRemark }: OwnApplication['can']['moves'][number]) => {
    const said = remark.trim()
    if (needsRemark && said === '') return setProblem(words.remarkLacking)
    setProblem('')
    onGo(to, said, [kind])
  }

  return (
    <Sheet title={words.title} icon="person">
      <FileSlots
        kind={kind}
        hint={words.files}
        files={[...(files.taken[kind] ?? [])]}
        onAdd={added => files.add(kind, added)}
        onRemove={file => files.remove(kind, file)}
      />
      {asksRemark ? (
        <TextAreaField
          label={words.remark}
          value={remark}
          maxLength={LONGEST}
          problem={problem}
          onChange={setRemark}
        />
      ) : null}
      {can.moves.map(move => (
        <View className="own-move" key={move.to}>
          <View className="s c2">{move.when}</View>
          <Button word={words.go(move.name)} busyWord={busyWord} onTap={() => go(move)} />
        </View>
      ))}
    </Sheet>
  )
}
