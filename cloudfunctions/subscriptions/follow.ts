import * as z from 'zod/mini'
import { beijingDate } from '../../shared/calendar/date'
import { notice } from '../../shared/notice/model'
import { type FollowKind, follow as followDocument } from '../../shared/subscription/model'
import { topicOf } from '../../shared/subscription/topics'
import { signedIn } from '../kit/caller'
import { documents } from '../kit/documents'
import { editionOn, itemOf, unitOf } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'
import { MOST_FOLLOWS, stateOf } from './mine'

type Target = { kind: FollowKind; target: string }

const follows = documents('follows', followDocument)
const titles = documents('notices', z.pick(notice, { _id: true, status: true, title: true }))

/** Follows a unit's board, a catalog item or a notice. Following twice is following once. */
export async function follow({ kind, target }: Target, { caller, now }: Call) {
  const personId = signedIn(caller)
  const topic = topicOf(kind, target)
  const _id = `${topic}|${personId}`
  const isFollowed = (await follows.get(_id)) !== null
  if (isFollowed) return stateOf(personId)
  const name = await nameOf(kind, target, now)
  if ((await follows.count({ personId })) >= MOST_FOLLOWS) {
    throw new Refusal('NOT_READY', WORDS.tooManyFollows(MOST_FOLLOWS))
  }
  await follows.addOnce({ _id, personId, topic, kind, target, name, createdAt: now })
  return stateOf(personId)
}

/** Ends a follow; ending one that is not there changes nothing. */
export async function unfollow({ kind, target }: Target, { caller }: Call) {
  const personId = signedIn(caller)
  await follows.remove({ _id: `${topicOf(kind, target)}|${personId}` })
  return stateOf(personId)
}

async function nameOf(kind: FollowKind, target: string, now: string): Promise<string> {
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
      if (found?.status !== 'published') throw new Refusal('NOT_FOUND', WORDS.nothingToFollow)
      return found.title
    }
  }
}
