import type { CaseOffer } from '../../../shared/application/page'
import type { ActOffer } from '../case/handling'

/**
 * What may be done to several at once: passed on, sent back to be looked into, begun, given one date. What concerns one
 * household alone (what it lacks, why it is refused, its objections) is done on its own page.
 */
export function togetherOffers(offers: readonly CaseOffer[]): ActOffer[] {
  return offers.filter(isForSeveral)
}

function isForSeveral(offer: CaseOffer): offer is ActOffer {
  return offer.type === 'move' || offer.type === 'begin' || offer.type === 'date'
}
