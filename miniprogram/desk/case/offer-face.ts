import type { CaseOffer } from '../../../shared/application/page'
import type { IconName } from '../../components/Icon'
import { caseWords } from '../../words/desk-cases'

/** How a way is named: the condition as the drawing says it, and what comes of it. */
export type OfferFace = { title: string; what: string; icon: IconName; tone: 'good' | 'back' | 'no' }

const words = caseWords.one

export function offerFace(offer: CaseOffer): OfferFace {
  switch (offer.type) {
    case 'move':
      return lineFace(offer)
    case 'ask':
      return { title: offer.when || offer.name, what: words.backTo(offer.name), icon: 'redo', tone: 'back' }
    case 'refuse':
      return { title: offer.when || offer.name, what: words.refused(offer.name), icon: 'minus', tone: 'no' }
    case 'begin':
      return { title: words.begin, what: words.beginWhat, icon: 'clock', tone: 'good' }
    case 'withdraw':
      return { title: words.withdraw, what: words.withdrawWhat, icon: 'back', tone: 'back' }
    case 'post-notice':
      return { title: words.postNotice, what: words.postNoticeWhat, icon: 'board', tone: 'good' }
    case 'answer':
      return { title: words.answer, what: '', icon: 'edit', tone: 'good' }
    case 'date':
      return { title: words.date(offer.event), what: words.dateWhat, icon: 'calendar', tone: 'good' }
    case 'object':
      return { title: words.object, what: words.objectWhat, icon: 'say', tone: 'back' }
  }
}

type Move = Extract<CaseOffer, { to: string }>

function lineFace({ when, name, outcome }: Move): OfferFace {
  const title = when || name
  switch (outcome) {
    case 'ok':
      return { title, what: words.next(name), icon: 'check', tone: 'good' }
    case 'recheck':
      return { title, what: words.again(name), icon: 'redo', tone: 'back' }
    case 'return':
      return { title, what: words.backTo(name), icon: 'redo', tone: 'back' }
    case 'reject':
      return { title, what: words.refused(name), icon: 'minus', tone: 'no' }
  }
}

/** Which bodies the caller acts as here; said beside each way only where there is more than one. */
export function bodiesOf(offers: readonly CaseOffer[]): string[] {
  return [...new Set(offers.map(offer => offer.as))]
}

/** In the order of the drawing; what nobody does every day, giving up and an objection, comes last. */
export function inOrder(offers: readonly CaseOffer[]): CaseOffer[] {
  const isRare = ({ type }: CaseOffer) => type === 'withdraw' || type === 'object'
  return [...offers.filter(offer => !isRare(offer)), ...offers.filter(isRare)]
}
