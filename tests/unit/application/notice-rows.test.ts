import type { Application, Subject } from '../../../shared/application/model'
import { isListed, noticeRows, takesOne } from '../../../shared/application/notice-rows'
import { subjectKindsAt } from '../../../shared/application/starts'
import type { NoticeTemplate } from '../../../shared/catalog/template'
import { draftGaps } from '../../../shared/notice/draft-checks'
import { publicNotice } from '../../../shared/notice/public-view'
import type { Procedure } from '../../../shared/procedures/definition'
import { itemOf, loadWorld, sourcesOf, templateOf, type World } from '../notice/posted'
import { idNumber } from '../privacy/people'
import { PROCEDURES } from '../procedures/loaded'
import { applicationOf, HOUSEHOLD, recordOf } from './applications'

const NOW = '2026-10-13T01:00:00.000Z'
const CHILD: Subject = {
  ...HOUSEHOLD,
  kind: 'individual',
  name: '陈小宝',
  idNumber: idNumber('330304', '2015-03-02'),
  people: 1,
}

let world: World
beforeAll(async () => {
  world = await loadWorld()
})

const unitsOf = (districtId: string) =>
  world.districts.find(({ district }) => district._id === districtId)?.units ?? []

function rowsOf(template: string, ...applications: Application[]) {
  return noticeRows(templateOf(world, template), applications, { units: unitsOf('ouhai'), now: NOW })
}

/** Every publicity step of the thirty, with its form. */
const HELD = PROCEDURES.flatMap(procedure =>
  procedure.steps.flatMap(({ id, publicity }): [string, Procedure, string][] =>
    publicity === undefined ? [] : [[`${procedure.procedureId} ${id}`, procedure, publicity.template]],
  ),
)

/** Two of what applies there: an adult's and, where single people apply, a child's. */
function applicantsOf(procedure: Procedure): Application[] {
  const [kind = 'household'] = subjectKindsAt(procedure, procedure.entrySteps[0] ?? '')
  const second: Subject = kind === 'individual' ? CHILD : { ...HOUSEHOLD, kind, name: '王秀英', idNumber: '' }
  const subjects: Subject[] =
    kind === 'project'
      ? [project('纸源村水渠改造'), project('纸源村路灯')]
      : [
          { ...HOUSEHOLD, kind },
          { ...second, idNumber: second.idNumber || idNumber('330304', '1968-03-02') },
        ]
  return subjects.map((subject, index) =>
    applicationOf({
      _id: `application-000${index + 1}`,
      caseNo: `SQ2026-00000${index + 1}`,
      subject,
      records: [recordOf('opinion', { amount: '800', amountKind: '一次性', opinion: '同意' })],
    }),
  )
}

function project(name: string): Subject {
  return { ...HOUSEHOLD, kind: 'project', name, idNumber: '', people: null, bankAccount: '' }
}

describe('the notice of each publicity step of the thirty procedures', () => {
  test.each(HELD)('%s: its rows are taken, and each application is found in them', (_, procedure, id) => {
    const template = templateOf(world, id)
    const both = applicantsOf(procedure)
    const applications = takesOne(template) ? both.slice(0, 1) : both
    const made = noticeRows(template, applications, { units: unitsOf(procedure.districtId), now: NOW })
    const item = itemOf(world, procedure.districtId, itemWith(procedure, id))
    const gaps = draftGaps({ ...made, template, item, forms: world.common.forms, today: '2026-10-13' })
    const wrong = gaps.filter(({ kind }) => kind !== 'missing')
    expect(wrong).toEqual([])
    for (const application of applications) expect(isListed(template, made, application)).toBe(true)
  })

  test.each(HELD)('%s: nobody else’s name passes for the application’s', (_, procedure, id) => {
    const template = templateOf(world, id)
    const [first, second] = applicantsOf(procedure)
    if (first === undefined || second === undefined) throw new Error('two applicants')
    const made = noticeRows(template, [first], { units: unitsOf(procedure.districtId), now: NOW })
    const namesSomebody = [...template.columns, ...template.fields].some(({ key }) =>
      ['name', 'studentName', 'projectName', 'baseName'].includes(key),
    )
    const listsPeopleOfProject =
      first.subject.kind === 'project' && template.columns.some(({ mask }) => mask === 'name')
    const tells = namesSomebody && (!listsPeopleOfProject || id === 'disabled-base-list')
    expect(isListed(template, made, second)).toBe(!tells)
  })

  test('has an ID column wherever it lists people by name, so that a child is known for one', () => {
    for (const [, , id] of HELD) {
      const { columns } = templateOf(world, id)
      const namesPeople = columns.some(column => column.public && column.mask === 'name')
      expect([id, namesPeople && !columns.some(({ mask }) => mask === 'id')]).toEqual([id, false])
    }
  })
})

/** The number of the procedure’s item that has the form. */
function itemWith(procedure: Procedure, template: string): string {
  const item = world.districts
    .flatMap(({ items }) => items)
    .find(one => procedure.items.includes(one.itemId) && one.templates.includes(template))
  if (item === undefined) throw new Error(`no item of ${procedure.procedureId} has ${template}`)
  return item.itemId
}

