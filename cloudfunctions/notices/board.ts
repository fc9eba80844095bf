import * as z from 'zod/mini'
import { addDays, beijingDate, endOfDay } from '../../shared/calendar/date'
import { type Instant, isInstant } from '../../shared/calendar/model'
import type { BoardStatus, NoticeCard } from '../../shared/contract/notices'
import { notice } from '../../shared/notice/model'
import { noticeCard } from '../../shared/notice/public-view'
import { command, documents } from '../kit/documents'
import { Refusal } from '../kit/refusal'
import { WORDS } from '../kit/words'

/** What a card is made of; the list never reads contents or names. */
const cardSource = z.pick(notice, {
  _id: true,
  title: true,
  example: true,
  status: true,
  districtId: true,
  itemId: true,
  itemName: true,
  unitCode: true,
  publisher: true,
  households: true,
  window: true,
  closesBy: true,
})
type CardSource = z.infer<typeof cardSource>

const cards = documents('notices', cardSource)

/** Which closes are wanted, and in which order: soonest first or latest first. */
type Span = { direction: 'asc' | 'desc'; after?: Instant; upTo?: Instant }
type Paging = { after?: string | undefined; limit?: number | undefined }
type Page = { notices: NoticeCard[]; next: string | null }
/** Where a list goes on: after the last card shown, by its close and, among equals, its id. */
type Cursor = { closesBy: string; id: string }

const PAGE = 20

/** The closes of a tab of the board: what runs, soonest end first; what has ended, latest first. */
export function spanOf(status: BoardStatus, now: Instant): Span {
  switch (status) {
    case 'open':
      return { direction: 'asc', after: now }
    case 'closing':
      return { direction: 'asc', after: now, upTo: endOfDay(addDays(beijingDate(now), 1)) }
    case 'closed':
      return { direction: 'desc', upTo: now }
  }
}

/** One page of cards. `where` holds equalities only, so that one index serves filter and order alike. */
export async function cardPage(
  where: Record<string, unknown>,
  span: Span,
  { after, limit = PAGE }: Paging,
): Promise<Page> {
  const cursor = after === undefined ? null : parseCursor(after)
  const found = await cards.find(pageFilter(where, span, cursor), {
    order: [
      ['closesBy', span.direction],
      ['_id', span.direction],
    ],
    limit: limit + 1,
  })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const hasMore = found.length > limit
  return { notices: page.map(noticeCard), next: hasMore && last ? cursorOf(last) : null }
}

function pageFilter(where: Record<string, unknown>, span: Span, cursor: Cursor | null): object {
  const _ = command()
  const within = { ...where, ...closesWithin(span, cursor) }
  if (!cursor) return within
  const beyond = span.direction === 'asc' ? _.gt : _.lt
  return _.and([within, _.or([{ closesBy: beyond(cursor.closesBy) }, { _id: beyond(cursor.id) }])])
}

function closesWithin({ direction, after, upTo }: Span, cursor: Cursor | null): object {
  const _ = command()
  const bounds = [
    after === undefined ? [] : [_.gt(after)],
    upTo === undefined ? [] : [_.lte(upTo)],
    cursor === null ? [] : [direction === 'asc' ? _.gte(cursor.closesBy) : _.lte(cursor.closesBy)],
  ].flat()
  const [first, ...others] = bounds
  return first === undefined ? {} : { closesBy: others.length === 0 ? first : first.and(...others) }
}

function cursorOf(last: CardSource): string {
  return `${last.closesBy}|${last._id}`
}

/** Refuses with INVALID_INPUT a cursor that no list gave out. */
function parseCursor(text: string): Cursor {
  const [closesBy = '', id = '', ...rest] = text.split('|')
  const isOurs = isInstant(closesBy) && id !== '' && rest.length === 0
  if (!isOurs) throw new Refusal('INVALID_INPUT', WORDS.invalidInput)
  return { closesBy, id }
}
