import type { CommonData, DistrictData } from '../../../shared/catalog/documents'
import { placeholdersOf } from '../../../shared/catalog/pattern'
import { titleLevelOf } from '../../../shared/catalog/template'
import { windowRuleOf } from '../../../shared/catalog/window-rule'
import { loadAll } from './loaded'

let common: CommonData
let districts: DistrictData[]
beforeAll(async () => {
  ;({ common, districts } = await loadAll())
})

const formOf = (id: string) => {
  const template = common.templates.find(candidate => candidate._id === id)
  if (template === undefined) throw new Error(`no template ${id}`)
  return template
}

describe('the forms of notices', () => {
  test('are 57, and every item of every district has at least one', () => {
    expect(common.templates).toHaveLength(57)
    for (const { items } of districts) {
      for (const item of items) expect([item._id, item.templates.length > 0]).toEqual([item._id, true])
    }
  })

  test('are all used by an item, save those about another notice', () => {
    const used = new Set(districts.flatMap(({ items }) => items.flatMap(item => item.templates)))
    const unused = common.templates.filter(template => !used.has(template._id))
    expect(unused.map(template => template._id)).toEqual(['correction', 'objection-outcome', 'withdrawal'])
    expect(unused.every(template => template.aboutNotice)).toBe(true)
  })

  test('answer every element of 公开内容; where the printed cell is merged, those of its group together', () => {
    for (const { items } of districts) {
      for (const item of items) {
        const isMerged = item.table === 3
        const sharers = isMerged ? items.filter(other => other.group === item.group) : [item]
        const forms = sharers.flatMap(other => other.templates.map(formOf))
        const answered = new Set(forms.flatMap(form => form.fields.flatMap(field => field.contents)))
        const open = item.contents.filter(content => !answered.has(content))
        expect([item._id, open]).toEqual([item._id, []])
      }
    }
  })

  test('fill every placeholder from a field, a common field or the system', () => {
    const shared = [
      ...common.forms.commonFields.map(field => field.key),
      ...Object.keys(common.forms.builtins),
    ]
    for (const form of common.templates) {
      const known = new Set([...shared, ...form.fields.map(field => field.key)])
      const patterns = [form.titlePattern, form.bodyPattern, form.objection, form.publicity.sentence]
      const lines = Object.values(form.plainWords)
      for (const pattern of [...patterns, ...lines, form.afterClose ?? '']) {
        const unknown = placeholdersOf(pattern).all.filter(name => !known.has(name))
        expect([form._id, unknown]).toEqual([form._id, []])
        expect(pattern.replace(/\{[A-Za-z][A-Za-z0-9]*\}/g, '')).not.toMatch(/[{}]/)
      }
    }
  })

  test('name no district in what the public reads', () => {
    const names = districts.flatMap(({ district }) => [district.name, district.name.replace(/区$/, '')])
    for (const form of common.templates) {
      const shown = JSON.stringify([
        form.name,
        form.titlePattern,
        form.bodyPattern,
        form.publicity.sentence,
        form.objection,
        form.afterClose,
        form.scopeText,
        form.namesOn,
        form.namesRule,
        form.fields,
        form.columns,
        form.plainWords,
      ])
      for (const name of names) expect([form._id, shown.includes(name)]).toEqual([form._id, false])
    }
  })

  test('never make ID numbers, phones, accounts or addresses public', () => {
    const shown = common.templates.flatMap(form => form.columns.filter(column => column.public))
    expect(shown.length).toBeGreaterThan(50)
    expect(new Set(shown.map(column => column.mask))).toEqual(new Set(['none', 'name']))
  })

  test('mask every public column of names outside the village', () => {
    const names = common.templates.flatMap(form =>
      form.columns.filter(column => column.public && /姓名|申请人/.test(column.label)),
    )
    expect(names).toHaveLength(19)
    expect(names.every(column => column.mask === 'name')).toBe(true)
  })

  test('with names either retire them at the close or state the ground for keeping them', () => {
    for (const form of common.templates) {
      const hasNames = form.columns.some(column => column.public && column.mask === 'name')
      const isSettled = form.keep !== null || form.retireAtClose.includes('list.name')
      expect([form._id, !hasNames || isSettled]).toEqual([form._id, true])
    }
  })

  test('show no names of students and of the mentally ill', () => {
    const numbersOnly = common.templates.filter(form => form.namePolicy === 'numbers-only')
    expect(numbersOnly.map(form => form._id)).toEqual([
      'student-aid-publicity',
      'disabled-student-publicity',
      'disabled-hospital-publicity',
    ])
    for (const form of numbersOnly) {
      expect(form.columns.some(column => column.public && column.mask === 'name')).toBe(false)
    }
  })

  test('know whose place their title names', () => {
    expect(titleLevelOf(formOf('low-income-list'))).toBe('village')
    expect(titleLevelOf(formOf('disabled-living-list'))).toBe('township')
    expect(titleLevelOf(formOf('low-income-result'))).toBe('district')
    expect(titleLevelOf(formOf('policy-file'))).toBeNull()
  })

  test('give every item and form that can be posted a window rule', () => {
    for (const { district, items } of districts) {
      for (const item of items) {
        for (const id of item.templates) {
          const rule = windowRuleOf(formOf(id), item, district)
          const isAnswer = formOf(id).scope === 'applicant-only'
          expect([item._id, id, rule === null]).toEqual([item._id, id, isAnswer])
        }
      }
    }
  })

  test('of a disputed 七天 carry both readings, so that the later can be taken', () => {
    const disputed = common.templates.filter(form => 'dispute' in form.publicity && form.publicity.dispute)
    expect(disputed.map(form => form._id)).toEqual([
      'low-income-list',
      'low-income-result-longterm',
      'medical-aid-list',
      'dibao-list',
      'dibao-edge-list',
      'tekun-list',
      'temp-aid-list',
    ])
  })
})

