import type { DraftGap } from '../../../shared/contract/notices'

/** The sentence beside a field; empty where nothing is wrong. */
export function problemAt(gaps: readonly DraftGap[], key: string): string | undefined {
  return gaps.find(gap => gap.key === key)?.message
}

/** What is wrong in a row, by column. */
export function problemsOfRow(gaps: readonly DraftGap[], row: number): DraftGap[] {
  return gaps.filter(gap => gap.key.startsWith(`rows.${row}.`))
}

export function isOfList({ key }: DraftGap): boolean {
  return key === 'rows' || key.startsWith('rows.')
}

/** What is missing is not said while somebody is still writing; what must not be there is said at once. */
export function gapsToShow(gaps: readonly DraftGap[], hasAsked: boolean): DraftGap[] {
  return hasAsked ? [...gaps] : gaps.filter(gap => gap.kind !== 'missing')
}
