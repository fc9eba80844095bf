import { View } from '@tarojs/components'
import type { CaseOffer, CasePage } from '../../../shared/application/page'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { Tap } from '../../components/Tap'
import { caseWords } from '../../words/desk-cases'
import { offerKey } from './handling'
import { bodiesOf, inOrder, offerFace } from './offer-face'

type Props = {
  page: Pick<CasePage, 'offers' | 'hands' | 'withApplicant' | 'end' | 'objections'>
  onTake: (offer: CaseOffer) => void
  /** A way that is being prepared: nothing else is tapped meanwhile. */
  busyWith: string | null
}

const words = caseWords.one

/** Every way the caller has now; what must wait says why. */
export function Offers({ page, onTake, busyWith }: Props) {
  const { offers } = page
  if (offers.length === 0) return page.end ? null : <NoOffers page={page} />
  const isOfSeveral = bodiesOf(offers).length > 1
  return (
    <Sheet title={words.offers} icon="edit">
      {inOrder(offers).map(offer => (
        <OfferLine
          key={offerKey(offer)}
          offer={offer}
          said={offer.type === 'answer' ? textOf(page, offer.objectionId) : ''}
          showsBody={isOfSeveral}
          isBusy={busyWith === offerKey(offer)}
          disabled={busyWith !== null}
          onTake={onTake}
        />
      ))}
    </Sheet>
  )
}

function NoOffers({ page }: Pick<Props, 'page'>) {
  const where = page.withApplicant ? words.withHousehold : words.noOffersOf(page.hands.join('、'))
  return (
    <Sheet title={words.noOffers} icon="tick">
      <View className="c2">{where}</View>
    </Sheet>
  )
}

type LineProps = {
  offer: CaseOffer
  said: string
  showsBody: boolean
  isBusy: boolean
  disabled: boolean
  onTake: (offer: CaseOffer) => void
}

function OfferLine({ offer, said, showsBody, isBusy, disabled, onTake }: LineProps) {
  const face = offerFace(offer)
  const isBlocked = offer.blocked !== null
  return (
    <Tap
      className={`offer ${isBlocked ? 'offer-off' : ''}`}
      disabled={isBlocked || disabled}
      onTap={() => onTake(offer)}
    >
      <View className={`offer-mark offer-${isBlocked ? 'wait' : face.tone}`}>
        <Icon name={isBlocked ? 'clock' : face.icon} small />
      </View>
      <View className="grow">
        <View className="b">{isBusy ? caseWords.list.announcing : face.title}</View>
        <View className="s c2">{said || face.what}</View>
        {showsBody ? <View className="s c3">{words.as(offer.as)}</View> : null}
        {offer.blocked ? <View className="s t-closing">{offer.blocked}</View> : null}
      </View>
      {isBlocked ? null : <Icon name="right" small className="c3" />}
    </Tap>
  )
}

function textOf({ objections }: Pick<CasePage, 'objections'>, id: string): string {
  return objections.find(objection => objection.id === id)?.text ?? ''
}
