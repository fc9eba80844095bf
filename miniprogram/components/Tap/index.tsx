import './index.scss'
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '../../platform/aria'
import { classes } from '../../theme/classes'

type Props = PropsWithChildren<{
  className?: string
  /** Said by a screen reader where the words inside do not say it. */
  label?: string
  role?: 'button' | 'link' | 'tab' | 'radio' | 'checkbox'
  checked?: boolean
  selected?: boolean
  disabled?: boolean
  onTap: () => void
}>

const onWeb = process.env.TARO_ENV === 'h5'

/** Whatever is tapped: at least a finger's size, and on the web reached by Tab and worked by Enter or Space. */
export function Tap({
  className,
  label,
  role = 'button',
  checked,
  selected,
  disabled,
  onTap,
  children,
}: Props) {
  const tap = disabled ? undefined : onTap
  const byKey = onWeb && !disabled ? { tabIndex: 0, onKeyDown: onActivationKey(onTap) } : {}
  return (
    <View
      className={classes('tap', disabled && 'tap-off', className)}
      hoverClass={disabled ? 'none' : 'tap-press'}
      onClick={tap}
      {...aria({ role, label, checked, selected })}
      {...byKey}
    >
      {children}
    </View>
  )
}

function onActivationKey(act: () => void) {
  return (event: KeyboardEvent) => {
    const activates = event.key === 'Enter' || event.key === ' '
    if (!activates) return
    event.preventDefault()
    act()
  }
}
