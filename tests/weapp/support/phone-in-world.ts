import { personaNamed } from '../../../scripts/trial/personas'
import type { World } from '../../support/world'
import { startPhone } from './phone'

const APP = 'dist/weapp'

/** The compiled app on the phone of a trial identity; its functions are those of the world. */
export function phoneOf(world: World, personaId: string) {
  const { token } = personaNamed(personaId)
  return startPhone({
    dist: APP,
    callFunction: (name, data) => world.client.call(name, token, data),
    onAccepted: templateIds =>
      world.consentInWechat(personaId, Object.fromEntries(templateIds.map(id => [id, 'accept']))),
  })
}
