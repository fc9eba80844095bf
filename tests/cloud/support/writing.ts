import { beijingDate } from '../../../shared/calendar/date'
import type { CalendarDate, Instant } from '../../../shared/calendar/model'
import type { DataOf, InputOf } from '../../../shared/contract'
import type { House, Person } from './house'

export type DraftInput = InputOf<'notices', 'draft'>
export type Posted = DataOf<'notices', 'publish'>

const OFFICE = {
  acceptUnit: '示例受理窗口',
  acceptPhone: '0577-00000000',
  acceptAddress: '示例路1号便民服务中心',
  acceptHours: '工作日上午8:30—12:00，下午2:00—5:00',
  supervisionPhone: '0577-00000001',
}
const FAMILIES = [
  { name: '林示例', village: '一组', memberCount: '3', category: '低保边缘户', changeType: '续列' },
  { name: '欧阳示例', village: '二组', memberCount: '2', category: '其他低收入户', changeType: '新增' },
]

/** Places where the trial identities work. */
export const ZHIYUAN_VILLAGE = '330304108296'
export const ZEYA_TOWNSHIP = '330304108'
export const OUHAI_DISTRICT = '330304'
export const MAOAO_VILLAGE = '330205103215'

/** 低收入农户拟认定名单 of 纸源村, ready to be posted: seven working days, with names. */
export function nameList(day: CalendarDate, over: Partial<DraftInput> = {}): DraftInput {
  return {
    unit: ZHIYUAN_VILLAGE,
    district: 'ouhai',
    item: '2/1',
    template: 'low-income-list',
    values: {
      ...OFFICE,
      publisherName: '纸源村委会',
      formedOn: day,
      signedOn: day,
      year: day.slice(0, 4),
      process: '9月1日开始申请，9月10日受理完，9月25日村民代表评议，到会28人',
      householdCount: '2',
      personCount: '5',
      basis: '示例低收入农户认定办法',
    },
    rows: FAMILIES,
    ...over,
  }
}

/** 项目立项 of 纸源村, ready to be posted: no names. */
export function roadProject(
  day: CalendarDate,
  projectName = '村口道路硬化',
  over: Partial<DraftInput> = {},
): DraftInput {
  return {
    unit: ZHIYUAN_VILLAGE,
    district: 'ouhai',
    item: '3/3',
    template: 'project-village-proposal',
    values: {
      ...OFFICE,
      publisherName: '纸源村委会',
      formedOn: day,
      signedOn: day,
      year: day.slice(0, 4),
      projectName,
      place: '村口至晒谷场',
      works: '道路长420米',
      budget: '260000',
      askAmount: '200000',
      selfFund: '60000',
      beneficiaries: '86',
      meeting: '村民代表会议，应到32人，实到28人，27人同意',
      buildTime: '立项后三个月内完工',
      responsible: '村委会',
    },
    rows: [{ projectName, works: '道路420米', budget: '260000', askAmount: '200000', beneficiaries: '86' }],
    ...over,
  }
}

/** 项目补助安排, ready to be posted by a unit of any level: seven days, no names. */
export function subsidies(day: CalendarDate, over: Partial<DraftInput> = {}): DraftInput {
  return {
    unit: ZEYA_TOWNSHIP,
    district: 'ouhai',
    item: '3/5',
    template: 'project-subsidy-proposed',
    values: {
      ...OFFICE,
      publisherName: '泽雅镇',
      formedOn: day,
      signedOn: day,
      year: day.slice(0, 4),
      fundSources: '区级200000元',
      total: '200000',
      principle: '先修出村的路',
      reviewSummary: '申报1个，看了1个，入选1个',
      basis: '示例资金与项目管理办法',
    },
    rows: [{ town: '泽雅镇', projectName: '村口道路硬化', works: '道路420米', subsidy: '200000' }],
    ...over,
  }
}

/** 政策文件, ready to be posted by the unit: 长期公开. */
export function policyFile(day: CalendarDate, over: Partial<DraftInput> = {}): DraftInput {
  return {
    unit: OUHAI_DISTRICT,
    district: 'ouhai',
    item: '1/3',
    template: 'policy-file',
    values: {
      ...OFFICE,
      publisherName: '区委农办',
      formedOn: day,
      signedOn: day,
      docTitle: '示例帮扶办法',
      docType: '管理办法',
      issuer: '区委农办',
      issuedOn: day,
      validity: '现行有效',
      docText: '一、每年认定一次。二、名单在村公告栏公示。',
      plainSummary: '能得到哪些帮扶',
    },
    rows: [],
    ...over,
  }
}

/** Writes a draft that lacks nothing and posts it. */
export async function post(cadre: Person, input: DraftInput, days?: number): Promise<Posted> {
  const { draft, gaps } = await cadre.call('notices', 'draft', input)
  if (gaps.length > 0) throw new Error(`the draft lacks ${JSON.stringify(gaps)}`)
  const lengthened = days === undefined ? {} : { days }
  return cadre.call('notices', 'publish', { id: draft.id, version: draft.version, ...lengthened })
}

/** Sets the clock to the instant and posts then. */
export async function postAt(
  house: House,
  cadre: Person,
  at: Instant,
  input: (day: CalendarDate) => DraftInput = nameList,
): Promise<Posted> {
  await house.setTime(at)
  return post(cadre, input(beijingDate(at)))
}
