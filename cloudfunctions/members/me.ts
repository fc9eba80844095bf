import { mayAct } from '../../shared/access/table'
import { postsOf } from '../kit/caller'
import { unitOf } from '../kit/reference'
import type { Call } from '../kit/serve'

/** Who the platform says the caller is, and the offices the caller holds. */
export async function me(_input: object, { caller }: Call) {
  const held = caller.personId && !caller.anonymous ? await postsOf(caller.personId) : []
  return {
    signedIn: !caller.anonymous,
    personId: caller.anonymous ? null : caller.personId,
    canReceiveMessages: caller.openId !== null,
    posts: await Promise.all(
      held.map(async post => {
        const unit = await unitOf(post.unit)
        return {
          unit: post.unit,
          unitName: unit.name,
          districtId: unit.districtId,
          role: post.role,
          mayPost: mayAct('notices.publish', post, post.unit),
        }
      }),
    ),
  }
}
