import { createCalendar } from '../../../shared/calendar/work-calendar'
import type { CommonData, DistrictData } from '../../../shared/catalog/documents'
import type { CatalogItem } from '../../../shared/catalog/item'
import type { NoticeTemplate } from '../../../shared/catalog/template'
import { windowRuleOf } from '../../../shared/catalog/window-rule'
import {
  type FieldValues,
  type HistoryEntry,
  type ListRow,
  NEVER,
  type Notice,
} from '../../../shared/notice/model'
import type { PublicSources } from '../../../shared/notice/notice-facts'
import { noticeTitle } from '../../../shared/notice/title'
import { openWindow } from '../../../shared/publicity/window'
import { loadAll } from '../districts/loaded'

/** The repository's own districts and forms, and ways to write and post a notice from them. */
export type World = { common: CommonData; districts: DistrictData[] }

export function loadWorld(): Promise<World> {
  return loadAll()
}

export function templateOf({ common }: World, id: string): NoticeTemplate {
  return found(common.templates.find(({ _id }) => _id === id))
}

export function districtOf({ districts }: World, id: string): DistrictData {
  return found(districts.find(({ district }) => district._id === id))
}

export function itemOf(world: World, districtId: string, itemId: string): CatalogItem {
  return found(
    districtOf(world, districtId)
      .items.filter(item => item.itemId === itemId)
      .at(-1),
  )
}

/** Monday before the National Day week of 2026: seven working days from here end on Tuesday 13 October. */
export const POSTED_AT = '2026-09-28T01:00:00.000Z'
export const CLOSES_AT = '2026-10-13T16:00:00.000Z'

export type Writing = {
  district?: string
  item?: string
  template?: string
  values?: FieldValues
  rows?: ListRow[]
  postedAt?: string
  unitCode?: string
  unitName?: string
  history?: HistoryEntry[]
  days?: number
}

export const CONTACTS: FieldValues = {
  acceptUnit: '下章村村务监督委员会',
  acceptPhone: '0577-88881234',
  acceptAddress: '下章村文化礼堂一楼',
  acceptHours: '工作日上午8:30—12:00',
  supervisionPhone: '0577-88885678',
  formedOn: '2026-09-25',
}

export const LIST_VALUES: FieldValues = {
  ...CONTACTS,
  year: '2026',
  process: '9月10日受理，9月14日入户，9月21日评议，到场32人。',
  householdCount: '2',
  personCount: '7',
  basis: '浙江省低收入农户认定办法',
}

export const LIST_ROWS: ListRow[] = [
  { name: '王小明', village: '下章村三组', memberCount: '3', category: '低保边缘家庭', changeType: '新增' },
  { name: '欧阳红', village: '下章村五组', memberCount: '4', category: '其他', changeType: '续列' },
]

/** What the public page of a notice is made from; `low-income-list` of a village of 瓯海区 unless said otherwise. */
export function sourcesOf(
  world: World,
  writing: Writing = {},
  now = '2026-10-08T01:00:00.000Z',
): PublicSources {
  const {
    district: districtId = 'ouhai',
    item: itemId = '2/1',
    template: templateId = 'low-income-list',
  } = writing
  const { district } = districtOf(world, districtId)
  const template = templateOf(world, templateId)
  const item = itemOf(world, districtId, itemId)
  const notice = noticeOf(writing, { template, item, district })
  const { forms, plainWords } = world.common
  return { notice, template, item, district, forms, plainWords, now, town: '仙岩街道' }
}

/** The application whose publicity step the notice is. */
export const HELD_APPLICATION = 'application-0001'

function noticeOf(
  writing: Writing,
  { template, item, district }: Pick<PublicSources, 'template' | 'item' | 'district'>,
): Notice {
  const { values = LIST_VALUES, rows = LIST_ROWS, postedAt = POSTED_AT, days } = writing
  const { unitCode = '330304015001', unitName = '下章村委会', history = [] } = writing
  const rule = windowRuleOf(template, item, district)
  const window = rule && openWindow({ rule, postedAt, calendar: createCalendar(), number: 1, days })
  return {
    _id: 'notice-0001',
    version: 1,
    status: 'published',
    example: true,
    districtId: district._id,
    editionId: item.editionId,
    itemId: item.itemId,
    itemName: item.name,
    templateId: template._id,
    unitCode,
    unitName,
    boards: [unitCode],
    publisher: '下章村村民委员会',
    title: noticeTitle(template, values, {
      districtName: district.name,
      villageName: unitName,
      itemName: item.name,
    }),
    households: template.columns.length > 0 ? rows.length : null,
    grams: [],
    values,
    rows,
    applications: [HELD_APPLICATION],
    applicationsBehind: true,
    createdAt: postedAt,
    updatedAt: postedAt,
    rule,
    window,
    deadline: null,
    closesBy: window?.closesAt ?? NEVER,
    calendarRevision: null,
    provisional: window?.reckoning?.provisional ?? false,
    transitions: [],
    nextTransitionAt: null,
    history,
    lastHash: '',
  }
}

/** One entry of a notice's history. */
export function entry(
  action: string,
  before: HistoryEntry['before'],
  after: HistoryEntry['after'],
): HistoryEntry {
  const by = { personId: 'wx:someone', role: 'cadre', unit: '330304015001' }
  return { seq: 2, at: '2026-09-30T02:00:00.000Z', by, action, before, after, previousHash: '', hash: '' }
}

function found<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error('not in the districts folder')
  return value
}
