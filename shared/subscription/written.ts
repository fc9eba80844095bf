import type { MessageKeyword, MessageTemplate } from '../catalog/message'
import { fillPattern, type PatternValues } from '../catalog/pattern'
import { hidePersonalNumbers } from '../privacy/scan'
import { fitted } from './message-limits'

/** What is handed to WeChat: a template with a value for each of its fields. */
export type SubscriptionMessage = {
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

/**
 * A template filled with values, each cut to WeChat's limits: a village's name goes first, then the end; dates are
 * never cut. `page` is the pattern of the page it opens, `ids` what that is filled with.
 *
 * Null where a keyword has no value and no variant of the template does without it: an empty value is refused by
 * WeChat, and nothing is made up.
 */
export function writtenBy(
  template: MessageTemplate,
  values: PatternValues,
  page: string,
  ids: Readonly<Record<string, string>>,
): SubscriptionMessage | null {
  const data = template.keywords.map(keyword => ({ keyword, value: keywordValue(keyword, values) }))
  const dropped = data.filter(({ value }) => value === null).map(({ keyword }) => keyword.field)
  const templateId = templateIdWithout(template, dropped)
  if (templateId === null) return null
  const encoded = Object.entries(ids).map(([name, id]) => [name, encodeURIComponent(id)])
  return {
    templateId,
    page: fillPattern(page, Object.fromEntries(encoded)).text,
    data: Object.fromEntries(
      data.flatMap(({ keyword, value }) => (value === null ? [] : [[keyword.field, { value }]])),
    ),
  }
}

function templateIdWithout(template: MessageTemplate, dropped: readonly string[]): string | null {
  if (dropped.length === 0) return template.templateId
  const fits = (drop: readonly string[]) =>
    drop.length === dropped.length && drop.every(field => dropped.includes(field))
  return template.variants?.find(({ drop }) => fits(drop))?.templateId ?? null
}

function keywordValue(keyword: MessageKeyword, values: PatternValues): string | null {
  const whole = filled(keyword.pattern, values)
  if (whole === null) return null
  const isTooLong = keyword.type === 'thing' && whole.length > keyword.max
  const text = isTooLong ? (filled(keyword.pattern.replace('{villageShort}', ''), values) ?? whole) : whole
  const value = fitted(keyword, text)
  const isAllowed = keyword.oneOf === undefined || (value !== null && keyword.oneOf.includes(value))
  return isAllowed ? value : null
}

/** The pattern filled, or null where a value is missing. A notice of no village goes without a village's name. */
function filled(pattern: string, values: PatternValues): string | null {
  const withoutVillage = values.villageShort === '' ? pattern.replace('{villageShort}', '') : pattern
  const { text, missing } = fillPattern(withoutVillage, values)
  return missing.length === 0 ? hidePersonalNumbers(text) : null
}
