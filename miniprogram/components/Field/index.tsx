import './index.scss'
import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '../../platform/aria'
import { fieldWords } from '../../words/field'
import { Icon } from '../Icon'
import { Tap } from '../Tap'
import { DateBox, TextBox } from './boxes'

type Common = {
  label: string
  /** How to fill it, in a short sentence. */
  hint?: string
  required?: boolean
  /** What is wrong and what to do; shown in amber under the box. */
  problem?: string
}

type TextFieldProps = Common & {
  value: string
  placeholder?: string
  maxLength?: number
  keyboard?: 'text' | 'number' | 'digit' | 'tel'
  onChange: (value: string) => void
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <Frame {...props}>
      <TextBox {...props} />
    </Frame>
  )
}

/** Several lines of text. */
export function TextAreaField(props: TextFieldProps) {
  return (
    <Frame {...props}>
      <TextBox {...props} multiline />
    </Frame>
  )
}

type DateFieldProps = Common & {
  /** `YYYY-MM-DD`, empty while nothing is chosen. */
  value: string
  from?: string
  to?: string
  onChange: (value: string) => void
}

/** A date, picked with the phone's own picker. */
export function DateField(props: DateFieldProps) {
  return (
    <Frame {...props}>
      <DateBox {...props} />
    </Frame>
  )
}

type ChoiceFieldProps<V extends string> = Common & {
  value: V | ''
  options: { value: V; word: string }[]
  onChange: (value: V) => void
}

/** One of a few, all in sight: no list that opens and hides them. */
export function ChoiceField<V extends string>({ value, options, onChange, ...common }: ChoiceFieldProps<V>) {
  return (
    <Frame {...common}>
      <View className="choices" {...aria({ role: 'radiogroup', label: common.label })}>
        {options.map(option => (
          <Tap
            key={option.value}
            role="radio"
            checked={option.value === value}
            className={`choice ${option.value === value ? 'choice-on' : ''}`}
            onTap={() => onChange(option.value)}
          >
            {option.value === value ? <Icon name="check" small /> : null}
            <Text>{option.word}</Text>
          </Tap>
        ))}
      </View>
    </Frame>
  )
}

function Frame({ label, hint, required, problem, children }: PropsWithChildren<Common>) {
  return (
    <View className="field">
      <View className="field-label">
        <Text>{label}</Text>
        {required ? <Text className="field-must">{fieldWords.required}</Text> : null}
      </View>
      {children}
      {problem ? (
        <View className="field-problem" {...aria({ role: 'alert' })}>
          <Icon name="warn" small />
          <Text className="field-said">{problem}</Text>
        </View>
      ) : hint ? (
        <View className="field-hint">{hint}</View>
      ) : null}
    </View>
  )
}
