import type { DistrictData } from '../../../shared/catalog/documents'
import type { CatalogItem } from '../../../shared/catalog/item'
import { loadOne } from './loaded'

let jiangbei: DistrictData
beforeAll(async () => {
  jiangbei = await loadOne('jiangbei')
})

const itemOf = (itemId: string): CatalogItem => {
  const item = jiangbei.items.find(candidate => candidate.itemId === itemId)
  if (item === undefined) throw new Error(`no item ${itemId}`)
  return item
}

describe('江北区低收入农户认定', () => {
  test.each([
    ['JB/1', '政策法规', '决策类', '3.1'],
    ['JB/2', '申请', '服务类', '3.2'],
    ['JB/3', '审核', '管理类', '3.3'],
    ['JB/4', '结果公示', '结果类', '3.4'],
  ])('%s is %s, %s (%s)', (itemId, name, category, clause) => {
    expect(itemOf(itemId)).toMatchObject({ name, category, clause, table: null, mode: 'proactive' })
  })

  test('has four items and no more', () => {
    expect(jiangbei.items.map(item => item.itemId)).toEqual(['JB/1', 'JB/2', 'JB/3', 'JB/4'])
  })

  test('JB/1: three kinds of publishers, each with its own channel; 20 working days, then for good', () => {
    const item = itemOf('JB/1')
    expect(item.contents).toEqual([
      '法规规章及文件的标题',
      '法规规章及文件的发文主体',
      '法规规章及文件的文号',
      '法规规章及文件的文本',
      '法规规章及文件的附件',
    ])
    expect(item.contentsOpenEnded).toBe(true)
    expect(item.publishers).toEqual([
      { name: '区农水局（农办）', when: '本事项中有关法规规章及文件', channels: ['江北区政府政务公开网'] },
      { name: '区级发文机关', when: '区级地方性规范文件', channels: ['对应的区级部门网站'] },
      { name: '区对应的对口部门', when: '上级机关的规范性文件', channels: ['对应的区级部门网站'] },
    ])
    expect(item.channels).toEqual(['江北区政府政务公开网', '对应的区级部门网站'])
    expect(item.deadlines).toEqual([
      expect.objectContaining({ kind: 'disclosure', days: 20, unit: 'workday' }),
    ])
    expect(item.longTerm?.appliesTo).toBe('法规规章及文件')
    expect(item.limitTexts).toEqual(['应在20个工作日内进行公示并长期公开', '长期公开'])
  })

  test('JB/2: seven contents, published by the village, up for at least 3 working days', () => {
    const item = itemOf('JB/2')
    expect(item.contents).toHaveLength(7)
    expect(item.publishers).toEqual([{ name: '村民委员会' }])
    expect(item.channels).toEqual(['江北区政府政务公开网', '村务公开栏'])
    expect(item.deadlines).toEqual([])
    expect(item.windows).toEqual([
      expect.objectContaining({ mode: 'min-duration', days: 3, unit: 'workday' }),
    ])
    expect(item.limitTexts).toEqual(['自申请公告发布之日起至少3个工作日'])
  })

  test('JB/3: three contents, published by the village, up for at least 3 working days', () => {
    const item = itemOf('JB/3')
    expect(item.contents).toEqual(['低收入农户认定审核流程', '低收入农户认定审核办法', '其他相关事项'])
    expect(item.publishers).toEqual([{ name: '村民委员会' }])
    expect(item.windows).toEqual([
      expect.objectContaining({ mode: 'min-duration', days: 3, unit: 'workday' }),
    ])
    expect(item.limitTexts).toEqual(['自审核公告发布之日起至少3个工作日'])
  })

  test('JB/4: within 20 working days, up for seven days in both readings, the list for good', () => {
    const item = itemOf('JB/4')
    expect(item.contents).toEqual([
      '辖区内低收入家庭名单',
      '全区低收入农户人数',
      '反馈渠道及联系方式',
      '公示截止时间',
      '其他相关事项',
    ])
    expect(item.channels).toEqual(['村务公开栏', '江北区政府政务公开网'])
    expect(item.channelNotes).toEqual({ 江北区政府政务公开网: '长期公开' })
    expect(item.deadlines).toEqual([
      expect.objectContaining({ kind: 'disclosure', days: 20, countsFrom: '低收入农户认定工作完成' }),
    ])
    expect(item.windows).toHaveLength(1)
    const [window] = item.windows
    if (window === undefined || window.mode === 'long-term') throw new Error('JB/4 has a window of days')
    expect(window.mode).toBe('window')
    expect(window.dispute?.term).toBe('七天')
    expect(window.dispute?.readings.map(reading => [reading.days, reading.unit])).toEqual([
      [7, 'day'],
      [7, 'workday'],
    ])
    expect(item.longTerm?.appliesTo).toBe('低收入农户名单')
  })

  test('counts in working days where the document names no unit, and not the day of posting', () => {
    expect(jiangbei.district.rules.unspecifiedUnit.unit).toBe('workday')
    expect(jiangbei.district.rules.postingDay.counted).toBe(false)
  })

  test('keeps 审查备案 and 审批 before a disclosure', () => {
    const [edition] = jiangbei.editions
    expect(edition?.publishingSteps.map(step => step.name)).toEqual([
      '提出公开事项',
      '审查备案',
      '办理信息公开审批手续',
      '按2.2选择公开载体',
      '公开',
    ])
  })

  test('tells the reading of 17 contradictions of its own and of 7 between the two districts', () => {
    expect(jiangbei.district.inconsistencies).toHaveLength(24)
    const disputed = jiangbei.district.inconsistencies.find(entry => entry.id === 'JB-08')
    expect(disputed?.reading).toContain('截止较晚')
    expect(disputed?.items).toContain('JB/4')
  })
})
