import type { CalendarDate } from '../calendar/model'
import type { Body, Successor } from './district'

/**
 * The body that has a printed body's matters on a date, or null where it still has them itself.
 * `itemId` matters where only some items went to another body (医疗救助 of 区民政局): without it,
 * only a change of the whole body counts. Where only a year is known, the change counts from 1 January.
 */
export function successorOf(
  bodies: readonly Body[],
  printedName: string,
  date: CalendarDate,
  itemId?: string,
): Successor | null {
  const found = bodies.find(body => body.name === printedName || body.aliases.includes(printedName))
  const inEffect = (found?.successors ?? []).filter(
    entry => startOf(entry) <= date && coversItem(entry, itemId),
  )
  return inEffect.reduce<Successor | null>((latest, entry) => laterOf(latest, entry), null)
}

function startOf(entry: Successor): CalendarDate {
  return entry.since.length === 4 ? `${entry.since}-01-01` : entry.since
}

function coversItem(entry: Successor, itemId: string | undefined): boolean {
  return entry.items === undefined || (itemId !== undefined && entry.items.includes(itemId))
}

function laterOf(latest: Successor | null, entry: Successor): Successor {
  return latest === null || startOf(entry) > startOf(latest) ? entry : latest
}
