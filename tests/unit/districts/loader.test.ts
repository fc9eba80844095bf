import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDistricts, readDistricts } from '../../../scripts/lib/district-loader'
import { parseCsv } from '../../../scripts/lib/district-loader-csv'
import { TRIAL_DISTRICTS } from '../../../scripts/trial/districts-folder'
import { catalogItem, district, edition, noticeTemplate, unit } from '../../../shared/catalog'
import { DistrictDataError } from '../../../shared/catalog/problems'
import { TRIAL_2027 } from '../calendar/schedule-2027'
import { DISTRICTS_DIR } from './loaded'

const DISTRICT = `id: shili
code: '339901'
name: 示例区
city: 示例市
province: 浙江省
rules:
  unspecifiedUnit: {unit: workday, basis: 示例}
  postingDay: {counted: true, basis: 当地习惯把张贴当天算第一天}
  disputed: {take: later, basis: 示例}
  names: {policy: masked-everywhere, basis: 示例}
bodies:
  - {name: 区农业农村局, level: department}
  - {name: 村民委员会, level: village, generic: true}
inconsistencies: []
contacts:
  placeholder: true
  acceptUnit: 示例单位
  acceptPhone: 0570-00000000
  acceptAddress: 示例路1号
  acceptHours: 工作日
  supervisionPhone: 0570-00000001
`
const EDITIONS = `editions:
  - id: 2025-01-01
    name: 第一版
    effectiveFrom: 2025-01-01
    knownBy: full-text
    note: 示例
    source: {title: 示例目录, issuer: 示例区人民政府}
`
const CATALOG = `edition: 2025-01-01
items:
  - itemId: S/1
    category: 社会救助
    name: 最低生活保障
    short: 低保
    contents: [审核对象名单]
    publishers: [{name: 村民委员会}]
    mode: proactive
    channels: [村务公开栏]
    templates: [dibao-list]
`
const UNITS = `level,code,name,parent
township,339901001,示例街道,339901
village,339901001201,"示例村, 老村",339901001
`

type Files = { district?: string; editions?: string; catalog?: string; units?: string }

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'districts-'))
  await cp(join(DISTRICTS_DIR, 'common'), join(dir, 'common'), { recursive: true })
})
afterEach(() => rm(dir, { recursive: true }))

async function writeDistrict(id: string, files: Files = {}): Promise<void> {
  await mkdir(join(dir, id))
  await writeFile(join(dir, id, 'district.yaml'), files.district ?? DISTRICT)
  await writeFile(join(dir, id, 'editions.yaml'), files.editions ?? EDITIONS)
  await writeFile(join(dir, id, 'catalog.yaml'), files.catalog ?? CATALOG)
  await writeFile(join(dir, id, 'units.csv'), files.units ?? UNITS)
}

async function problemsOf(): Promise<readonly string[]> {
  try {
    await loadDistricts(dir)
  } catch (error) {
    if (error instanceof DistrictDataError) return error.problems
    throw error
  }
  return []
}

describe('a district joins by its folder alone', () => {
  test('with four small files, beside those already there', async () => {
    await cp(join(DISTRICTS_DIR, 'jiangbei'), join(dir, 'jiangbei'), { recursive: true })
    await writeDistrict('shili')
    const { districts } = await readDistricts(dir)
    expect(districts.map(entry => entry.district._id)).toEqual(['jiangbei', 'shili'])
    const [, joined] = districts
    expect(joined?.district.rules.postingDay.counted).toBe(true)
    expect(joined?.items.map(item => item._id)).toEqual(['shili@2025-01-01:S/1'])
    expect(joined?.units.map(entry => [entry._id, entry.level, entry.name])).toEqual([
      ['339901', 'district', '示例区'],
      ['339901-区农业农村局', 'department', '区农业农村局'],
      ['339901001', 'township', '示例街道'],
      ['339901001201', 'village', '示例村, 老村'],
    ])
    expect(joined?.units[3]?.path).toEqual(['339901', '339901001', '339901001201'])
  })

  test('with a new edition in a second catalog file; the old one stays', async () => {
    await writeDistrict('shili', {
      editions: `${EDITIONS}  - id: 2026-07-01
    name: 第二版
    effectiveFrom: 2026-07-01
    knownBy: full-text
    note: 示例
    source: {title: 示例目录（2026）, issuer: 示例区人民政府}
    changes:
      - {id: C1, section: 一, type: rename, item: S/1, from: 最低生活保障, to: 低保}
`,
    })
    const second = CATALOG.replace('2025-01-01', '2026-07-01').replace('name: 最低生活保障', 'name: 低保')
    await writeFile(join(dir, 'shili', 'catalog-2026.yaml'), second)
    const { districts } = await readDistricts(dir)
    expect(districts[0]?.items.map(item => [item._id, item.name, item.changes])).toEqual([
      ['shili@2026-07-01:S/1', '低保', ['C1']],
      ['shili@2025-01-01:S/1', '最低生活保障', []],
    ])
  })
})

