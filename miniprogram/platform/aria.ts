type Aria = {
  role?: string
  label?: string
  level?: number
  hidden?: boolean
  checked?: boolean
  selected?: boolean
}
type AriaProps = Record<string, string>

const onWeb = process.env.TARO_ENV === 'h5'

/** What a screen reader is told, in the spelling of the platform: WeChat says `aria-role`, the web `role`. */
export function aria({ role, label, level, hidden, checked, selected }: Aria): AriaProps {
  const props: AriaProps = {}
  if (role) props[onWeb ? 'role' : 'aria-role'] = role
  // WeChat knows no levels of headings.
  if (level && onWeb) props['aria-level'] = String(level)
  if (label) props['aria-label'] = label
  if (hidden) props['aria-hidden'] = 'true'
  if (checked !== undefined) props['aria-checked'] = String(checked)
  if (selected !== undefined) props['aria-selected'] = String(selected)
  return props
}
