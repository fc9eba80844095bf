const attributes = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
}

/**
 * The accessibility attributes that Taro's WeChat templates lack. Build and runtime number the attributes of
 * a component by their order, so both must merge this very table.
 */
export const ariaAttributes = {
  View: attributes,
  Text: attributes,
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}
