import { chooseHomeUnit, places } from '../../cloud/places'
import { UnitPicker } from '../../components/UnitPicker'

/** Chooses the board to read, and remembers it. */
export function ChoosePlace({ onDone }: { onDone: () => void }) {
  return (
    <UnitPicker
      source={places}
      onClose={onDone}
      onChoose={unit => {
        chooseHomeUnit(unit)
        onDone()
      }}
    />
  )
}
