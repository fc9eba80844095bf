import { membersContract } from '../../shared/contract/members'
import { action, serve } from '../kit/serve'
import { me } from './me'

/** Who works for which unit. */
export const main = serve<typeof membersContract>({ me: action(membersContract.me, me) })
