import Taro from '@tarojs/taro'
import type { MessageOffer } from '../../shared/contract/subscriptions'
import { trialToken } from '../cloud/trial-identity'
import { trialWords } from '../words/subscribe'

export type Outcome = 'accept' | 'reject' | 'ban' | 'filter'
export type ConsentResult = { templateId: string; outcome: Outcome }

/** WeChat asks for five templates at a time at the most, and never mixes one-time with long-term ones. */
const MOST_AT_ONCE = 5

/** True where messages can be asked for at all: inside WeChat, and in a trial. */
export const canAsk = process.env.TARO_ENV === 'weapp' || TRIAL

/**
 * Asks WeChat's own question. Call it first thing in a tap handler: after an `await` WeChat refuses to ask.
 */
export function askConsent(offers: MessageOffer[]): Promise<ConsentResult[]> {
  const asked = offers.filter(offer => offer.kind === offers[0]?.kind).slice(0, MOST_AT_ONCE)
  if (process.env.TARO_ENV === 'weapp') return askWechat(asked)
  return TRIAL ? askInTrial(asked) : Promise.resolve([])
}

async function askWechat(offers: MessageOffer[]): Promise<ConsentResult[]> {
  const tmplIds = offers.map(offer => offer.templateId)
  // `entityIds` is Alipay's; Taro's types want it, WeChat overlooks it.
  const reply: object = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
  return tmplIds.map(templateId => ({ templateId, outcome: outcomeIn(reply, templateId) }))
}

function outcomeIn(reply: object, templateId: string): Outcome {
  const said: unknown = Reflect.get(reply, templateId)
  if (said === 'ban' || said === 'filter' || said === 'reject') return said
  const isAccepted = typeof said === 'string' && said.startsWith('accept')
  return isAccepted ? 'accept' : 'reject'
}

/** The web has no WeChat: a trial shows a box in its place and tells localcloud's WeChat what was tapped. */
async function askInTrial(offers: MessageOffer[]): Promise<ConsentResult[]> {
  const { confirm } = await Taro.showModal({
    title: trialWords.title,
    content: offers.map(offer => offer.title).join('、'),
    confirmText: trialWords.allow,
    cancelText: trialWords.refuse,
  })
  const outcome: Outcome = confirm ? 'accept' : 'reject'
  await Taro.request({
    url: '/console/api/consent',
    method: 'POST',
    header: { 'content-type': 'application/json', Authorization: `Bearer ${trialToken()}` },
    data: { results: Object.fromEntries(offers.map(offer => [offer.templateId, outcome])) },
  })
  return offers.map(({ templateId }) => ({ templateId, outcome }))
}
