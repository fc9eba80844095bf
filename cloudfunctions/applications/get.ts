import { ownCardOf } from '../../shared/application/own-page'
import { publicProgressOf } from '../../shared/application/progress'
import { applications, rulingOf, rulings } from '../kit/application-store'
import { signedIn } from '../kit/caller'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { answerOf, ownApplication } from './own-application'
import { WORDS } from './words'

const SHOWN = 50

/** One's own application, or that of a household for which one's office does its steps. */
export async function get({ id }: { id: string }, { caller, now }: Call) {
  const { found } = await ownApplication(id, caller)
  return answerOf(found, now)
}

/** The applications that the caller follows as its own, latest first. */
export async function mine(_input: object, { caller, now }: Call) {
  const ownerId = signedIn(caller)
  const own = await applications.find({ ownerId }, { order: [['createdAt', 'desc']], limit: SHOWN })
  const ruling = await rulings()
  const cards = own.map(async one => ownCardOf(one, await ruling(one), now))
  return { now, applications: await Promise.all(cards) }
}

/** Where an application stands, for whoever holds its receipt; nothing in it tells whose it is. */
export async function track({ code }: { code: string }, { now }: Call) {
  const [found] = await applications.find({ trackCode: code }, { limit: 1 })
  if (!found) throw new Refusal('NOT_FOUND', WORDS.codeNotFound)
  return { now, progress: publicProgressOf(found, await rulingOf(found), now) }
}
