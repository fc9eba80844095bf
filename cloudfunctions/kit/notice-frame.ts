import * as z from 'zod/mini'
import { beijingDate } from '../../shared/calendar/date'
import type { Instant } from '../../shared/calendar/model'
import {
  type CatalogItem,
  type District,
  type Edition,
  type NoticeForms,
  type NoticeTemplate,
  type Unit,
  windowRuleOf,
} from '../../shared/catalog'
import type { DraftGap, DraftSummary } from '../../shared/contract/notices'
import { draftGaps } from '../../shared/notice/draft-checks'
import { type FieldValues, type ListRow, type Notice, notice } from '../../shared/notice/model'
import { gramsOf } from '../../shared/notice/search-grams'
import { levelToPostFrom, noticeTitle } from '../../shared/notice/title'
import { faceOf } from '../../shared/publicity/face'
import type { WindowRule } from '../../shared/publicity/model'
import { documents } from './documents'
import { boardsOf, placesOf } from './places'
import { postedByWords } from './posted-by-words'
import { districtOf, editionOn, itemOf, noticeFormsSettings, templateOf, unitOf } from './reference'
import { Refusal } from './refusal'
import { WORDS } from './words'

/** All that a draft is checked against and filled from. */
export type Frame = {
  unit: Unit
  district: District
  edition: Edition
  item: CatalogItem
  template: NoticeTemplate
  forms: NoticeForms
  rule: WindowRule
}

const summarySource = z.pick(notice, {
  _id: true,
  version: true,
  status: true,
  example: true,
  title: true,
  itemId: true,
  itemName: true,
  districtId: true,
  templateId: true,
  updatedAt: true,
  window: true,
})
type SummarySource = z.infer<typeof summarySource>

/** Notices as the desk lists them, without their contents. */
export const summaries = documents('notices', summarySource)

type Choice = { unit: string; district: string; item: string; template: string }
type Contents = { values: FieldValues; rows: ListRow[] }

/**
 * The frame of a draft by the edition that rules now. Refuses with NOT_FOUND or INVALID_INPUT where the unit,
 * the item and the form do not belong together, or the form's title names a place that the unit does not.
 */
export async function frameOf(choice: Choice, now: Instant): Promise<Frame> {
  const unit = await unitOf(choice.unit)
  if (unit.districtId !== choice.district) throw new Refusal('INVALID_INPUT', WORDS.unitOutsideDistrict)
  const district = await districtOf(choice.district)
  const edition = await editionOn(district._id, beijingDate(now))
  const item = await itemOf(edition._id, choice.item)
  if (!item.templates.includes(choice.template)) throw new Refusal('NOT_FOUND', WORDS.templateNotFound)
  const template = await templateOf(choice.template)
  const elsewhere = levelToPostFrom(template, unit.level)
  if (elsewhere !== null) throw new Refusal('INVALID_INPUT', postedByWords(elsewhere))
  const rule = windowRuleOf(template, item, district)
  if (!rule) throw new Refusal('INVALID_INPUT', WORDS.notPublic)
  return { unit, district, edition, item, template, forms: await noticeFormsSettings(), rule }
}

/** The frame of a stored draft. */
export function frameOfDraft(draft: Notice, now: Instant): Promise<Frame> {
  const { unitCode: unit, districtId: district, itemId: item, templateId: template } = draft
  return frameOf({ unit, district, item, template }, now)
}

/** The stored fields that follow from what a cadre wrote. */
export async function writtenFields({ values, rows }: Contents, frame: Frame) {
  const { unit, district, edition, item, template, rule } = frame
  const title = noticeTitle(template, values, {
    ...(await placesOf(unit)),
    itemName: item.name,
  })
  const publisher = values.publisherName?.trim() || unit.name
  return {
    districtId: district._id,
    editionId: edition._id,
    itemId: item.itemId,
    itemName: item.name,
    templateId: template._id,
    unitCode: unit._id,
    unitName: unit.name,
    boards: await boardsOf(unit),
    publisher,
    title,
    households: template.columns.length > 0 ? rows.length : null,
    grams: gramsOf([title, item.name, publisher]),
    values,
    rows,
    rule,
  }
}

/** What the draft lacks before it may be posted. */
export function gapsOf(
  { values, rows }: Contents,
  { template, item, forms }: Frame,
  now: Instant,
): DraftGap[] {
  return draftGaps({ values, rows, template, item, forms, today: beijingDate(now) })
}

/** A draft or a posted notice as the desk lists it. */
export function summaryOf({ _id, window, ...shown }: SummarySource): DraftSummary {
  return { id: _id, ...shown, window: window ? faceOf(window) : null }
}
