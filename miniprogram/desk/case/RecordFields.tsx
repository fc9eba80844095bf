import { Text, View } from '@tarojs/components'
import type { RecordFormFace } from '../../../shared/application/page'
import { ChoiceField, DateField, TextAreaField, TextField } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { caseWords } from '../../words/desk-cases'
import { type Lack, WHOLE_RECORD, withPerHead } from './record-lacks'

type Field = RecordFormFace['fields'][number]

type Props = {
  form: RecordFormFace
  values: Record<string, string>
  lacks: Lack[]
  onChange: (values: Record<string, string>) => void
}

/** The record a step writes, each field with the box its kind asks for. */
export function RecordFields({ form, values, lacks, onChange }: Props) {
  const whole = lacks.find(({ key }) => key === WHOLE_RECORD)
  return (
    <View>
      {form.fields.map(field => (
        <View key={field.key} id={placeOf(field.key)}>
          <Box
            field={field}
            value={values[field.key] ?? ''}
            problem={lacks.find(({ key }) => key === field.key)?.message}
            onChange={value => onChange(withPerHead(form, values, { ...values, [field.key]: value }))}
          />
        </View>
      ))}
      {whole ? (
        <View className="field-problem" id={placeOf(WHOLE_RECORD)}>
          <Icon name="warn" small />
          <Text className="field-said">{whole.message}</Text>
        </View>
      ) : null}
    </View>
  )
}

/** Where a lack leads. */
export function placeOf(key: string): string {
  return `act-${key}`
}

type BoxProps = {
  field: Field
  value: string
  problem: string | undefined
  onChange: (value: string) => void
}

function Box({ field, value, problem, onChange }: BoxProps) {
  const { label, required } = field
  const common = { label, required, value, onChange, ...(problem ? { problem } : {}) }
  switch (field.kind) {
    case 'long-text':
      return <TextAreaField {...common} maxLength={2000} />
    case 'people':
      return <TextAreaField {...common} hint={caseWords.act.people} maxLength={500} />
    case 'number':
      return <TextField {...common} keyboard="number" maxLength={9} />
    case 'money':
      return <TextField {...common} hint={caseWords.act.money} keyboard="digit" maxLength={14} />
    case 'date':
      return <DateField {...common} />
    case 'choice':
      return (
        <ChoiceField {...common} options={field.choices.map(choice => ({ value: choice, word: choice }))} />
      )
    default:
      return <TextField {...common} />
  }
}
