import { KeyValue } from '../../components/KeyValue'
import { Sheet } from '../../components/Sheet'
import { progressWords } from '../../words/progress'
import type { OwnApplication } from './own-application'

/** Who applied, where and how; what a lent phone should not show is not here. */
export function Details({ application }: { application: OwnApplication }) {
  const { who, isProject, unitName, way, agent, people } = application
  const words = progressWords.details
  return (
    <Sheet title={words.title} icon="person">
      <KeyValue label={isProject ? words.project : words.name}>{who}</KeyValue>
      <KeyValue label={words.unit}>{unitName}</KeyValue>
      {people !== null ? (
        <KeyValue label={words.people}>{progressWords.granted.count(people)}</KeyValue>
      ) : null}
      <KeyValue label={words.way}>{progressWords.way[way]}</KeyValue>
      {agent ? <KeyValue label={words.agent}>{words.agentWords(agent.name, agent.relation)}</KeyValue> : null}
    </Sheet>
  )
}
