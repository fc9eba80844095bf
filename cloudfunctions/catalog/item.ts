import { beijingDate } from '../../shared/calendar/date'
import type { CalendarDate } from '../../shared/calendar/model'
import { type District, type NoticeTemplate, windowRuleOf } from '../../shared/catalog'
import { districtOf, templateOf } from '../kit/reference'
import type { Call } from '../kit/serve'
import { type RuledItem, ruledItem } from './as-ruled'
import { changeAnswer, editionFace, itemFace } from './faces'

type Input = { district: string; item: string; on?: CalendarDate }

/** One catalog item with every cell of its row, the forms of its notices and what the edition changed in it. */
export async function item(input: Input, { now }: Call) {
  const on = input.on ?? beijingDate(now)
  const district = await districtOf(input.district)
  const ruled = await ruledItem(district._id, on, input.item)
  const found = ruled.item
  const templates = await Promise.all(found.templates.map(templateOf))
  return {
    now,
    edition: editionFace(ruled.edition, ruled.all),
    item: { ...itemFace(found, district, on), ...itemCells(ruled, district, templates) },
    changes: ruled.changes.map(changeAnswer),
  }
}

function itemCells(ruled: RuledItem, district: District, templates: readonly NoticeTemplate[]) {
  const { item: found, edition } = ruled
  return {
    seq: found.seq,
    contents: found.contents,
    documents: found.documents.map(one => one.title),
    channels: found.channels.map(name => ({
      name,
      places: edition.channels.find(channel => channel.name === name)?.places ?? [],
    })),
    deadlines: found.deadlines.filter(one => one.kind !== 'statutory'),
    statutory: found.deadlines.find(one => one.kind === 'statutory') ?? null,
    longTerm: found.longTerm === null ? null : `${found.longTerm.appliesTo}：${found.longTerm.basis}`,
    basis: found.basis === undefined ? [] : [found.basis],
    notes: [...ruled.notes, found.summary, found.note, ...found.limitTexts].filter(
      text => text !== undefined,
    ),
    readings: district.inconsistencies
      .filter(one => one.items.includes(found.itemId))
      .map(one => ({ id: one.id, issue: one.issue, taken: one.reading, why: one.why })),
    procedures: found.procedures,
    templates: templates.map(one => ({
      id: one._id,
      name: one.name,
      kind: one.kind,
      windowRule: windowRuleOf(one, found, district),
    })),
  }
}
