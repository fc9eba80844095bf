import type { Application } from '../../shared/application/model'
import type { Instant } from '../../shared/calendar/model'
import { follow } from '../../shared/subscription/model'
import { topicOf } from '../../shared/subscription/topics'
import { documents } from './documents'

export const follows = documents('follows', follow)

/** What a person follows is stored once, under this id. */
export function followId(topic: string, personId: string): string {
  return `${topic}|${personId}`
}

/** How an application is named where one follows it: nothing personal. */
export function followedName({
  procedureName,
  caseNo,
}: Pick<Application, 'procedureName' | 'caseNo'>): string {
  return `${procedureName} ${caseNo}`
}

type Own = Pick<Application, 'ownerId' | 'trackCode' | 'procedureName' | 'caseNo'>

/** Who applied is told from the start; done again it changes nothing. */
export async function followOwn(application: Own, now: Instant): Promise<void> {
  const { ownerId, trackCode } = application
  if (ownerId === null) return
  const topic = topicOf('application', trackCode)
  await follows.addOnce({
    _id: followId(topic, ownerId),
    personId: ownerId,
    topic,
    kind: 'application',
    target: trackCode,
    name: followedName(application),
    createdAt: now,
  })
}
