import type { ItemFace } from '../../../shared/contract/catalog'

/** The items that have the word in their name, their category or their group; all of them without a word. */
export function itemsWith(items: readonly ItemFace[], word: string): ItemFace[] {
  return items.filter(({ name, category, group }) =>
    [name, category, group ?? ''].some(text => text.includes(word)),
  )
}
