import { Button } from '../../components/Button'
import type { Reminder } from '../../subscribe/use-reminder'
import { progressWords as words } from '../../words/progress'
import { callPhone, phoneIn } from '../notice/phone'

type Props = {
  phone: string
  /** How many materials are to be handed in. */
  missing: number
  busyWord: string | undefined
  /** Null at the end, when there is nothing more to be told. */
  reminder: Reminder | null
  onSupply: () => void
}

/** The one main action, and whom to ask beside it; nothing where there is neither. */
export function footerOf({ phone, missing, busyWord, reminder, onSupply }: Props) {
  const number = phoneIn(phone)
  const canBeReminded = reminder?.canRemind === true
  const hasMain = missing > 0 || canBeReminded
  if (!hasMain && number === '') return undefined
  return (
    <>
      {number ? (
        <Button
          look={hasMain ? 'line' : 'main'}
          icon="phone"
          word={words.ask}
          onTap={() => callPhone(number)}
        />
      ) : null}
      {missing > 0 ? (
        <Button icon="camera" word={words.missing.send(missing)} busyWord={busyWord} onTap={onSupply} />
      ) : canBeReminded ? (
        <Button
          icon="bell"
          word={reminder.follows && reminder.remaining > 0 ? words.remindAgain : words.remind}
          busyWord={reminder.isBusy ? words.reminderBusy : undefined}
          onTap={reminder.remind}
        />
      ) : null}
    </>
  )
}
