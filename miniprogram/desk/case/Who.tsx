import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { CasePage } from '../../../shared/application/page'
import { KeyValue } from '../../components/KeyValue'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { caseWords } from '../../words/desk-cases'

const words = caseWords.one

/** Whom it is about, whole: those whose step it is have to compare it with the papers. */
export function Who({ page }: { page: CasePage }) {
  const { subject, family, agent } = page
  return (
    <Sheet title={words.who} icon="person" side={<Text className="s c2">{words.way[page.way]}</Text>}>
      <KeyValue label={words.kind[subject.kind]}>{subject.name}</KeyValue>
      <Fact label={words.idNumber} value={subject.idNumber} />
      {subject.phone ? (
        <KeyValue label={words.phone}>
          <Phone number={subject.phone} />
        </KeyValue>
      ) : null}
      <Fact label={words.address} value={subject.address} />
      <Fact label={words.people} value={subject.people === null ? '' : words.peopleOf(subject.people)} />
      <Fact label={words.bankAccount} value={subject.bankAccount} />
      <Fact label={words.reason} value={subject.reason} />
      {family.length > 0 ? (
        <KeyValue label={words.family}>
          {family.map(member => (
            <View key={member.name + member.relation}>
              <Text>{`${member.name}（${member.relation}）`}</Text>
              {member.yearlyIncome === null ? null : (
                <Text className="s c2"> {words.income(yuan(member.yearlyIncome))}</Text>
              )}
            </View>
          ))}
        </KeyValue>
      ) : null}
      {agent ? (
        <KeyValue label={words.agent}>
          <View>{`${agent.name}（${agent.relation}）`}</View>
          {agent.phone ? <Phone number={agent.phone} /> : null}
        </KeyValue>
      ) : null}
    </Sheet>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return value === '' ? null : <KeyValue label={label}>{value}</KeyValue>
}

function Phone({ number }: { number: string }) {
  return (
    <Tap
      className="phone-line cb b"
      role="link"
      label={words.call(number)}
      onTap={() => void Taro.makePhoneCall({ phoneNumber: number }).catch(ignoreCancelled)}
    >
      {number}
    </Tap>
  )
}

/** WeChat reports a call that was thought better of as a failure. */
function ignoreCancelled() {}

function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}
