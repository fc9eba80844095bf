import type { WindowRule } from '../publicity/model'
import type { District, WindowOverride } from './district'
import type { CatalogItem } from './item'
import type { NoticeTemplate, TemplatePublicity } from './template'

/** The ground shown for a page that has no window and is never taken down. */
const NO_WINDOW = '不设公示期，一直公开'

type TimedPublicity = Extract<TemplatePublicity, { days: number }>

/**
 * How long a notice made from `template` for `item` stays up in `district`.
 * The district's own setting rules before the catalog item's text, and that before the template.
 * Null where the form has no window of its own: an answer to one applicant, or a notice about another.
 * A posting after the decision (公布) takes no objection; its days are a least duration.
 */
export function windowRuleOf(
  template: Pick<NoticeTemplate, '_id' | 'publicity' | 'scope'>,
  item: Pick<CatalogItem, 'itemId' | 'windows' | 'longTerm'>,
  district: Pick<District, 'rules'>,
): WindowRule | null {
  const { publicity } = template
  if (template.scope === 'applicant-only' || publicity.mode === 'inherit') return null
  if (publicity.mode === 'long-term') {
    return { mode: 'long-term', basis: item.longTerm?.basis ?? publicity.basis }
  }
  if (publicity.mode === 'none' || publicity.mode === 'on-request') {
    return { mode: 'long-term', basis: NO_WINDOW }
  }
  const override = district.rules.windows.find(entry => appliesTo(entry, template._id, item.itemId))
  if (override !== undefined) return overriddenRule(publicity, override)
  return item.windows.find(rule => rule.mode === modeOf(publicity)) ?? templateRule(publicity)
}

function appliesTo(entry: WindowOverride, templateId: string, itemId: string): boolean {
  return entry.template === templateId && (entry.items === undefined || entry.items.includes(itemId))
}

function modeOf(publicity: TimedPublicity): 'window' | 'min-duration' {
  return publicity.mode === 'posting' ? 'min-duration' : publicity.mode
}

function overriddenRule(
  publicity: TimedPublicity,
  { days, unit, basis, dispute }: WindowOverride,
): WindowRule {
  return { mode: modeOf(publicity), days, unit, basis, ...(dispute === undefined ? {} : { dispute }) }
}

function templateRule(publicity: TimedPublicity): WindowRule {
  const rule = {
    mode: modeOf(publicity),
    days: publicity.days,
    unit: publicity.unit,
    basis: publicity.basis,
  }
  if (publicity.dispute === undefined) return rule
  const { term, readings } = publicity.dispute
  return { ...rule, dispute: { term, readings } }
}
