import type { CatalogItem } from './item'

export type ItemFilter = { table?: number; publisher?: string; word?: string }

/** The items of a table, of a publisher (as printed) and holding every part of `word`, in the catalog's order. */
export function filterItems(items: readonly CatalogItem[], filter: ItemFilter): CatalogItem[] {
  const { table, publisher, word = '' } = filter
  const kept = items.filter(item => {
    const inTable = table === undefined || item.table === table
    const byPublisher = publisher === undefined || item.publishers.some(entry => entry.name === publisher)
    return inTable && byPublisher
  })
  return searchItems(kept, word)
}

/** The items that hold every space-separated part of `word` in a name, content, document or publisher. */
export function searchItems(items: readonly CatalogItem[], word: string): CatalogItem[] {
  const parts = word
    .toLowerCase()
    .split(/\s+/)
    .filter(part => part !== '')
  return items.filter(item => {
    const text = searchTextOf(item)
    return parts.every(part => text.includes(part))
  })
}

function searchTextOf(item: CatalogItem): string {
  return [
    item.itemId,
    item.name,
    item.short,
    item.category,
    item.group ?? '',
    ...item.contents,
    ...item.documents.map(document => document.title),
    ...item.publishers.map(entry => entry.name),
  ]
    .join('\n')
    .toLowerCase()
}
