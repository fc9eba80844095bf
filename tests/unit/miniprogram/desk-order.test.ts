import { deskOrder, runningOf } from '../../../miniprogram/desk/home/desk-order'
import type { DraftSummary } from '../../../shared/contract/notices'

function posted(id: string, closesAt: string | null): DraftSummary {
  return {
    id,
    version: 2,
    status: 'published',
    example: false,
    title: id,
    itemId: '2/1',
    itemName: '低收入农户认定',
    districtId: 'example',
    templateId: 'low-income-list',
    updatedAt: '2026-09-28T01:00:00.000Z',
    window: {
      number: 1,
      postedAt: '2026-09-28T01:00:00.000Z',
      closesAt,
      unit: 'workday',
      countedDays: [],
      lastDay: null,
      provisional: false,
    },
  }
}

it('puts on the desk first what ends soonest, then what stays, then what has ended', () => {
  const now = '2026-10-12T01:00:00.000Z'
  const ordered = deskOrder(
    [
      posted('长期', null),
      posted('早结束', '2026-10-01T16:00:00.000Z'),
      posted('周五结束', '2026-10-16T16:00:00.000Z'),
      posted('昨天结束', '2026-10-11T16:00:00.000Z'),
      posted('明天结束', '2026-10-13T16:00:00.000Z'),
    ],
    now,
  )
  expect(ordered.map(({ id }) => id)).toEqual(['明天结束', '周五结束', '长期', '昨天结束', '早结束'])
  expect(runningOf(ordered, now)).toBe(3)
})
