import type { DeskCase } from '../../shared/application/page'

/** What was ticked on the list, for the page that does it together. */
export type ChosenCases = { unit: string; cases: DeskCase[] }

let chosen: ChosenCases | null = null

/** In memory only: the names are whole, and a list ticked yesterday is not the list of today. */
export function chooseCases(next: ChosenCases | null): void {
  chosen = next
}

export function chosenCases(): ChosenCases | null {
  return chosen
}
