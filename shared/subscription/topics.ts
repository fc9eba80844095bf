import type { MessageEvent } from '../catalog/message'
import type { Notice } from '../notice/model'
import type { FollowKind } from './model'

/** The messages about notices; the others belong to applications, requests and offices. */
export const NOTICE_EVENTS: readonly MessageEvent[] = [
  'notice-opened',
  'notice-closing',
  'notice-closed',
  'calendar-settled',
]

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
