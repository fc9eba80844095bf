import { changesTouching, type EditionChange } from './edition'
import type { CatalogItem } from './item'

/** An item as an earlier edition had it, as far as the recorded changes tell; the rest is not known. */
export type EarlierItem = {
  itemId: string
  /** `partly`: the row held an older matter, and the next edition put a new one beside it. */
  existed: 'yes' | 'partly' | 'no'
  /** Null where the earlier words are not recorded. */
  name: string | null
  group: string | null
  publishers: string[]
  /** The earlier limit as printed, e.g. `10天`; null where it is not recorded. */
  deadlineText: string | null
  changes: EditionChange[]
}

/**
 * What an item was in the edition before, read back from the `changes` that led to the present one.
 * Words that no change mentions are taken to be the same, save the contents, which are not returned:
 * the explanation says they were refined throughout without listing how.
 */
export function itemInEdition(item: CatalogItem, changes: readonly EditionChange[]): EarlierItem {
  const touching = changesTouching(item, changes)
  const earlier: EarlierItem = {
    itemId: item.itemId,
    existed: 'yes',
    name: item.name,
    group: item.group,
    publishers: item.publishers.map(entry => entry.name),
    deadlineText: null,
    changes: touching,
  }
  return touching.reduce(undoChange, earlier)
}

function undoChange(item: EarlierItem, change: EditionChange): EarlierItem {
  switch (change.type) {
    case 'rename':
      return { ...item, name: change.from }
    case 'move':
      return { ...item, group: change.from }
    case 'publisher':
      return { ...item, publishers: item.publishers.map(name => (name === change.to ? change.from : name)) }
    case 'deadline':
      return { ...item, deadlineText: `${change.from.days}${change.from.unitText}` }
    case 'add-item':
      return change.mergedWithOlder
        ? { ...item, existed: 'partly', name: null }
        : { ...item, existed: 'no', name: null, group: null, publishers: [] }
    default:
      return item
  }
}