describe('a district with days of its own', () => {
  test('has them in its calendar.yaml', async () => {
    await writeDistrict('shili')
    await writeFile(
      join(dir, 'shili', 'calendar.yaml'),
      'issuedOn: 2026-03-01\noverrides:\n  - {date: 2026-04-03, working: false, reason: 三月三放假}\n',
    )
    const loaded = await loadDistricts(dir)
    expect(loaded.find(({ collection }) => collection === 'calendars')?.documents).toEqual([
      {
        _id: 'shili',
        districtId: 'shili',
        schedules: [],
        overrides: [{ date: '2026-04-03', working: false, reason: '三月三放假' }],
        loadedAt: '2026-03-01T00:00:00.000Z',
      },
    ])
  })
})

describe('schools, hospitals and insurers', () => {
  const withPartners = async (rows: string) => {
    await cp(join(DISTRICTS_DIR, 'ouhai'), join(dir, 'ouhai'), { recursive: true })
    await writeFile(join(dir, 'ouhai', 'partners.csv'), `name,parent,bodies\n${rows}\n`)
  }

  test('are units with their name for a code and the actors that they may be', async () => {
    await withPartners('示例小学,330304108,学校\n示例医院,330304,精神专科医院、定点医疗机构')
    const { districts } = await readDistricts(dir)
    const partners = districts[0]?.units.filter(({ level }) => level === 'partner')
    expect(partners?.map(({ _id, path, bodies }) => [_id, path, bodies])).toEqual([
      ['330304-示例小学', ['330304', '330304108', '330304-示例小学'], ['学校']],
      ['330304-示例医院', ['330304', '330304-示例医院'], ['精神专科医院', '定点医疗机构']],
    ])
  })

  test('are none in the real districts, and made up in the trial for every actor outside the offices', async () => {
    const { districts } = await readDistricts(DISTRICTS_DIR)
    const real = districts.flatMap(({ units }) => units.filter(({ level }) => level === 'partner'))
    expect(real).toEqual([])
    const trial = await readDistricts(DISTRICTS_DIR, TRIAL_DISTRICTS)
    for (const { units, procedures } of trial.districts) {
      const partners = units.filter(({ level }) => level === 'partner')
      const bodies = partners.flatMap(unit => unit.bodies ?? [])
      const actors = procedures.flatMap(procedure => procedure.actors.filter(({ at }) => at === 'partner'))
      expect(new Set(bodies)).toEqual(new Set(actors.map(({ name }) => name)))
      expect(partners.filter(({ name }) => !name.startsWith('示例'))).toEqual([])
    }
  })

  test.each([
    [
      'an actor that no procedure has',
      '示例小学,330304,小学',
      2,
      /没有 at: partner 的办理人“小学”；可以写：.*学校/,
    ],
    ['a place in no township', '示例小学,330304999,学校', 2, /所在地 330304999 应当是区代码 330304，或者/],
    ['a name taken twice', '示例小学,330304,学校\n示例小学,330304108,学校', 3, /“示例小学”前面已经有了/],
    ['a department’s name', '区民政局,330304,学校', 2, /“区民政局”前面已经有了/],
    ['a name with a space', '示例 小学,330304,学校', 2, /名称写 2 到 33 个汉字/],
    ['nothing it may be', '示例小学,330304,', 2, /写明在流程里是谁/],
  ])('are refused with %s', async (_, rows, line, sentence) => {
    await withPartners(rows)
    const found = await problemsOf()
    expect(found).toEqual([expect.stringMatching(sentence)])
    expect(found[0]).toMatch(new RegExp(`^ouhai/partners\\.csv 第 ${line} 行，`))
  })
})

