import type { ItemFace } from '../../../shared/contract/catalog'

/** What narrows the catalog on the phone; null where anything will do. */
export type CatalogFilter = {
  table: number | null
  mode: ItemFace['mode'] | null
  publisher: string | null
}

export const noFilter: CatalogFilter = { table: null, mode: null, publisher: null }

/** The items that pass, in the catalog's order. */
export function filtered(items: ItemFace[], { table, mode, publisher }: CatalogFilter): ItemFace[] {
  return items.filter(item => {
    const inTable = table === null || item.table === table
    const inMode = mode === null || item.mode === mode
    const byPublisher = publisher === null || item.publishers.some(({ name }) => name === publisher)
    return inTable && inMode && byPublisher
  })
}

/** How many items a table would show, were it chosen beside the other filters. */
export function countIn(items: ItemFace[], filter: CatalogFilter, table: number | null): number {
  return filtered(items, { ...filter, table }).length
}

export type ItemGroup = { key: string; table: number | null; name: string; items: ItemFace[] }

/** The items by table; those of a catalog without tables by their class (决策类, 服务类, …). */
export function grouped(items: ItemFace[]): ItemGroup[] {
  const groups = new Map<string, ItemGroup>()
  for (const item of items) {
    const key = `${item.table}:${item.category}`
    const group = groups.get(key) ?? { key, table: item.table, name: item.category, items: [] }
    groups.set(key, { ...group, items: [...group.items, item] })
  }
  return [...groups.values()]
}

/** The number of an item's row in its own table, as its id carries it: `2/1` and `JB/1` are rows 1. */
export function rowOf(itemId: string): string {
  return itemId.slice(itemId.lastIndexOf('/') + 1)
}
