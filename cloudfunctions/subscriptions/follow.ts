import * as z from 'zod/mini'
import { application } from '../../shared/application/model'
import { beijingDate } from '../../shared/calendar/date'
import { notice } from '../../shared/notice/model'
import type { FollowKind } from '../../shared/subscription/model'
import { topicOf } from '../../shared/subscription/topics'
import { actingFor, signedIn } from '../kit/caller'
import { documents } from '../kit/documents'
import { followedName, followId, follows } from '../kit/follows'
import { editionOn, itemOf, unitOf } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { MOST_FOLLOWS, stateOf } from './mine'

type Target = { kind: FollowKind; target: string }

const titles = documents('notices', z.pick(notice, { _id: true, status: true, title: true }))
const coded = documents('applications', z.pick(application, { _id: true, procedureName: true, caseNo: true }))

/**
 * Follows a unit's board, a catalog item, a notice, an application whose code the caller has, or the desk of a unit
 * where the caller has an office. Following twice is following once.
 */
export async function follow({ kind, target }: Target, { caller, now }: Call) {
  const personId = signedIn(caller)
  const topic = topicOf(kind, target)
  const _id = followId(topic, personId)
  const isFollowed = (await follows.get(_id)) !== null
  if (isFollowed) return stateOf(caller)
  const name = await nameOf({ kind, target }, { caller, now })
  if ((await follows.count({ personId })) >= MOST_FOLLOWS) {
    throw new Refusal('NOT_READY', WORDS.tooManyFollows(MOST_FOLLOWS))
  }
  await follows.addOnce({ _id, personId, topic, kind, target, name, createdAt: now })
  return stateOf(caller)
}

/** Ends a follow; ending one that is not there changes nothing. */
export async function unfollow({ kind, target }: Target, { caller }: Call) {
  const personId = signedIn(caller)
  await follows.remove({ _id: followId(topicOf(kind, target), personId) })
  return stateOf(caller)
}

/** Refuses with NOT_FOUND what is not there, and with FORBIDDEN the desk of an office one does not hold. */
async function nameOf({ kind, target }: Target, { caller, now }: Call): Promise<string> {
  switch (kind) {
    case 'unit':
      return (await unitOf(target)).name
    case 'item': {
      const [districtId = '', ...rest] = target.split('/')
      const edition = await editionOn(districtId, beijingDate(now))
      return (await itemOf(edition._id, rest.join('/'))).name
    }
    case 'notice': {
      const found = await titles.get(target)
      return found?.status === 'published' ? found.title : refuseMissing()
    }
    case 'application': {
      const [found] = await coded.find({ trackCode: target }, { limit: 1 })
      return found ? followedName(found) : refuseMissing()
    }
    case 'desk':
      await actingFor(caller, 'applications.handle', target)
      return (await unitOf(target)).name
  }
}

function refuseMissing(): never {
  throw new Refusal('NOT_FOUND', WORDS.nothingToFollow)
}
