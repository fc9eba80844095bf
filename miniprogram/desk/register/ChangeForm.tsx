import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RegisterLine } from '../../../shared/application/page'
import type { CalendarDate } from '../../../shared/calendar/model'
import { call } from '../../cloud/call'
import { problemOf } from '../../cloud/errors'
import { Button } from '../../components/Button'
import { DateField, TextAreaField, TextField } from '../../components/Field'
import { Note } from '../../components/Note'
import { caseWords } from '../../words/desk-cases'

export type ChangeKind = 'out' | 'reviewed'

type Props = {
  line: RegisterLine
  kind: ChangeKind
  today: CalendarDate
  onChanged: (line: RegisterLine) => void
  /** Somebody was faster: the register is asked for anew. */
  onConflict: () => void
  onClose: () => void
}

const words = caseWords.register
const MOST_PEOPLE = 30

/** 动态管理: a household is taken out, or was looked at again. */
export function ChangeForm({ line, kind, today, onChanged, onConflict, onClose }: Props) {
  const [on, setOn] = useState<string>(today)
  const [reason, setReason] = useState('')
  const [people, setPeople] = useState(String(line.people ?? 1))
  const [hasAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const lacksReason = kind === 'out' && reason.trim() === ''
  const count = Number(people)
  const isCount = /^\d+$/.test(people) && count >= 1 && count <= MOST_PEOPLE
  const lacksPeople = kind === 'reviewed' && !isCount

  const save = async () => {
    setAsked(true)
    if (isBusy || on === '' || lacksReason || lacksPeople) return
    setBusy(true)
    setSaid('')
    try {
      const text = reason.trim()
      const answer = await call('applications', 'registerChange', {
        id: line.id,
        version: line.version,
        change:
          kind === 'out'
            ? { type: 'out', on, reason: text }
            : { type: 'reviewed', on, people: count, reason: text },
      })
      onChanged(answer.line)
    } catch (error) {
      const { code, message } = problemOf(error)
      if (code === 'CONFLICT') onConflict()
      setSaid(code === 'CONFLICT' ? words.conflict : message)
      setBusy(false)
    }
  }

  return (
    <View className="change">
      <DateField label={words.on} required value={on} to={today} onChange={setOn} />
      {kind === 'reviewed' ? (
        <TextField
          label={words.reviewPeople}
          required
          value={people}
          keyboard="number"
          maxLength={2}
          onChange={setPeople}
          {...(hasAsked && lacksPeople ? { problem: caseWords.act.number } : {})}
        />
      ) : null}
      <TextAreaField
        label={kind === 'out' ? words.outReason : words.reviewReason}
        required={kind === 'out'}
        value={reason}
        maxLength={500}
        onChange={setReason}
        {...(hasAsked && lacksReason ? { problem: caseWords.act.fill } : {})}
      />
      {said ? <Note tone="closing">{said}</Note> : null}
      <View className="change-buttons">
        <Button
          small
          word={words.save}
          busyWord={isBusy ? words.saving : undefined}
          onTap={() => void save()}
        />
        <Button small look="line" word={words.cancel} disabled={isBusy} onTap={onClose} />
      </View>
    </View>
  )
}
