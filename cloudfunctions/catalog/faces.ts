import { addDays } from '../../shared/calendar/date'
import type { CalendarDate } from '../../shared/calendar/model'
import {
  type CatalogItem,
  type District,
  type Edition,
  type EditionChange,
  successorOf,
} from '../../shared/catalog'
import type { EditionChange as ChangeAnswer, EditionFace, ItemFace } from '../../shared/contract/catalog'
import { CHANGE_WORDS } from './words'

/** An edition with the dates between which it rules; `to` is the day before the next one begins. */
export function editionFace(edition: Edition, all: readonly Edition[]): EditionFace {
  const next = all
    .map(one => one.effectiveFrom)
    .filter(from => from !== null)
    .filter(from => from > (edition.effectiveFrom ?? ''))
    .sort()[0]
  return {
    id: edition._id,
    name: edition.name,
    from: edition.effectiveFrom,
    to: next === undefined ? null : addDays(next, -1),
  }
}

/** An item as a list shows it; bodies renamed by `on` stand with their successor. */
export function itemFace(item: CatalogItem, district: District, on: CalendarDate): ItemFace {
  return {
    id: item.itemId,
    table: item.table,
    category: item.category,
    group: item.group,
    name: item.name,
    mode: item.mode,
    publishers: item.publishers.map(({ name }) => ({
      name,
      successor: successorOf(district.bodies, name, on, item.itemId)?.name ?? null,
    })),
    deadline: item.deadlines.find(one => one.kind !== 'statutory') ?? null,
  }
}

/** A recorded change in words. */
export function changeAnswer(change: EditionChange): ChangeAnswer {
  const words = { id: change.id, kind: change.type, reason: 'reason' in change ? change.reason : null }
  switch (change.type) {
    case 'deadline':
      return {
        ...words,
        text: CHANGE_WORDS.deadline(change.name),
        before: `${change.from.days}${change.from.unitText}`,
        after: CHANGE_WORDS.limit(change.tableValue),
      }
    case 'deadline-unify':
      return {
        ...words,
        text: CHANGE_WORDS.unify,
        before: null,
        after: CHANGE_WORDS.limit(change.tableValue),
      }
    case 'content-refine':
      return { ...words, text: CHANGE_WORDS.refine, before: null, after: change.detail }
    case 'rename':
      return { ...words, text: CHANGE_WORDS.rename, before: change.from, after: change.to }
    case 'move':
      return { ...words, text: CHANGE_WORDS.move, before: change.from, after: change.to }
    case 'add-item':
      return { ...words, text: CHANGE_WORDS.added, before: null, after: change.name }
    case 'publisher':
      return { ...words, text: CHANGE_WORDS.publisher, before: change.from, after: change.to }
    case 'flowchart-add':
      return { ...words, text: CHANGE_WORDS.flowAdded, before: null, after: change.title }
    case 'flowchart-optimise':
      return { ...words, text: CHANGE_WORDS.flowImproved, before: null, after: change.title }
  }
}
