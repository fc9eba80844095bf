import { View } from '@tarojs/components'
import { classes } from '../../theme/classes'

/** The names in theme/icons.scss. */
export type IconName =
  | 'down'
  | 'right'
  | 'back'
  | 'search'
  | 'board'
  | 'book'
  | 'path'
  | 'person'
  | 'people'
  | 'sound'
  | 'bell'
  | 'clock'
  | 'calendar'
  | 'say'
  | 'check'
  | 'tick'
  | 'warn'
  | 'camera'
  | 'paper'
  | 'pin'
  | 'globe'
  | 'plus'
  | 'minus'
  | 'edit'
  | 'phone'
  | 'cloud'
  | 'redo'
  | 'share'
  | 'eye'
  | 'vanish'
  | 'chart'
  | 'swap'
  | 'disc'
  | 'triangle'
  | 'square'
  | 'hollow'
  | 'diamond'

type Props = {
  name: IconName
  /** As large as the words beside it, instead of the size of an icon that stands alone. */
  small?: boolean
  className?: string
}

/** A picture that says nothing by itself: words stand beside it. It takes the colour of the text. */
export function Icon({ name, small, className }: Props) {
  return <View className={classes('ic', `i-${name}`, small && 'ic-s', className)} />
}
