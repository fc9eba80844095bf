import fc from 'fast-check'
import type { ListRow } from '../../../shared/notice/model'
import { noticeCard, publicNotice } from '../../../shared/notice/public-view'
import { someCard, someId, someMobile, someName } from '../privacy/people'
import {
  CLOSES_AT,
  entry,
  HELD_APPLICATION,
  LIST_VALUES,
  loadWorld,
  POSTED_AT,
  sourcesOf,
  type World,
} from './posted'

let world: World
beforeAll(async () => {
  world = await loadWorld()
})

/** A household as the office has it: everything in the columns that only the office sees. */
const household = fc.record({
  name: someName,
  studentName: someName,
  legalPerson: someName,
  village: fc.constantFrom('三组', '五组'),
  memberCount: fc.constantFrom('1', '4'),
  amount: fc.constantFrom('1200', '960.5'),
  idNumber: someId,
  phone: someMobile,
  bankAccount: someCard,
  address: someName.map(name => `仙岩街道下章村${name}家 8 号`),
  hardshipReason: fc.constantFrom('尿毒症透析', '肢体残疾二级'),
  healthNote: fc.constantFrom('白血病', '精神分裂症'),
  disabilityDetail: someId,
  minorMembers: someName,
  roster: someName,
})

const moment = fc.constantFrom(
  POSTED_AT,
  '2026-10-08T01:00:00.000Z',
  '2026-10-13T15:59:59.999Z',
  CLOSES_AT,
  '2030-01-01T00:00:00.000Z',
)

const SECRET_COLUMNS = [
  'idNumber',
  'phone',
  'bankAccount',
  'hardshipReason',
  'healthNote',
  'disabilityDetail',
] as const
const NAME_COLUMNS = ['name', 'studentName', 'legalPerson', 'minorMembers', 'roster', 'address'] as const

const secretsOf = (row: ListRow) =>
  [...SECRET_COLUMNS, ...NAME_COLUMNS].map(key => row[key] ?? '').filter(secret => secret !== '')

describe('whatever a list holds', () => {
  const templates = () => world.common.templates.filter(template => template.columns.length > 0)

  test('no name, ID, phone, card, address or illness is in any answer of any form, before or after the close', () => {
    const anyForm = fc.nat().map(index => templates()[index % templates().length]?._id ?? '')
    fc.assert(
      fc.property(
        anyForm,
        fc.array(household, { minLength: 1, maxLength: 6 }),
        moment,
        (template, rows, now) => {
          const history = [entry('corrected', { rows }, { rows, reason: '漏写一户' })]
          const sources = sourcesOf(world, { template, item: '4/13', rows, history }, now)
          const answer = JSON.stringify([publicNotice(sources), noticeCard(sources.notice)])
          return [...rows.flatMap(secretsOf), HELD_APPLICATION].every(secret => !answer.includes(secret))
        },
      ),
      { numRuns: 400 },
    )
  })

  test('not even where a cadre wrote the numbers into the text or the cells beside', () => {
    fc.assert(
      fc.property(fc.array(household, { minLength: 1, maxLength: 3 }), moment, (households, now) => {
        const numbers = households.flatMap(({ idNumber, phone, bankAccount }) => [
          idNumber,
          phone,
          bankAccount,
        ])
        const rows = households.map(row => ({ ...row, village: `三组 ${row.idNumber} ${row.phone}` }))
        const text = numbers.join('，')
        const values = { ...LIST_VALUES, process: text, basis: text, acceptAddress: text, acceptPhone: text }
        const history = [
          entry('slip-corrected', { values: { process: numbers[0] } }, { values, reason: text }),
        ]
        const answer = JSON.stringify(publicNotice(sourcesOf(world, { rows, values, history }, now)))
        return numbers.every(number => !answer.includes(number))
      }),
      { numRuns: 200 },
    )
  })

  test('not even a name, of two characters or more, that came into the text past the checks', () => {
    const free = new Set(['text', 'longtext', 'list', 'unit'])
    const aboutPersons = () => templates().filter(({ namesOn }) => namesOn !== null)
    const anyForm = fc.nat().map(index => aboutPersons()[index % aboutPersons().length])
    fc.assert(
      fc.property(anyForm, someName, moment, (template, name, now) => {
        const column = template?.columns.find(({ mask }) => mask === 'name')?.key ?? 'name'
        const fields = template?.fields.filter(({ type }) => free.has(type)) ?? []
        const said = fields.map(({ key }) => [key, `收到1条，${name}家收入核实后更正`])
        const values = { ...LIST_VALUES, ...Object.fromEntries(said), basis: `${name}来信` }
        const writing = { template: template?._id ?? '', item: '4/13', rows: [{ [column]: name }], values }
        return !JSON.stringify(publicNotice(sourcesOf(world, writing, now))).includes(name)
      }),
      { numRuns: 300 },
    )
  })

  test.each(['low-income-result', 'aid-confirmed-list'])(
    'after the close %s keeps the outcome as counts, and no word of a cadre’s own',
    template => {
      const outcomeOf = (objectionSummary: string) => {
        const values = { ...LIST_VALUES, objectionSummary, process: '王明家核实过' }
        const rows = [{ name: '王明', memberCount: '3' }]
        const sources = sourcesOf(world, { template, values, rows }, CLOSES_AT)
        const page = publicNotice({ ...sources, now: '2030-01-01T00:00:00.000Z' })
        expect(JSON.stringify(page)).not.toMatch(/王/)
        return page.fields.find(({ key }) => key === 'objectionSummary')?.value
      }
      expect(outcomeOf('收到1条，王明家收入核实后更正')).toBeUndefined()
      expect(outcomeOf('收到1条，那家收入核实后更正')).toBeUndefined()
      expect(outcomeOf('收到1条，核实1条，改动1户')).toBe('收到1条，核实1条，改动1户')
      expect(outcomeOf('公示期内没有收到意见。')).toBe('公示期内没有收到意见。')
    },
  )

  test('from the close on not even the masked names are left', () => {
    const sources = sourcesOf(world, {}, CLOSES_AT)
    expect(JSON.stringify(publicNotice(sources))).not.toMatch(/王\*|欧阳/)
  })
})

describe('every form of the repository', () => {
  test('has a page while it runs and after, with four plain lines that say something', () => {
    const shown = world.common.templates.filter(
      ({ scope, publicity }) => scope !== 'applicant-only' && publicity.mode !== 'inherit',
    )
    expect(shown.length).toBeGreaterThan(40)
    for (const { _id } of shown) {
      for (const now of [
        '2026-09-28T02:00:00.000Z',
        '2026-10-08T01:00:00.000Z',
        '2027-01-01T00:00:00.000Z',
      ]) {
        const { plain, publicitySentence } = publicNotice(sourcesOf(world, { template: _id, rows: [] }, now))
        expect({ _id, lines: Object.values(plain).filter(line => line === '') }).toEqual({ _id, lines: [] })
        expect({ _id, publicitySentence }).not.toEqual({
          _id,
          publicitySentence: expect.stringContaining('＿＿'),
        })
      }
    }
  })
})