describe('a year announced after the release', () => {
  const { year, source, holidays, makeupDays } = TRIAL_2027
  const announce = async (over: object) => {
    await writeDistrict('shili')
    const file = { announcedOn: '2026-11-04', year, source, holidays, makeupDays, ...over }
    await writeFile(join(dir, 'common', 'calendar-2027.yaml'), JSON.stringify(file))
    return loadDistricts(dir)
  }

  test('is a file of its own beside the forms, and rules the whole country', async () => {
    const loaded = await announce({})
    expect(loaded.find(({ collection }) => collection === 'calendars')?.documents).toEqual([
      {
        _id: 'national-2027',
        districtId: null,
        schedules: [TRIAL_2027],
        overrides: [],
        loadedAt: '2026-11-04T00:00:00.000Z',
      },
    ])
  })

  test('with a holiday of the law missing is not written out', async () => {
    await expect(announce({ holidays: holidays.slice(0, 1) })).rejects.toThrow(
      /calendar-2027\.yaml.*没有劳动节/,
    )
  })
})

describe('the documents', () => {
  test('are those of eight collections, each fitting its schema as stored', async () => {
    const loaded = await loadDistricts(DISTRICTS_DIR)
    expect(loaded.map(({ collection, documents }) => [collection, documents.length])).toEqual([
      ['districts', 2],
      ['units', 386],
      ['editions', 3],
      ['items', 51],
      ['templates', 57],
      ['settings', 3],
      ['calendars', 0],
      ['procedures', 30],
    ])
    const stored: unknown[][] = JSON.parse(JSON.stringify(loaded.map(({ documents }) => documents)))
    const schemas = [district, unit, edition, catalogItem, noticeTemplate]
    schemas.forEach((schema, index) => {
      for (const document of stored[index] ?? []) expect(schema.parse(document)).toEqual(document)
    })
  })
})

