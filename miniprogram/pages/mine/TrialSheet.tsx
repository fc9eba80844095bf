import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { forgetCopies } from '../../cloud/copies'
import { type Problem, problemOf } from '../../cloud/errors'
import {
  type TrialIdentity,
  takeTrialIdentity,
  trialIdentities,
  trialIdentity,
} from '../../cloud/trial-identity'
import { ErrorState } from '../../components/ErrorState'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { mineWords } from '../../words/mine'

/** In a trial build only: being one of localcloud's made-up persons, or nobody. */
export function TrialSheet({ onTaken }: { onTaken: () => void }) {
  const [offered, setOffered] = useState<TrialIdentity[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [taken, setTaken] = useState(trialIdentity())

  const load = () => {
    setProblem(null)
    trialIdentities()
      .then(setOffered)
      .catch(error => setProblem(problemOf(error)))
  }
  useEffect(load, [])

  const take = (identity: TrialIdentity | null) => {
    takeTrialIdentity(identity)
    // What one person has read is not shown to the next.
    forgetCopies()
    setTaken(identity)
    onTaken()
  }

  if (problem) return <ErrorState title={problem.title} text={problem.message} onRetry={load} />
  return (
    <Sheet title={mineWords.trialTitle} icon="people">
      <View className="mine-note">{mineWords.trialNote}</View>
      <Choice word={mineWords.trialNobody} isOn={taken === null} onTap={() => take(null)} />
      {offered.map(identity => (
        <Choice
          key={identity.id}
          word={identity.name}
          note={identity.roleName}
          isOn={taken?.id === identity.id}
          onTap={() => take(identity)}
        />
      ))}
    </Sheet>
  )
}

type ChoiceProps = { word: string; note?: string; isOn: boolean; onTap: () => void }

function Choice({ word, note, isOn, onTap }: ChoiceProps) {
  return (
    <Tap className="mine-row" role="radio" checked={isOn} onTap={onTap}>
      <View className="grow">
        <View className={isOn ? 'b' : ''}>{word}</View>
        {note ? <View className="s c3">{note}</View> : null}
      </View>
      {isOn ? <Icon name="check" className="cb" /> : null}
    </Tap>
  )
}
