import { type Draft, draftGaps } from '../../../shared/notice/draft-checks'
import { cardNumber, idNumber } from '../privacy/people'
import { itemOf, LIST_ROWS, LIST_VALUES, loadWorld, templateOf, type World } from './posted'

let world: World
beforeAll(async () => {
  world = await loadWorld()
})

type Writing = {
  template?: string
  item?: string
  values?: Draft['values']
  rows?: Draft['rows']
  today?: string
}

const draft = (writing: Writing = {}): Draft => ({
  values: writing.values ?? LIST_VALUES,
  rows: writing.rows ?? LIST_ROWS,
  template: templateOf(world, writing.template ?? 'low-income-list'),
  item: itemOf(world, 'ouhai', writing.item ?? '2/1'),
  forms: world.common.forms,
  today: writing.today ?? '2026-09-28',
})

const gapsWith = (values: Draft['values'], rows?: Draft['rows']) =>
  draftGaps(draft({ values: { ...LIST_VALUES, ...values }, rows: rows ?? LIST_ROWS }))
const rowsWith = (cells: Record<string, string>) => [{ ...LIST_ROWS[0], ...cells }, ...LIST_ROWS.slice(1)]

describe('a draft that is whole', () => {
  test('has no gaps', () => {
    expect(draftGaps(draft())).toEqual([])
  })

  test('may hold IDs, phones and reasons in the columns that only the office sees', () => {
    const rows = rowsWith({
      idNumber: idNumber('330304', '1970-02-28'),
      phone: '13800138000',
      hardshipReason: '因肝癌住院',
      minorMembers: '8岁',
    })
    expect(gapsWith({}, rows)).toEqual([])
  })
})

describe('a field', () => {
  test('that is required and empty is missing, with what to do', () => {
    expect(gapsWith({ process: '  ' })).toEqual([
      { key: 'process', label: '认定过程', kind: 'missing', message: '还没有填' },
    ])
  })

  test('that every notice has is required too', () => {
    const { acceptPhone, formedOn, ...values } = LIST_VALUES
    expect(draftGaps(draft({ values })).map(({ key }) => key)).toEqual(['formedOn', 'acceptPhone'])
  })

  test('that the system fills at posting is not asked for', () => {
    const keys = draftGaps(draft({ values: {} })).map(({ key }) => key)
    expect(keys).not.toContain('signedOn')
    expect(keys).not.toContain('publisherName')
  })

  test.each([
    ['year', '26', '2026'],
    ['householdCount', '2户', '2'],
    ['householdCount', '-2', '2'],
    ['householdCount', '两', '２'],
    ['formedOn', '2026-02-30', '2026-09-25'],
    ['formedOn', '2026年9月25日', '2026-09-25'],
    ['formedOn', '2026-09-29', '2026-09-28'],
    ['acceptPhone', '88888888', '0577-88888888'],
    ['acceptPhone', '找村里', '12345'],
    ['supervisionPhone', '0577', '0577-8888 8888、12317'],
    ['supervisionPhone', '013800138000', '0577-88888888转801'],
  ])('%s: %s is refused, %s is taken', (key, wrong, right) => {
    expect(gapsWith({ [key]: wrong }).map(gap => gap.key)).toContain(key)
    expect(gapsWith({ [key]: right })).toEqual([])
  })

  test.each([
    ['12 000', false],
    ['12,000.50', true],
    ['12000.505', false],
    ['1.2万', false],
    ['0', true],
    ['1e5', false],
  ])('money %s', (total, isTaken) => {
    const gaps = draftGaps(draft({ template: 'dibao-list', item: '4/13', values: { total }, rows: [] }))
    expect(gaps.some(({ key }) => key === 'total')).toBe(!isTaken)
  })

  test('that is too long is refused, not cut', () => {
    expect(gapsWith({ changeSummary: '长'.repeat(301) })).toMatchObject([
      { key: 'changeSummary', kind: 'invalid' },
    ])
    expect(gapsWith({ changeSummary: '长'.repeat(300) })).toEqual([])
  })
})

