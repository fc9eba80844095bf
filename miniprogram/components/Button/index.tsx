import './index.scss'
import { Text } from '@tarojs/components'
import { Icon, type IconName } from '../Icon'
import { Tap } from '../Tap'

type Props = {
  /** A verb: 提异议, 再试一次. */
  word: string
  /** Said by a screen reader where the word alone does not say which of several. */
  label?: string
  icon?: IconName
  /** main: one a page. line: beside it. soft: inside a sheet. roof: on the roof. */
  look?: 'main' | 'line' | 'soft' | 'roof'
  /** Inside a sheet or a row: as wide as its words. */
  small?: boolean
  disabled?: boolean
  /** While a send is under way: not tapped twice, and the words say so. */
  busyWord?: string
  className?: string
  onTap: () => void
}

export function Button({
  word,
  label,
  icon,
  look = 'main',
  small,
  disabled,
  busyWord,
  className = '',
  onTap,
}: Props) {
  const off = disabled || busyWord !== undefined
  return (
    <Tap
      className={`btn btn-${look}${small ? ' btn-sm' : ''}${off ? ' btn-off' : ''} ${className}`}
      label={label}
      disabled={off}
      onTap={onTap}
    >
      {icon ? <Icon name={icon} /> : null}
      <Text>{busyWord ?? word}</Text>
    </Tap>
  )
}
