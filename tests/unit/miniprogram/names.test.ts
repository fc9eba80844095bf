import { withoutGoneNames } from '../../../miniprogram/pages/notice/names'
import type { NoticePage, PublicList } from '../../../shared/contract/notices'

const list: PublicList = {
  columns: [{ key: 'name', label: '户主' }],
  rows: [{ name: '王*' }, { name: '张*英' }],
  total: 2,
  names: 'present',
  goneFrom: '2026-10-14',
}

function noticeWith(shown: PublicList | null): NoticePage {
  return {
    id: 'notice-0001',
    version: 3,
    title: '示例村2026年度低收入农户认定初审名单公示',
    example: true,
    status: 'published',
    withdrawnReason: null,
    districtId: 'example',
    districtName: '示例区',
    itemId: '2/1',
    itemName: '低收入农户认定',
    unitCode: '000000000001',
    publisher: '示例村村民委员会',
    catalogPublishers: [],
    channels: [],
    basis: [],
    plain: { what: '', aboutMe: '', until: '', canDo: '' },
    body: '',
    publicitySentence: '',
    objectionSentence: '',
    contacts: { unit: '', phone: '', address: '', hours: '', supervisionPhone: '' },
    fields: [],
    list: shown,
    window: {
      number: 1,
      postedAt: '2026-09-28T01:00:00.000Z',
      opensAt: '2026-09-28T01:00:00.000Z',
      closesAt: '2026-10-13T16:00:00.000Z',
      reckoning: null,
    },
    face: {
      number: 1,
      postedAt: '2026-09-28T01:00:00.000Z',
      closesAt: '2026-10-13T16:00:00.000Z',
      unit: 'workday',
      countedDays: [],
      lastDay: '2026-10-13',
      provisional: false,
    },
    deadline: null,
    changes: [],
  }
}

describe('the names of a notice go with the close, even from a copy on the phone', () => {
  it('keeps them to the last second of 13 October, Beijing time', () => {
    const notice = noticeWith(list)
    expect(withoutGoneNames(notice, '2026-10-13T15:59:59.999Z').list).toEqual(list)
  })

  it('takes them away at 00:00 of the 14th and says that they are retired', () => {
    const shown = withoutGoneNames(noticeWith(list), '2026-10-13T16:00:00.000Z').list
    expect(shown).toMatchObject({ rows: [], names: 'retired', total: 2 })
  })

  it('leaves a list alone that stays for good (长期公开)', () => {
    const forGood = { ...list, goneFrom: null }
    expect(withoutGoneNames(noticeWith(forGood), '2030-01-01T00:00:00.000Z').list).toEqual(forGood)
  })

  it('has nothing to take from a notice without a list', () => {
    expect(withoutGoneNames(noticeWith(null), '2030-01-01T00:00:00.000Z').list).toBeNull()
  })
})