describe('counts agree with the list', () => {
  test('户数 is the number of its rows', () => {
    expect(gapsWith({ householdCount: '3' })).toMatchObject([
      { key: 'householdCount', kind: 'invalid', message: '写的是 3，名单有 2 行，请核对' },
    ])
  })

  test('人数 is the sum of the households’ members', () => {
    expect(gapsWith({ personCount: '8' })).toMatchObject([
      { key: 'personCount', message: '写的是 8，名单里“家庭人数”加起来是 7，请核对' },
    ])
  })

  test('a count of who did not pass has nothing to do with the list', () => {
    expect(gapsWith({ notApprovedCount: '9' })).toEqual([])
  })

  test('a total is the sum of its column, to the 分', () => {
    const writing = (total: string) => ({
      template: 'dibao-list',
      item: '4/13',
      values: { total },
      rows: [
        { name: '王小明', memberCount: '3', monthlyAmount: '0.10' },
        { name: '李红', memberCount: '1', monthlyAmount: '0.20' },
      ],
    })
    const totalGaps = (total: string) => draftGaps(draft(writing(total))).filter(({ key }) => key === 'total')
    expect(totalGaps('0.3')).toEqual([])
    expect(totalGaps('0.31')).toMatchObject([{ kind: 'invalid' }])
  })

  test('each of several totals goes with its own column', () => {
    const rows = [{ village: '下章村', projectName: '道硬化', budget: '1000', askAmount: '400' }]
    const gaps = (values: Record<string, string>) =>
      draftGaps(draft({ template: 'project-application-report', item: '3/3', values, rows })).filter(
        ({ kind }) => kind === 'invalid',
      )
    expect(gaps({ totalBudget: '1000', totalAsk: '400' })).toEqual([])
    expect(gaps({ totalBudget: '400', totalAsk: '400' })).toMatchObject([{ key: 'totalBudget' }])
  })
})