describe('what does not fit is named with file, line and remedy', () => {
  test.each<[string, Files, RegExp]>([
    [
      'a publisher that is no body',
      { catalog: CATALOG.replace('村民委员会', '区民政局') },
      /^shili\/catalog\.yaml 第 8 行，.*bodies 里没有“区民政局”/,
    ],
    [
      'a form that does not exist',
      { catalog: CATALOG.replace('dibao-list', 'dibao') },
      /^shili\/catalog\.yaml 第 11 行，.*没有公告模板“dibao”/,
    ],
    [
      'a misspelt column',
      { catalog: CATALOG.replace('mode:', 'mood:') },
      /^shili\/catalog\.yaml 第 9 行，.*mood：不认识的栏：mood/,
    ],
    [
      'a missing column',
      { catalog: CATALOG.replace(/^ {4}name:.*\n/m, '') },
      /第 1 条 › name：缺这一栏，请补上/,
    ],
    [
      'a mode not known',
      { catalog: CATALOG.replace('proactive', '主动公开') },
      /^shili\/catalog\.yaml 第 9 行，.*只能填：proactive、on-request/,
    ],
    [
      'a village whose township is not there',
      { units: UNITS.replace('村",339901001', '村",339901009') },
      /^shili\/units\.csv 第 3 行，.*上级 339901009 应当是本文件里一个镇街的编码/,
    ],
    [
      'a code of the wrong length',
      { units: UNITS.replace('339901001201', '3399010012') },
      /^shili\/units\.csv 第 3 行，.*编码应为 9 位（镇街）或 12 位（村）数字/,
    ],
    [
      'a catalog of an edition not listed',
      { catalog: CATALOG.replace('2025-01-01', '2025-02-02') },
      /^shili\/catalog\.yaml 第 1 行，edition：editions\.yaml 里没有这一版/,
    ],
    [
      'an identifier other than the folder’s name',
      { district: DISTRICT.replace('id: shili', 'id: other') },
      /^shili\/district\.yaml 第 1 行，id：应与文件夹同名，写 shili/,
    ],
    [
      'a date that does not exist',
      { editions: EDITIONS.replace('effectiveFrom: 2025-01-01', 'effectiveFrom: 2025-02-30') },
      /^shili\/editions\.yaml 第 4 行，.*日期要写成 2026-10-08 这样/,
    ],
    [
      'YAML that cannot be read',
      { catalog: CATALOG.replace('[村务公开栏]', '[村务公开栏') },
      /^shili\/catalog\.yaml 第 \d+ 行，YAML 写法不对/,
    ],
    [
      'a window shorter than the rule allows',
      {
        district: DISTRICT.replace(
          'bodies:',
          windows('{template: dibao-list, days: 5, unit: workday, basis: 示例}'),
        ),
      },
      /^shili\/district\.yaml 第 12 行，.*规定是 7 个工作日，只能加长，不能缩短/,
    ],
    [
      'a window for a form that has none',
      {
        district: DISTRICT.replace(
          'bodies:',
          windows('{template: policy-file, days: 5, unit: workday, basis: 示例}'),
        ),
      },
      /模板“policy-file”的天数不由区里定/,
    ],
  ])('%s', async (_, files, sentence) => {
    await writeDistrict('shili', files)
    expect(await problemsOf()).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]))
  })

  test('all at once, not one by one', async () => {
    await writeDistrict('shili', {
      catalog: CATALOG.replace('dibao-list', 'dibao'),
      units: UNITS.replace('村",339901001', '村",339901009'),
    })
    expect(await problemsOf()).toHaveLength(2)
  })

  test('a file that is missing', async () => {
    await writeDistrict('shili')
    await rm(join(dir, 'shili', 'units.csv'))
    expect(await problemsOf()).toContain('缺文件 shili/units.csv')
  })

  test('two districts with one code', async () => {
    await writeDistrict('shili')
    await writeDistrict('tongma', { district: DISTRICT.replace('id: shili', 'id: tongma') })
    expect(await problemsOf()).toContain('tongma 和 shili 都有编码 339901，请改正其中一个')
  })

  test('a folder without any district', async () => {
    expect(await problemsOf()).toEqual([expect.stringContaining('没有找到区的文件夹')])
  })

  test('a common form with a placeholder that nothing fills', async () => {
    await writeDistrict('shili')
    const path = join(dir, 'common', 'notice-templates.yaml')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('{issuer}关于印发', '{issuerName}关于印发'))
    expect(await problemsOf()).toEqual([
      expect.stringMatching(/policy-file 的 titlePattern 里的 \{issuerName\}/),
    ])
  })

  test('a longer window is taken', async () => {
    const longer = windows('{template: dibao-list, days: 10, unit: workday, basis: 示例}')
    await writeDistrict('shili', { district: DISTRICT.replace('bodies:', longer) })
    expect(await problemsOf()).toEqual([])
  })
})

function windows(entry: string): string {
  return `  windows:\n    - ${entry}\nbodies:`
}

describe('a CSV file', () => {
  test('is read with quotes, line ends of Windows, a byte order mark and empty lines', () => {
    expect(parseCsv('\uFEFFa,b\r\n1,"x, ""y"""\r\n\r\n2,z')).toEqual({
      rows: [
        { a: '1', b: 'x, "y"' },
        { a: '2', b: 'z' },
      ],
      lines: [2, 4],
    })
  })

  test('keeps a cell too many, so that the check can point at it', () => {
    expect(parseCsv('a\n1,2').rows).toEqual([{ a: '1', '第 2 列': '2' }])
  })
})
