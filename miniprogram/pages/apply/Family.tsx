import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { incomeHelp } from '../../../shared/application/income'
import type { ProcedurePage } from '../../../shared/application/page'
import { amountWords } from '../../../shared/notice/amounts'
import { HEAD, incomesOf, peopleOf, type Written, type WrittenMember } from '../../applying/draft'
import { Button } from '../../components/Button'
import { TextField } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { newId } from '../../files/new-id'
import { applyWords as words } from '../../words/application'
import { type FieldProps, fieldId, problemAt } from './fields'

type Line = ProcedurePage['incomeLine']
type Props = FieldProps & { line: Line }

const MOST_MEMBERS = 30

/** Who lives together; with what each earns where the rule has an income line, set against that line. */
export function Family({ written, gaps, onWrite, line }: Props) {
  const { family } = written
  const asksIncome = line !== null

  // The head's income counts too: a row for it is there from the start.
  useEffect(() => {
    if (asksIncome && family.length === 0) onWrite({ family: [emptyMember(HEAD)] })
  })

  const add = () => onWrite({ family: [...family, emptyMember('')] })
  const change = (id: string, part: Partial<WrittenMember>) =>
    onWrite({ family: family.map(member => (member.id === id ? { ...member, ...part } : member)) })
  const remove = (id: string) => onWrite({ family: family.filter(member => member.id !== id) })
  const problem = problemAt(gaps, 'family')
  return (
    <Sheet title={asksIncome ? words.familyIncome : words.family} icon="people" id={fieldId('family')}>
      <View className="apply-note">{asksIncome ? words.familyHint : words.familyPlain}</View>
      {family.map((member, place) => (
        <Member
          key={member.id}
          member={member}
          place={place + 1}
          headName={written.name}
          asksIncome={asksIncome}
          gaps={gaps}
          onChange={part => change(member.id, part)}
          onRemove={() => remove(member.id)}
        />
      ))}
      {problem ? (
        <View className="field-problem">
          <Icon name="warn" small />
          <View className="field-said">{problem}</View>
        </View>
      ) : null}
      {family.length < MOST_MEMBERS ? (
        <Button small look="soft" icon="plus" word={words.addMember} onTap={add} />
      ) : null}
      {line ? <Income written={written} line={line} /> : null}
    </Sheet>
  )
}

function emptyMember(relation: string): WrittenMember {
  return { id: newId(), name: '', relation, income: '' }
}

type MemberProps = {
  member: WrittenMember
  place: number
  headName: string
  asksIncome: boolean
  gaps: FieldProps['gaps']
  onChange: (part: Partial<WrittenMember>) => void
  onRemove: () => void
}

function Member({ member, place, headName, asksIncome, gaps, onChange, onRemove }: MemberProps) {
  const { id, name, relation, income } = member
  const isHead = relation === HEAD && place === 1
  const problem = (field: string) => problemAt(gaps, `family.${id}.${field}`)
  const label = (field: string) => `${words.member(place)} ${field}`
  return (
    <View className="apply-member">
      <View className="apply-member-h">
        <View className="b">{isHead ? `${HEAD} ${headName}` : words.member(place)}</View>
        {isHead ? null : (
          <Tap className="apply-remove" label={words.removeMember(place)} onTap={onRemove}>
            {words.remove}
          </Tap>
        )}
      </View>
      {isHead ? null : (
        <View>
          <View id={fieldId(`family.${id}.name`)}>
            <TextField
              label={label(words.memberName)}
              value={name}
              maxLength={40}
              problem={problem('name')}
              onChange={next => onChange({ name: next })}
            />
          </View>
          <View id={fieldId(`family.${id}.relation`)}>
            <TextField
              label={label(words.memberRelation)}
              value={relation}
              maxLength={20}
              problem={problem('relation')}
              onChange={next => onChange({ relation: next })}
            />
          </View>
        </View>
      )}
      {asksIncome ? (
        <View id={fieldId(`family.${id}.income`)}>
          <TextField
            label={isHead ? `${HEAD}${words.memberIncome}` : label(words.memberIncome)}
            keyboard="digit"
            value={income}
            maxLength={12}
            problem={problem('income')}
            onChange={next => onChange({ income: next })}
          />
        </View>
      ) : null}
    </View>
  )
}

/** A help, not a decision, and said as one. */
function Income({ written, line }: { written: Written; line: NonNullable<Line> }) {
  const people = peopleOf(written)
  const incomes = incomesOf(written)
  const help = incomeHelp(incomes, people, line.amount)
  const unwritten = help ? people - incomes.filter(income => income !== null).length : 0
  const says = words.income
  return (
    <View className="apply-income">
      <View className="s c2">{says.title}</View>
      {help ? (
        <View>
          <View className="apply-income-figure">{says.perPerson(amountWords(help.perPerson))}</View>
          <View>{says.sum(amountWords(help.total), people)}</View>
          <View>
            {help.isWithin
              ? says.within(amountWords(help.line))
              : says.above(amountWords(help.line), amountWords(help.apart))}
          </View>
          {unwritten > 0 ? <View className="t-closing">{says.unwritten(unwritten)}</View> : null}
        </View>
      ) : (
        <View>{says.needs}</View>
      )}
      <View className="s c2">{says.notDecision}</View>
      <View className="s c3">{says.basis(line.basis)}</View>
    </View>
  )
}
