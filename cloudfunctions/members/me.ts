import type { Post } from '../../shared/access/model'
import { mayAct } from '../../shared/access/table'
import { postsOf } from '../kit/caller'
import { findUnit } from '../kit/reference'
import type { Call } from '../kit/serve'

/** Who the platform says the caller is, and the offices the caller holds. */
export async function me(_input: object, { caller }: Call) {
  const held = caller.personId && !caller.anonymous ? await postsOf(caller.personId) : []
  return {
    signedIn: !caller.anonymous,
    personId: caller.anonymous ? null : caller.personId,
    canReceiveMessages: caller.openId !== null,
    posts: (await Promise.all(held.map(facesOf))).flat(),
  }
}

/** None for an office at a unit that is no longer there. */
async function facesOf(post: Post) {
  const unit = await findUnit(post.unit)
  if (!unit) return []
  return [
    {
      unit: unit._id,
      unitName: unit.name,
      districtId: unit.districtId,
      role: post.role,
      mayPost: mayAct('notices.publish', post, post.unit),
      handles: mayAct('applications.handle', post, post.unit),
      seesRegister: mayAct('applications.register', post, post.unit),
      changesRegister: unit.level !== 'village' && mayAct('applications.registerChange', post, post.unit),
    },
  ]
}
