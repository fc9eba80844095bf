import { agreementGaps } from './agreement-checks'
import type { Draft } from './draft'
import type { DraftGap } from './draft-gap'
import { fieldGaps } from './field-checks'
import { listGaps } from './list-checks'
import { personalDataGaps } from './personal-data-checks'

export type { Draft } from './draft'

/** More than this are not read: the first ones put right, the rest is told the next time. */
const MAX_GAPS = 200

/**
 * What a draft lacks before it may be posted, the worst first: personal data that must not be there, then what
 * is missing, then what does not fit. Empty where it may be posted.
 */
export function draftGaps(draft: Draft): DraftGap[] {
  const gaps = [...personalDataGaps(draft), ...fieldGaps(draft), ...listGaps(draft), ...agreementGaps(draft)]
  return gaps.slice(0, MAX_GAPS)
}
