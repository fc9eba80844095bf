import { readParam } from '../../platform/address'

/** Where an item's page is. */
export function itemUrl(district: string, itemId: string): string {
  return `/pages/item/index?district=${district}&item=${encodeURIComponent(itemId)}`
}

/** Where the calculator is, for a district, an item of it, and one form of the item. */
export function calculatorUrl(district: string, itemId?: string, template?: string): string {
  const item = itemId ? `&item=${encodeURIComponent(itemId)}` : ''
  const form = template ? `&template=${template}` : ''
  return `/pages/calculator/index?district=${district}${item}${form}`
}

/** The item a page was opened with; empty where there is none. */
export function itemIdIn(written?: string): string {
  return readParam(written)
}
