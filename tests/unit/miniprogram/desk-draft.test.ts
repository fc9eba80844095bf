import { isCountedFromList, withRows } from '../../../miniprogram/desk/compose/counts'
import { type Contents, fittedTo, gapsAfter, newDraftId } from '../../../miniprogram/desk/compose/draft'
import { contactsOf, knownValues } from '../../../miniprogram/desk/compose/known-values'
import { requiredOf } from '../../../miniprogram/desk/compose/required'
import { ruleWords } from '../../../miniprogram/desk/compose/rule-words'
import type { FormColumn, FormField, NoticeForm } from '../../../shared/contract/catalog'

function field(key: string, type: string, label = key): FormField {
  return { key, label, type, required: true, hint: '提示', covers: [] }
}

function column(key: string, mask = 'none'): FormColumn {
  return { key, label: key, public: true, mask, why: '说明' }
}

const names = [column('name', 'name'), column('memberCount')]

function formWith(parts: Partial<NoticeForm>): NoticeForm {
  return {
    templateId: 'low-income-list',
    name: '低收入农户拟认定名单公示',
    kind: 'name-list',
    titlePattern: '{villageName}{year}年度低收入农户拟认定名单公示',
    fields: [field('year', 'year'), field('householdCount', 'count'), field('personCount', 'count')],
    columns: names,
    checklist: [],
    windowRule: null,
    afterClose: null,
    ...parts,
  }
}

function contentsWith(parts: Partial<Contents>): Contents {
  return { item: '2/1', template: 'low-income-list', values: {}, rows: [], ...parts }
}

describe('a new form', () => {
  it('begins with the day, the year and the unit, and asks no field of another form', () => {
    const known = knownValues('前岸村委会', '2026-10-12', {})
    expect(fittedTo(formWith({}), contentsWith({ values: { docTitle: '旧的' } }), known).values).toEqual({
      year: '2026',
    })
    expect(known).toMatchObject({
      publisherName: '前岸村委会',
      formedOn: '2026-10-12',
      signedOn: '2026-10-12',
    })
  })

  it('takes over whom to ask from the unit’s last notice, and nothing else of it', () => {
    const last = contactsOf({ acceptPhone: '0577-00000000', process: '评议', acceptUnit: ' ' })
    expect(last).toEqual({ acceptPhone: '0577-00000000' })
    expect(knownValues('前岸村委会', '2026-10-12', last).acceptPhone).toBe('0577-00000000')
  })

  it('leaves what is written as it is, an emptied field too', () => {
    const written = contentsWith({ values: { year: '' }, rows: [{ name: '林示例' }] })
    expect(fittedTo(formWith({}), written, { year: '2026' })).toBe(written)
  })

  it('drops columns that the form does not have', () => {
    const written = contentsWith({ rows: [{ name: '林示例', old: '1' }, { old: '2' }] })
    expect(fittedTo(formWith({}), written, {}).rows).toEqual([{ name: '林示例' }])
  })
})

describe('the counts of a list of households', () => {
  it('follow its rows', () => {
    const rows = [
      { name: '林示例', memberCount: '3' },
      { name: '潘示例', memberCount: '1' },
    ]
    expect(withRows(formWith({}), contentsWith({}), rows).values).toEqual({
      householdCount: '2',
      personCount: '4',
    })
  })

  it('leave the people alone while a row does not say how many', () => {
    const rows = [{ name: '林示例', memberCount: '三' }]
    const before = contentsWith({ values: { personCount: '5' } })
    expect(withRows(formWith({}), before, rows).values).toEqual({ householdCount: '1', personCount: '5' })
  })

  it('do not go on saying what no longer holds', () => {
    const one = withRows(formWith({}), contentsWith({}), [{ name: '林示例', memberCount: '3' }])
    const two = withRows(formWith({}), one, [...one.rows, { name: '潘示例' }])
    expect(two.values).toEqual({ householdCount: '2', personCount: '' })
  })

  it('are empty again when the last row is gone', () => {
    const before = withRows(formWith({}), contentsWith({}), [{ name: '林示例', memberCount: '2' }])
    expect(withRows(formWith({}), before, []).values).toEqual({ householdCount: '', personCount: '' })
  })

  it('are not made of a table of totals, where a row is a village', () => {
    const totals = formWith({ columns: [column('village'), column('households')] })
    expect(isCountedFromList(field('households', 'count'), totals)).toBe(false)
  })
})

describe('the contents the catalog wants', () => {
  it('are there when a field that carries them is filled, or the list of names for it', () => {
    const form = formWith({
      fields: [field('process', 'longtext'), field('result', 'list', '认定名单')],
      checklist: [
        { content: '认定过程', fields: ['process'] },
        { content: '认定结果', fields: ['result'] },
        { content: '实施步骤', fields: [] },
      ],
    })
    const done = (contents: Contents) => requiredOf(form, contents).map(one => [one.content, one.done])
    expect(done(contentsWith({ values: { process: ' ' } }))).toEqual([
      ['认定过程', false],
      ['认定结果', false],
    ])
    expect(done(contentsWith({ values: { process: '评议' }, rows: [{ name: '林示例' }] }))).toEqual([
      ['认定过程', true],
      ['认定结果', true],
    ])
  })
})

describe('what the server found wanting', () => {
  const gap = (key: string) => ({ key, label: key, kind: 'missing' as const, message: '还没有填' })
  const gaps = [gap('process'), gap('basis'), gap('rows'), gap('rows.0.name')]

  it('is said until that very field is written anew', () => {
    const before = contentsWith({ values: { process: '', basis: '' } })
    const after = { ...before, values: { process: '评议', basis: '' } }
    expect(gapsAfter(gaps, before, after).map(({ key }) => key)).toEqual(['basis', 'rows', 'rows.0.name'])
  })

  it('is not said of rows that may have moved', () => {
    const before = contentsWith({})
    expect(gapsAfter(gaps, before, { ...before, rows: [] }).map(({ key }) => key)).toEqual([
      'process',
      'basis',
    ])
  })
})

it('numbers a draft as the server takes it', () => {
  expect(newDraftId()).toMatch(/^[A-Za-z0-9_-]{8,64}$/)
  expect(newDraftId()).not.toBe(newDraftId())
})

it.each([
  [{ mode: 'window' as const, days: 7, unit: 'workday' as const, basis: '规定' }, '公示 7 个工作日'],
  [{ mode: 'min-duration' as const, days: 7, unit: 'day' as const, basis: '规定' }, '至少贴 7 天'],
  [{ mode: 'long-term' as const, basis: '规定' }, '长期公开'],
])('says how long a form stays up: %s', (rule, words) => {
  expect(ruleWords(rule)).toBe(words)
})
