import { type Notice, notice } from '../../shared/notice/model'
import { type ChainedChange, changeChained, type Keeping } from './chained-change'
import { documents } from './documents'
import { digest } from './history'

export const notices = documents('notices', notice)

const PERSONAL = new Set(['values', 'rows'])
const KEEPING: Keeping = {
  derived: new Set([
    'grams',
    'boards',
    'closesBy',
    'nextTransitionAt',
    'calendarRevision',
    'applicationsBehind',
  ]),
  kept: (field, value) => (PERSONAL.has(field) ? digest(value) : value),
}

/**
 * Changes a notice and writes the change into its history in one atomic step.
 * False, and nothing changed, where the notice is no longer at the version that was read.
 */
export async function changeNotice(
  known: Pick<Notice, '_id' | 'version' | 'lastHash'>,
  change: ChainedChange<Notice>,
): Promise<boolean> {
  return (await changeChained(notices, KEEPING, known, change)) !== null
}
