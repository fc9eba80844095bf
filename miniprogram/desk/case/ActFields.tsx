import { Text, View } from '@tarojs/components'
import type { CaseOffer } from '../../../shared/application/page'
import { ChoiceField, DateField, TextAreaField } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Note } from '../../components/Note'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { caseWords } from '../../words/desk-cases'
import type { ActDraft } from './act-draft'
import { askedItems, noteFor, offerKey } from './handling'
import { placeOf } from './RecordFields'
import type { Lack } from './record-lacks'

type Props = {
  offer: CaseOffer
  draft: ActDraft
  lacks: Lack[]
  /** Names of the materials that may be asked for. */
  checklist: readonly string[]
  told: readonly string[] | null
  onChange: (change: Partial<ActDraft>) => void
}

const words = caseWords.act

/** What a way asks for beside the record: a remark, the list of what is missing, the grounds, an answer. */
export function ActFields(props: Props) {
  const { offer } = props
  switch (offer.type) {
    case 'move':
      return offer.needs === 'remark' ? (
        <NoteSheet {...props} label={words.remarkWhy} required />
      ) : (
        <NoteSheet {...props} label={words.remark} hint={words.remarkOptional} />
      )
    case 'ask':
      return <AskFields {...props} />
    case 'refuse':
      return <GroundFields {...props} />
    case 'withdraw':
      return <NoteSheet {...props} label={words.withdrawReason} required />
    case 'object':
      return <NoteSheet {...props} label={words.objection} hint={words.objectionHint} required />
    case 'answer':
      return (
        <>
          <NoteSheet {...props} label={words.answer} hint={words.answerHint} required />
          <UpheldField {...props} />
        </>
      )
    case 'date':
      return <DateOfEvent {...props} />
    default:
      return null
  }
}

type NoteProps = Props & { label: string; hint?: string; required?: boolean }

const LONGEST_REMARK = 500
const LONGEST_LETTER = 1000

function NoteSheet({ offer, draft, lacks, onChange, label, hint, required = false }: NoteProps) {
  const note = noteFor(offer, draft)
  const isLetter = offer.type === 'object' || offer.type === 'answer'
  return (
    <Sheet id={placeOf('text')}>
      <TextAreaField
        label={label}
        required={required}
        value={note.text}
        maxLength={isLetter ? LONGEST_LETTER : LONGEST_REMARK}
        onChange={text => onChange({ notes: { ...draft.notes, [offerKey(offer)]: { ...note, text } } })}
        {...(hint ? { hint } : {})}
        {...problemOf(lacks, 'text')}
      />
    </Sheet>
  )
}

function UpheldField({ offer, draft, lacks, onChange }: Props) {
  const note = noteFor(offer, draft)
  return (
    <Sheet id={placeOf('upheld')}>
      <ChoiceField
        label={words.upheld}
        required
        value={note.upheld}
        options={[
          { value: 'no', word: words.upheldNo },
          { value: 'yes', word: words.upheldYes },
        ]}
        onChange={upheld => onChange({ notes: { ...draft.notes, [offerKey(offer)]: { ...note, upheld } } })}
        {...problemOf(lacks, 'upheld')}
      />
    </Sheet>
  )
}

/** A refusal gives the reason, the clause and where to appeal. */
function GroundFields({ draft, lacks, onChange }: Props) {
  const box = (key: 'reason' | 'clause' | 'appeal', label: string, hint: string, maxLength: number) => (
    <View id={placeOf(key)}>
      <TextAreaField
        label={label}
        hint={hint}
        required
        value={draft[key]}
        maxLength={maxLength}
        onChange={value => onChange({ [key]: value })}
        {...problemOf(lacks, key)}
      />
    </View>
  )
  return (
    <Sheet>
      {box('reason', words.reason, words.reasonHint, 500)}
      {box('clause', words.clause, words.clauseHint, 200)}
      {box('appeal', words.appeal, words.appealHint, 200)}
    </Sheet>
  )
}

function DateOfEvent({ draft, lacks, onChange }: Props) {
  return (
    <Sheet id={placeOf('date')}>
      <DateField
        label={words.date}
        required
        value={draft.date}
        onChange={date => onChange({ date })}
        {...problemOf(lacks, 'date')}
      />
    </Sheet>
  )
}

/** 一次性告知: what is missing, all of it, at once. After the first time only what was told then. */
function AskFields({ draft, lacks, checklist, told, onChange }: Props) {
  const names = told ?? checklist
  const items = askedItems(draft, told)
  const toggle = (name: string) =>
    onChange({
      missing: draft.missing.includes(name)
        ? draft.missing.filter(other => other !== name)
        : [...draft.missing, name],
    })
  const problem = problemOf(lacks, 'items').problem
  return (
    <>
      <Sheet title={words.missing} icon="paper">
        <View className="s c2">{told === null ? words.missingHint : words.toldHint}</View>
        <View id={placeOf('items')}>
          {names.map(name => (
            <Tick key={name} name={name} on={draft.missing.includes(name)} onTap={() => toggle(name)} />
          ))}
        </View>
        {told === null ? (
          <View className="act-own">
            <TextAreaField
              label={words.own}
              hint={words.ownHint}
              value={draft.own}
              maxLength={1000}
              onChange={own => onChange({ own })}
            />
          </View>
        ) : null}
        {problem ? (
          <View className="field-problem">
            <Icon name="warn" small />
            <Text className="field-said">{problem}</Text>
          </View>
        ) : null}
      </Sheet>
      {items.length > 0 ? (
        <View className="aside">
          <Note tone="closing">
            <View className="b">{words.will}</View>
            {items.map((item, index) => (
              <View key={item}>{`${index + 1}. ${item}`}</View>
            ))}
            {told === null ? <View className="s act-warning">{words.askWarning}</View> : null}
          </Note>
        </View>
      ) : null}
    </>
  )
}

function Tick({ name, on, onTap }: { name: string; on: boolean; onTap: () => void }) {
  return (
    <Tap
      className={`tick-line ${on ? 'tick-on' : ''}`}
      role="checkbox"
      checked={on}
      label={name}
      onTap={onTap}
    >
      <View className="tick-box">{on ? <Icon name="check" small /> : null}</View>
      <Text className="grow">{name}</Text>
    </Tap>
  )
}

function problemOf(lacks: readonly Lack[], key: string): { problem?: string } {
  const message = lacks.find(lack => lack.key === key)?.message
  return message ? { problem: message } : {}
}
