import { beijingDate } from '../../shared/calendar/date'
import type { CalendarDate } from '../../shared/calendar/model'
import { type CatalogItem, filterItems } from '../../shared/catalog'
import { districtOf } from '../kit/reference'
import type { Call } from '../kit/serve'
import { fullTextFrom, ruledItems, rulingOn } from './as-ruled'
import { editionFace, itemFace } from './faces'

type Input = {
  district: string
  on?: CalendarDate
  table?: number
  publisher?: string
  mode?: 'proactive' | 'on-request'
  word?: string
}

/** The catalog of a district as it ruled on a date, filtered; the tables and publishers to filter by. */
export async function items(input: Input, { now }: Call) {
  const on = input.on ?? beijingDate(now)
  const district = await districtOf(input.district)
  const ruling = await rulingOn(district._id, on)
  const all = await ruledItems(ruling)
  const matching = filterItems(all, input).filter(one => input.mode === undefined || one.mode === input.mode)
  return {
    edition: editionFace(ruling.edition, ruling.all),
    tables: fullTextFrom(ruling).tables.flatMap(({ table, name }) =>
      table === null ? [] : [{ table, name, items: all.filter(one => one.table === table).length }],
    ),
    publishers: publisherNames(all),
    items: matching.map(one => itemFace(one, district, on)),
  }
}

function publisherNames(all: readonly CatalogItem[]): string[] {
  return [...new Set(all.flatMap(one => one.publishers.map(entry => entry.name)))]
}