describe('a row', () => {
  test('says the village and the group, and no more of the address', () => {
    const { rows } = rowsOf('low-income-list', applicationOf())
    expect(rows).toEqual([
      {
        name: '周阿福',
        village: '纸源村3组',
        memberCount: '3',
        category: '',
        changeType: '',
        idNumber: HOUSEHOLD.idNumber,
        phone: '13800138000',
        address: '3组12号',
        perCapitaIncome: '',
        hardshipReason: '户主患病',
        minorMembers: '',
        caseNo: 'SQ2026-000001',
      },
    ])
  })

  test('has the amount that was written down last', () => {
    const records = [
      recordOf('opinion', { amount: '800', amountKind: '按月' }),
      recordOf('decision', { amount: '1,050.50', amountKind: '按月' }),
      recordOf('decision', { decision: '同意' }),
    ]
    expect(rowsOf('dibao-list', applicationOf({ records })).rows[0]?.monthlyAmount).toBe('1050.5')
  })

  test('leaves a monthly amount out of a column for one paid once', () => {
    const records = [recordOf('opinion', { amount: '800', amountKind: '按月' })]
    expect(rowsOf('temp-aid-list', applicationOf({ records })).rows[0]?.amount).toBe('')
  })

  test('has the income a head of the investigation, for the office alone', () => {
    const records = [recordOf('investigation', { perHeadIncome: '5500' })]
    const { rows } = rowsOf('low-income-list', applicationOf({ records }))
    expect(rows[0]?.perCapitaIncome).toBe('5500')
    const column = templateOf(world, 'low-income-list').columns.find(({ key }) => key === 'perCapitaIncome')
    expect(column?.public).toBe(false)
  })

  test('of a child shows the public the case number and nothing of the child', () => {
    const application = applicationOf({ subject: CHILD })
    const { rows } = rowsOf('disabled-living-list', application)
    const written = { item: '4/22', template: 'disabled-living-list', rows, postedAt: NOW }
    const shown = JSON.stringify(publicNotice(sourcesOf(world, written, NOW)).list)
    expect(shown).toContain('受理编号 SQ2026-000001')
    expect(shown).not.toMatch(new RegExp(`陈|小宝|${CHILD.idNumber}`))
  })
})

describe('the fields that follow', () => {
  const two = () => [
    applicationOf({ records: [recordOf('opinion', { amount: '800', amountKind: '按月' })] }),
    applicationOf({
      caseNo: 'SQ2026-000002',
      subject: { ...HOUSEHOLD, name: '王秀英', people: 2 },
      records: [recordOf('opinion', { amount: '640.5', amountKind: '按月' })],
    }),
  ]

  test('are the year, the day it was formed and the counts of the list', () => {
    expect(rowsOf('low-income-list', ...two()).values).toEqual({
      year: '2026',
      householdCount: '2',
      personCount: '5',
      formedOn: '2026-10-12',
    })
  })

  test('are totals where every amount is known', () => {
    expect(rowsOf('dibao-list', ...two()).values).toMatchObject({ headcount: '2', total: '1440.5' })
    const [first] = two()
    const unknown = applicationOf({ caseNo: 'SQ2026-000003' })
    expect(rowsOf('dibao-list', ...(first ? [first] : []), unknown).values).not.toHaveProperty('total')
  })

  test('are the project’s name and the school', () => {
    const done = applicationOf({ subject: project('纸源村水渠改造') })
    expect(rowsOf('project-completion', done)).toMatchObject({
      rows: [],
      values: { projectName: '纸源村水渠改造' },
    })
    const school = { _id: '330304-示例小学', level: 'partner' as const, name: '示例小学' }
    const template: NoticeTemplate = templateOf(world, 'student-aid-publicity')
    const pupil = applicationOf({ subject: CHILD, partners: { 学校: school._id } })
    const { values } = noticeRows(template, [pupil], { units: [...unitsOf('ouhai'), school], now: NOW })
    expect(values.schoolName).toBe('示例小学')
  })
})

describe('an application is listed', () => {
  test('by its name where a cadre pasted the list anew', () => {
    const template = templateOf(world, 'low-income-list')
    const list = { rows: [{ name: ' 周阿福 ' }], values: {} }
    expect(isListed(template, list, applicationOf())).toBe(true)
    expect(isListed(template, { ...list, rows: [{ name: '周阿金' }] }, applicationOf())).toBe(false)
    expect(isListed(template, { ...list, rows: [] }, applicationOf())).toBe(false)
  })

  test('by the pupil’s name where the school wrote a number of its own', () => {
    const template = templateOf(world, 'student-aid-publicity')
    const rows = [{ studentName: '周阿福', caseNo: '2026-031' }]
    expect(isListed(template, { rows, values: {} }, applicationOf())).toBe(true)
  })

  test('not by the row of somebody else of the same name', () => {
    const template = templateOf(world, 'low-income-list')
    const rows = [{ name: '周阿福', caseNo: 'SQ2026-000009' }]
    expect(isListed(template, { rows, values: {} }, applicationOf())).toBe(false)
  })
})
