import { type Application, placeOfDesk } from '../application/model'
import type { MessageEvent } from '../catalog/message'
import type { Notice } from '../notice/model'
import type { FollowKind } from './model'

/** The messages about notices. */
export const NOTICE_EVENTS: readonly MessageEvent[] = [
  'notice-opened',
  'notice-closing',
  'notice-closed',
  'calendar-settled',
]

/** The messages about an application, for the household and whoever else follows it. */
export const APPLICATION_EVENTS: readonly MessageEvent[] = [
  'application-step',
  'materials-missing',
  'application-decided',
]

/** The messages to those whose step it is. */
export const DESK_EVENTS: readonly MessageEvent[] = ['deadline-approaching', 'overdue']

/** What a follow is stored under and found by. */
export function topicOf(kind: FollowKind, target: string): string {
  return `${kind}:${target}`
}

/** How an item is named where districts stand side by side. */
export function itemTarget(districtId: string, itemId: string): string {
  return `${districtId}/${itemId}`
}

/** Every topic whose followers are told of a notice; who follows several of them is told once. */
export function topicsOf(notice: Pick<Notice, '_id' | 'districtId' | 'itemId' | 'boards'>): string[] {
  return [
    topicOf('notice', notice._id),
    topicOf('item', itemTarget(notice.districtId, notice.itemId)),
    ...notice.boards.map(code => topicOf('unit', code)),
  ]
}

/** Every topic whose followers are told of an event of an application: those at its desks, or those who follow it. */
export function topicsOfApplication(
  { trackCode, desk }: Pick<Application, 'trackCode' | 'desk'>,
  event: MessageEvent,
): string[] {
  if (!DESK_EVENTS.includes(event)) return [topicOf('application', trackCode)]
  return [...new Set(desk.map(key => topicOf('desk', placeOfDesk(key).unit)))]
}