describe('a list', () => {
  test('that the text promises is missing until it is there', () => {
    expect(draftGaps(draft({ rows: [] }))).toMatchObject([{ key: 'rows', label: '名单', kind: 'missing' }])
  })

  test('is refused where the form has none', () => {
    const gaps = draftGaps(draft({ template: 'policy-file', values: {} }))
    expect(gaps).toContainEqual(expect.objectContaining({ key: 'rows', kind: 'invalid' }))
  })

  test('answers the field it stands for', () => {
    const gapKeys = (rows: Draft['rows']) =>
      draftGaps(draft({ template: 'project-application-report', item: '3/3', values: {}, rows })).map(
        ({ key }) => key,
      )
    expect(gapKeys([])).toContain('projects')
    expect(gapKeys([{ village: '下章村', projectName: '道硬化' }])).not.toContain('projects')
  })

  test('names the cell that is empty or no number', () => {
    expect(gapsWith({}, rowsWith({ name: ' ' }))).toMatchObject([
      { key: 'rows.0.name', label: '第 1 行 · 户主姓名', kind: 'missing' },
    ])
    expect(gapsWith({}, rowsWith({ memberCount: '三' }))).toMatchObject([
      { key: 'rows.0.memberCount', kind: 'invalid' },
    ])
  })

  test('with a column that the form does not have is refused', () => {
    expect(gapsWith({}, rowsWith({ studentAge: '8' }))).toMatchObject([{ key: 'rows', kind: 'invalid' }])
  })

  test('with a wrong ID, or the same one twice, is pointed at without showing it', () => {
    const id = idNumber('330304', '1970-02-28')
    const wrong = gapsWith({}, rowsWith({ idNumber: '330304197002280009' }))
    const twice = gapsWith(
      {},
      LIST_ROWS.map(row => ({ ...row, idNumber: id })),
    )
    expect(wrong).toMatchObject([{ key: 'rows.0.idNumber', kind: 'invalid' }])
    expect(twice).toMatchObject([{ key: 'rows.1.idNumber', message: '和第 1 行是同一个身份证号，请核对' }])
    expect(JSON.stringify(twice)).not.toContain(id)
  })

  test('of people, who may be children, needs each one’s ID; a list of households does not', () => {
    const tekun = (cells: Record<string, string>) =>
      draftGaps(draft({ template: 'tekun-list', item: '4/13', rows: [{ name: '王小小', ...cells }] })).filter(
        ({ key }) => key === 'rows.0.idNumber',
      )
    expect(tekun({})).toMatchObject([{ kind: 'missing', label: '第 1 行 · 身份证号' }])
    expect(tekun({ idNumber: idNumber('330304', '2015-05-05') })).toEqual([])
    expect(gapsWith({}, rowsWith({ idNumber: '' }))).toEqual([])
  })

  test('that never shows a name does not ask for the ID either', () => {
    const rows = [{ caseNo: 'ZY-2026-01', amount: '1200', name: '王小小' }]
    const gaps = draftGaps(draft({ template: 'disabled-hospital-publicity', item: '4/23', values: {}, rows }))
    expect(gaps.filter(({ key }) => key.startsWith('rows'))).toEqual([])
  })

  test.each([
    ['王小明（周芳之子）', 'invalid'],
    ['wangxiaoming', 'invalid'],
    ['A-1', 'invalid'],
    [idNumber('330304', '2015-05-05'), 'personal-data'],
  ])('has case numbers, not words or a citizen’s number: %s', (caseNo, kind) => {
    const beside = gapsWith({}, rowsWith({ caseNo })).filter(({ key }) => key === 'rows.0.caseNo')
    const school = { template: 'student-aid-publicity', item: '4/13', values: {}, rows: [{ caseNo }] }
    const inColumn = draftGaps(draft(school)).filter(({ key }) => key === 'rows.0.caseNo')
    expect(beside).toMatchObject([{ label: '第 1 行 · 受理编号', kind }])
    expect(inColumn).toMatchObject([{ label: '第 1 行 · 受理编号', kind }])
    expect(gapsWith({}, rowsWith({ caseNo: 'SQ2026-7' }))).toEqual([])
  })

  test('of totals has no count that tells who it is', () => {
    const rows = [{ town: '仙岩街道', headcount: '2', amount: '3000' }]
    const gaps = draftGaps(draft({ template: 'stats-result', item: '4/13', values: {}, rows }))
    expect(gaps).toContainEqual(expect.objectContaining({ key: 'rows.0.headcount', kind: 'invalid' }))
  })

  test('with a thousand faults is answered with the first of them', () => {
    const rows = Array.from({ length: 2000 }, () => ({ name: '', memberCount: 'x' }))
    expect(gapsWith({}, rows)).toHaveLength(200)
  })
})

