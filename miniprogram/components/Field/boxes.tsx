import './index.scss'
import { Input, Picker, Text, Textarea, View } from '@tarojs/components'
import type { ChangeEvent } from 'react'
import { dateWithWeekday } from '../../../shared/calendar/words'
import { aria } from '../../platform/aria'
import { fieldWords } from '../../words/field'
import { Icon } from '../Icon'

/**
 * The boxes of a form. On the web the browser's own elements are used: Taro's hide the input inside another
 * element, where neither a label nor the styles reach it.
 */
const onWeb = process.env.TARO_ENV === 'h5'

const LONGEST_LINE = 200
const LONGEST_TEXT = 2000

type TextBoxProps = {
  label: string
  value: string
  placeholder?: string
  maxLength?: number
  keyboard?: 'text' | 'number' | 'digit' | 'tel'
  multiline?: boolean
  onChange: (value: string) => void
}

const inputModes = { text: 'text', number: 'numeric', digit: 'decimal', tel: 'tel' } as const

export function TextBox({ multiline, ...props }: TextBoxProps) {
  if (onWeb) return multiline ? <WebArea {...props} /> : <WebLine {...props} />
  return multiline ? <PhoneArea {...props} /> : <PhoneLine {...props} />
}

type PlainBoxProps = Omit<TextBoxProps, 'multiline'>

function WebLine({
  label,
  value,
  placeholder,
  maxLength = LONGEST_LINE,
  keyboard = 'text',
  onChange,
}: PlainBoxProps) {
  return (
    <input
      className="box"
      aria-label={label}
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      inputMode={inputModes[keyboard]}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
    />
  )
}

function WebArea({ label, value, placeholder, maxLength = LONGEST_TEXT, onChange }: PlainBoxProps) {
  return (
    <textarea
      className="box box-area"
      aria-label={label}
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      onChange={(event: ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
    />
  )
}

function PhoneLine({
  label,
  value,
  placeholder,
  maxLength = LONGEST_LINE,
  keyboard = 'text',
  onChange,
}: PlainBoxProps) {
  return (
    <Input
      className="box"
      value={value}
      placeholder={placeholder}
      placeholderClass="box-empty"
      maxlength={maxLength}
      type={keyboard === 'tel' ? 'number' : keyboard}
      onInput={event => onChange(event.detail.value)}
      {...aria({ label })}
    />
  )
}

function PhoneArea({ label, value, placeholder, maxLength = LONGEST_TEXT, onChange }: PlainBoxProps) {
  return (
    <Textarea
      className="box box-area"
      value={value}
      placeholder={placeholder}
      placeholderClass="box-empty"
      maxlength={maxLength}
      autoHeight
      onInput={event => onChange(event.detail.value)}
      {...aria({ label })}
    />
  )
}

type DateBoxProps = {
  label: string
  value: string
  from?: string
  to?: string
  onChange: (value: string) => void
}

export function DateBox({ label, value, from, to, onChange }: DateBoxProps) {
  if (onWeb) {
    return (
      <input
        className="box"
        type="date"
        aria-label={label}
        value={value}
        min={from}
        max={to}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
      />
    )
  }
  return (
    <Picker mode="date" value={value} start={from} end={to} onChange={event => onChange(event.detail.value)}>
      <View className="box box-date" {...aria({ role: 'button', label: `${label} ${value}` })}>
        <Text className={value ? 'grow' : 'grow box-empty'}>
          {value ? dateWithWeekday(value) : fieldWords.pickDate}
        </Text>
        <Icon name="calendar" />
      </View>
    </Picker>
  )
}
