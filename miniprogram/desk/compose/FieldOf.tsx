import { View } from '@tarojs/components'
import type { FormField } from '../../../shared/contract/catalog'
import { DateField, TextAreaField, TextField } from '../../components/Field'
import { deskWords } from '../../words/desk'

type Props = {
  field: FormField
  value: string
  problem?: string | undefined
  /** Said in place of the form's own hint. */
  hint?: string
  onChange: (value: string) => void
}

const LONGEST: Record<string, number> = {
  unit: 60,
  year: 4,
  phone: 80,
  count: 12,
  money: 20,
  number: 20,
  list: 4_000,
  longtext: 20_000,
}
const LONGEST_LINE = 300

const KEYBOARDS = { year: 'number', count: 'number', money: 'digit', number: 'digit', phone: 'tel' } as const

/** Where a gap leads. */
export function placeOfField(key: string): string {
  return `field-${key}`
}

/** One blank of a form, with the box its type asks for. */
export function FieldOf({ field, value, problem, hint = hintOf(field), onChange }: Props) {
  const common = {
    label: field.label,
    hint,
    required: field.required,
    value,
    onChange,
    ...(problem ? { problem } : {}),
  }
  return <View id={placeOfField(field.key)}>{boxOf(field, common)}</View>
}

type Common = Parameters<typeof TextField>[0]

function boxOf({ type }: FormField, common: Common) {
  const maxLength = LONGEST[type] ?? LONGEST_LINE
  switch (type) {
    case 'date':
      return <DateField {...common} />
    case 'longtext':
    case 'list':
      return <TextAreaField {...common} maxLength={maxLength} />
    case 'file':
      return <TextField {...common} maxLength={maxLength} placeholder={deskWords.fill.filePlaceholder} />
    case 'year':
    case 'count':
    case 'money':
    case 'number':
    case 'phone':
      return <TextField {...common} maxLength={maxLength} keyboard={KEYBOARDS[type]} />
    default:
      return <TextField {...common} maxLength={maxLength} />
  }
}

function hintOf({ type, hint }: FormField): string {
  return type === 'list' ? deskWords.fill.listHint(hint) : hint
}
