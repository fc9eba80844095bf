import type { WindowOverride } from '../../../shared/catalog/district'
import type { CommonData, DistrictData } from '../../../shared/catalog/documents'
import { windowRuleOf } from '../../../shared/catalog/window-rule'
import { loadAll } from '../districts/loaded'

let common: CommonData
let districts: DistrictData[]
beforeAll(async () => {
  ;({ common, districts } = await loadAll())
})

function ruleOf(districtId: string, itemId: string, templateId: string, windows?: WindowOverride[]) {
  const data = districts.find(entry => entry.district._id === districtId)
  const item = data?.items.find(candidate => candidate.itemId === itemId)
  const template = common.templates.find(candidate => candidate._id === templateId)
  if (data === undefined || item === undefined || template === undefined) throw new Error('not in the data')
  const { rules } = data.district
  return windowRuleOf(template, item, { rules: { ...rules, windows: windows ?? rules.windows } })
}

describe('how long a notice stays up', () => {
  test('JB/4 结果公示: seven days, both readings, in the words of 3.4', () => {
    expect(ruleOf('jiangbei', 'JB/4', 'low-income-result-longterm')).toEqual({
      mode: 'window',
      days: 7,
      unit: 'workday',
      basis: '《扶贫政务公开 低收入农户认定》3.4“公开时限为七天”',
      dispute: {
        term: '七天',
        readings: [
          { days: 7, unit: 'day', source: '《扶贫政务公开 低收入农户认定》3.4“公开时限为七天”' },
          expect.objectContaining({ days: 7, unit: 'workday' }),
        ],
      },
    })
  })

  test('JB/2 申请: at least 3 working days', () => {
    expect(ruleOf('jiangbei', 'JB/2', 'low-income-apply')).toMatchObject({
      mode: 'min-duration',
      days: 3,
      unit: 'workday',
      basis: '《扶贫政务公开 低收入农户认定》3.2“自申请公告发布之日起至少3个工作日”',
    })
  })

  test('JB/3 审核: the least duration of the item is not taken for the window of the list', () => {
    expect(ruleOf('jiangbei', 'JB/3', 'low-income-review')).toMatchObject({ mode: 'min-duration', days: 3 })
    expect(ruleOf('jiangbei', 'JB/3', 'low-income-list')).toMatchObject({ mode: 'window', days: 7 })
  })

  test('JB/1 政策法规: for good, in the words of 3.1', () => {
    expect(ruleOf('jiangbei', 'JB/1', 'policy-file')).toEqual({
      mode: 'long-term',
      basis: '《扶贫政务公开 低收入农户认定》3.1“应在20个工作日内进行公示并长期公开”',
    })
  })

  test('瓯海 4/13 最低生活保障: the template’s seven days, for the catalog’s limit is a deadline only', () => {
    expect(ruleOf('ouhai', '4/13', 'dibao-list')).toMatchObject({ mode: 'window', days: 7, unit: 'workday' })
  })

  test('JB/3 拟认定名单: seven days by the district’s own flowchart, both readings in the district’s own words', () => {
    expect(ruleOf('jiangbei', 'JB/3', 'low-income-list')).toMatchObject({
      basis: '《扶贫政务公开 低收入农户认定》流程图“村务公开栏公示7天”',
      dispute: { term: '7天', readings: [{ unit: 'day' }, { unit: 'workday' }] },
    })
  })

  test('瓯海 2/1 拟认定名单: no other district’s document is its ground', () => {
    expect(JSON.stringify(ruleOf('ouhai', '2/1', 'low-income-list'))).not.toContain('江北')
  })

  test('a posting after the decision is a least duration', () => {
    expect(ruleOf('ouhai', '4/13', 'aid-confirmed-list')).toMatchObject({ mode: 'min-duration', days: 7 })
  })

  test('a report without a window stays up for good', () => {
    expect(ruleOf('ouhai', '4/24', 'legal-aid-report')).toEqual({
      mode: 'long-term',
      basis: '不设公示期，一直公开',
    })
  })

  test('the list of what can be asked for is up for good, the answer to one applicant is not posted', () => {
    expect(ruleOf('ouhai', '3/4', 'on-request-index')?.mode).toBe('long-term')
    expect(ruleOf('ouhai', '3/4', 'cost-report-reply')).toBeNull()
  })

  test('a notice about another has no window of its own', () => {
    expect(ruleOf('ouhai', '2/1', 'correction')).toBeNull()
  })

  test('the district’s own setting rules, for the items it names', () => {
    const setting: WindowOverride = {
      template: 'disabled-employment-list',
      items: ['4/20'],
      days: 7,
      unit: 'workday',
      basis: '区里规定',
    }
    const rule = ruleOf('ouhai', '4/20', 'disabled-employment-list', [setting])
    expect(rule).toEqual({ mode: 'window', days: 7, unit: 'workday', basis: '区里规定' })
    const other = { ...setting, items: ['4/21'] }
    expect(ruleOf('ouhai', '4/20', 'disabled-employment-list', [other])).toMatchObject({ days: 5 })
  })
})