describe('the messages', () => {
  test('are one for each of 16 events, 2 to 5 keywords each, within WeChat’s limits', () => {
    expect(common.messages.templates).toHaveLength(16)
    for (const message of common.messages.templates) {
      expect(message.keywords.length).toBeGreaterThanOrEqual(2)
      expect(message.keywords.length).toBeLessThanOrEqual(5)
      for (const keyword of message.keywords) {
        const values = [keyword.example, ...(keyword.oneOf ?? [])]
        for (const value of values) expect([...value].length).toBeLessThanOrEqual(keyword.max)
        if (keyword.type === 'phrase')
          for (const value of values) expect(value).toMatch(/^\p{Script=Han}{1,5}$/u)
      }
    }
  })

  test('fit the longest names: village 6 and notice 10 characters make no more than 20', () => {
    const longest = Math.max(...common.templates.map(form => [...form.short].length))
    expect(longest + common.messages.villageShortMax).toBeLessThanOrEqual(20)
    for (const { items } of districts) {
      for (const item of items) expect([...item.short].length).toBeLessThanOrEqual(10)
    }
  })

  test('do not name matters of illness, disability or need', () => {
    const neutral = districts.flatMap(({ items }) => items.filter(item => item.neutralInMessages))
    expect(neutral.map(item => item.itemId)).toEqual([
      '4/1',
      '4/2',
      '4/5',
      '4/13',
      '4/14',
      '4/16',
      '4/17',
      '4/19',
      '4/20',
      '4/22',
      '4/23',
      '4/24',
    ])
  })

  test('tell of the close on the day before it', () => {
    const closing = common.messages.templates.find(message => message.event === 'notice-closing')
    expect(closing?.when).toContain('前一天上午9点')
  })
})

describe('the plain words', () => {
  test('explain 70 words and give every kind of notice its four lines', () => {
    expect(common.plainWords.terms).toHaveLength(70)
    const kinds = new Set(common.templates.map(form => form.kind))
    expect(new Set(Object.keys(common.plainWords.byKind))).toEqual(kinds)
  })

  test('keep every sentence to 34 characters', () => {
    for (const form of common.templates) {
      for (const line of Object.values(form.plainWords)) {
        for (const sentence of line.replace(/\{[A-Za-z]+\}/g, '某某').split(/[。！？]/)) {
          expect([form._id, sentence, [...sentence].length <= 34]).toEqual([form._id, sentence, true])
        }
      }
    }
  })
})