describe('personal data where the public would read it', () => {
  const id = idNumber('330304', '1970-02-28')
  const personal = (values: Draft['values'], rows?: Draft['rows']) =>
    gapsWith(values, rows).filter(({ kind }) => kind === 'personal-data')

  test.each([
    ['an ID', `经核对${id}无误`],
    ['a mobile phone', '有事打 138 0013 8000'],
    ['a card number', `打到 ${cardNumber('622848000000000000')}`],
    ['an illness', '其中一户因肝癌致贫'],
    ['a household’s landline', '户主家 0577-88888888'],
  ])('%s in a text is refused', (_, text) => {
    expect(personal({ process: text })).toMatchObject([{ key: 'process', kind: 'personal-data' }])
  })

  test('the full name of a listed person in a text is refused', () => {
    expect(personal({ process: '王小明一户系村干部近亲属' })).toMatchObject([{ key: 'process' }])
  })

  test.each(['process', 'changeSummary', 'acceptHours', 'acceptAddress', 'acceptUnit', 'basis'])(
    'so is one of two characters, wherever it stands: %s',
    key => {
      const rows = rowsWith({ name: '王明' })
      expect(personal({ [key]: '王明家收入核实后更正' }, rows)).toMatchObject([
        { key, kind: 'personal-data' },
      ])
    },
  )

  test('so is one of several in a cell, one padded with a space, and one of a column that only the office sees', () => {
    const text = { process: '王 明、陈小小两户复核过' }
    expect(personal(text, rowsWith({ name: '李红、王　明' }))).toMatchObject([{ key: 'process' }])
    const school = { template: 'student-aid-publicity', item: '4/13' }
    const gaps = draftGaps(
      draft({ ...school, values: { flow: '陈小小复核过' }, rows: [{ studentName: '陈小小' }] }),
    )
    expect(gaps).toContainEqual(expect.objectContaining({ key: 'flow', kind: 'personal-data' }))
  })

  test('a place called like somebody on the list may stand in an office’s name, an address and a document', () => {
    const rows = rowsWith({ name: '白云', village: '白云村三组' })
    const values = {
      acceptUnit: '白云街道办事处',
      acceptAddress: '白云路1号',
      basis: '白云区低收入农户认定办法',
    }
    expect(personal(values, rows)).toEqual([])
    expect(personal({ acceptAddress: '白云家隔壁' }, rows)).toMatchObject([{ key: 'acceptAddress' }])
  })

  test('is told without being repeated', () => {
    expect(JSON.stringify(personal({ process: `${id}、13800138000` }))).not.toMatch(/\d{11}/)
  })

  test('a mobile as an office phone is refused with what to write instead', () => {
    expect(personal({ acceptPhone: '13800138000' })).toMatchObject([
      { key: 'acceptPhone', message: '这是手机号。请换成有人接的座机，不登个人手机' },
    ])
  })

  test.each([
    ['村、组', 'village', `三组 ${id}`],
    ['村、组', 'village', '三组 0577-88888888'],
    ['类别', 'category', '精神残疾人家庭'],
    ['类别', 'category', '重病家庭'],
    ['类别', 'category', '8岁'],
    ['户主姓名', 'name', '王小明（肝癌）'],
    ['类别', 'category', '王小明家'],
  ])('in the cell %s (%s): %s', (label, key, value) => {
    expect(personal({}, rowsWith({ [key]: value }))).toMatchObject([
      { key: `rows.0.${key}`, label: `第 1 行 · ${label}`, kind: 'personal-data' },
    ])
  })

  test('official names are no illness of anybody: 残疾人、医疗救助 may stand in official text', () => {
    const values = {
      basis: '医疗救助办法、困难残疾人生活补贴办法',
      standard: '精神残疾人、肢体一级每人每月 200 元',
      flow: '残联审核',
    }
    const gaps = draftGaps(draft({ template: 'disabled-living-list', item: '4/22', values }))
    expect(gaps.filter(({ key, kind }) => kind === 'personal-data' && !key.startsWith('rows'))).toEqual([])
  })

  test('a table of projects may name a centre for the disabled and an office’s landline', () => {
    const rows = [{ clinic: '仙岩街道残疾人康复站', target: '30', signed: '20', teamPhone: '0577-88888888' }]
    const gaps = draftGaps(draft({ template: 'sign-up-progress', item: '4/3', values: {}, rows }))
    expect(gaps.filter(({ kind }) => kind === 'personal-data')).toEqual([])
  })

  test('a contact in a text may be an office’s landline', () => {
    const values = { feedback: '打村委会 0577-88888888' }
    const gaps = draftGaps(draft({ template: 'low-income-result-longterm', values }))
    expect(gaps.filter(({ kind }) => kind === 'personal-data')).toEqual([])
  })
})
