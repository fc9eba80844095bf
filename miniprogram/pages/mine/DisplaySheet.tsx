import { View } from '@tarojs/components'
import { type Segment, Segments } from '../../components/Segments'
import { Sheet } from '../../components/Sheet'
import {
  chooseDisplay,
  displayChoice,
  type SizeChoice,
  type ThemeChoice,
  useDisplay,
} from '../../theme/display'
import { mineWords } from '../../words/mine'

const sizes: Segment<SizeChoice>[] = [
  { value: 'system', word: mineWords.sizes.system },
  { value: 'standard', word: mineWords.sizes.standard },
  { value: 'elder', word: mineWords.sizes.elder },
]
const themes: Segment<ThemeChoice>[] = [
  { value: 'system', word: mineWords.themes.system },
  { value: 'light', word: mineWords.themes.light },
  { value: 'dark', word: mineWords.themes.dark },
]

/** How large the type is and whether it is day or night, for all pages at once. */
export function DisplaySheet() {
  useDisplay()
  const { size, theme } = displayChoice()
  return (
    <Sheet title={mineWords.display} icon="eye" className="mine-choices">
      <View className="mine-label">{mineWords.size}</View>
      <Segments
        label={mineWords.size}
        segments={sizes}
        value={size}
        onChange={next => chooseDisplay({ size: next })}
      />
      <View className="mine-label">{mineWords.theme}</View>
      <Segments
        label={mineWords.theme}
        segments={themes}
        value={theme}
        onChange={next => chooseDisplay({ theme: next })}
      />
    </Sheet>
  )
}
