import { signedIn } from '../kit/caller'
import { countConsent } from '../kit/credits'
import { messagesSettings } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { stateOf } from './mine'

type Input = {
  consentId: string
  results: { templateId: string; outcome: 'accept' | 'reject' | 'ban' | 'filter' }[]
}

/**
 * Counts what the person tapped when WeChat asked. The count is only our expectation: WeChat keeps its own,
 * and refuses a message that was not agreed to, whatever a phone says here.
 */
export async function consent({ consentId, results }: Input, { caller, now }: Call) {
  const personId = signedIn(caller)
  const { templates } = await messagesSettings()
  const asked = results.map(({ templateId, outcome }) => {
    const template = templates.find(one => one.templateId === templateId)
    if (!template) throw new Refusal('INVALID_INPUT', WORDS.unknownTemplate)
    return { event: template.event, outcome }
  })
  for (const { event, outcome } of asked) {
    const changesNothing = outcome === 'reject' || outcome === 'filter'
    if (!changesNothing) await countConsent(personId, event, consentId, outcome, now)
  }
  return stateOf(caller)
}
