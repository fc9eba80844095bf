import type { CalendarDate } from '../../shared/calendar/model'
import { type CatalogItem, type Edition, type EditionChange, itemInEdition } from '../../shared/catalog'
import { editionOn, editionsOfDistrict, itemOf, itemsOf } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import { WORDS } from '../kit/words'
import { EDITION_WORDS } from './words'

/** A catalog as it ruled on a date. `notes` say what is not known of it. */
export type Ruling = { edition: Edition; all: Edition[]; notes: string[] }
export type RuledItem = Ruling & { item: CatalogItem; changes: EditionChange[] }

/** The edition that ruled on a date. Refuses with NOT_FOUND for an unknown district. */
export async function rulingOn(districtId: string, on: CalendarDate): Promise<Ruling> {
  const edition = await editionOn(districtId, on)
  const notes = edition.knownBy === 'full-text' ? [] : [EDITION_WORDS.textNotAtHand]
  return { edition, all: await editionsOfDistrict(districtId), notes }
}

/** The items of the edition that ruled; read back from the next edition where only its changes are at hand. */
export async function ruledItems(ruling: Ruling): Promise<CatalogItem[]> {
  const full = fullTextFrom(ruling)
  const items = await itemsOf(full._id)
  if (full === ruling.edition) return items
  return items.flatMap(one => readBack(one, full) ?? [])
}

/** One item as it was in the edition that ruled. Refuses with NOT_FOUND where that edition had none. */
export async function ruledItem(districtId: string, on: CalendarDate, itemId: string): Promise<RuledItem> {
  const ruling = await rulingOn(districtId, on)
  const full = fullTextFrom(ruling)
  const found = await itemOf(full._id, itemId)
  if (full === ruling.edition) {
    const changes = full.changes.filter(one => found.changes.includes(one.id))
    return { ...ruling, item: found, changes }
  }
  const item = readBack(found, full)
  if (!item) throw new Refusal('NOT_FOUND', WORDS.itemNotFound)
  const printed = itemInEdition(found, full.changes).deadlineText
  const notes = printed === null ? ruling.notes : [...ruling.notes, EDITION_WORDS.printedLimit(printed)]
  return { ...ruling, notes, item, changes: [] }
}

/** The edition itself, or the first after it whose text is at hand. Refuses with NOT_FOUND where none is. */
export function fullTextFrom({ edition, all }: Ruling): Edition {
  const later = all.slice(all.indexOf(edition))
  const full = later.find(one => one.knownBy === 'full-text')
  if (!full) throw new Refusal('NOT_FOUND', EDITION_WORDS.textNotAtHand)
  return full
}

/** An item with what `full` changed in it undone; its limits are unknown then. Null where it was added. */
function readBack(item: CatalogItem, full: Edition): CatalogItem | null {
  const earlier = itemInEdition(item, full.changes)
  if (earlier.existed === 'no') return null
  return {
    ...item,
    name: earlier.name ?? item.name,
    group: earlier.group,
    publishers: earlier.publishers.map(name => ({ name })),
    deadlines: [],
  }
}
