import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDistricts, readDistricts } from '../../../scripts/lib/district-loader'
import { DistrictDataError } from '../../../shared/catalog/problems'
import { DISTRICTS_DIR } from '../districts/loaded'

const REVIEW_GROUP = '审核小组（区农办、区民政局、区财政局）'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'procedures-'))
  for (const folder of ['common', 'jiangbei']) {
    await cp(join(DISTRICTS_DIR, folder), join(dir, folder), { recursive: true })
  }
})
afterEach(() => rm(dir, { recursive: true }))

type Change = { file?: string; from: string | RegExp; to: string }

async function change({ file = 'procedures.yaml', from, to }: Change): Promise<void> {
  const path = join(dir, 'jiangbei', file)
  const text = await readFile(path, 'utf8')
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`nothing to change: ${from}`)
  await writeFile(path, changed)
}

/** The line of the changed file on which a text stands, from 1. */
async function lineOf(wanted: string, file = 'procedures.yaml'): Promise<number> {
  const text = await readFile(join(dir, 'jiangbei', file), 'utf8')
  return text.split('\n').findIndex(line => line.includes(wanted)) + 1
}

async function problems(): Promise<readonly string[]> {
  try {
    await loadDistricts(dir)
  } catch (error) {
    if (error instanceof DistrictDataError) return error.problems
    throw error
  }
  return []
}

describe('a procedures file that does not fit is named with file, line and remedy', () => {
  test.each<[string, Change, string, string]>([
    [
      'a line to nowhere',
      { from: 'to: econ-verify', to: 'to: econ-verfy' },
      'to: econ-verfy',
      '没有环节“econ-verfy”',
    ],
    [
      'an actor not listed',
      { from: 'actors: [评议小组]', to: 'actors: [评议会]' },
      'actors: [评议会]',
      'actors 里没有“评议会”，请补上或改正',
    ],
    [
      'a kind not known',
      { from: 'kind: publicity', to: 'kind: 公示' },
      'kind: 公示',
      '只能填：submit、check、',
    ],
    [
      'a misspelt column',
      { from: 'toldOnce: true', to: 'toldonce: true' },
      'toldonce: true',
      '不认识的栏：toldonce',
    ],
    [
      'days without where they come from',
      { from: /\n {10}nature: promised/, to: '' },
      'days: 7',
      'days、unit、nature 要一起写',
    ],
    [
      'days laid down by nothing',
      { from: /\n {10}basis: 江北区文件.*/, to: '' },
      'days: 7',
      '规定的天数要写 basis；没有依据的，nature 写 suggested',
    ],
    [
      'an edition not listed',
      { from: 'edition: undated', to: 'edition: dated' },
      'edition: dated',
      'editions.yaml 里没有这一版',
    ],
    [
      'an item not in the catalog',
      { from: 'items: [JB/2, JB/3, JB/4]', to: 'items: [JB/2, JB/3, JB/4, JB/9]' },
      'JB/9',
      '目录里没有事项 JB/9',
    ],
    [
      'an item that does not name the procedure',
      { from: 'items: [JB/2, JB/3, JB/4]', to: 'items: [JB/1, JB/2, JB/3, JB/4]' },
      'items: [JB/1',
      '目录的事项 JB/1 没有写流程 JB.1，两边要对上',
    ],
    [
      'a disclosure of another item',
      { from: 'disclosures: [JB/2]', to: 'disclosures: [JB/1]' },
      'disclosures: [JB/1]',
      '这个流程不属于事项 JB/1',
    ],
    [
      'a notice form of another item',
      { from: 'template: low-income-list', to: 'template: dibao-list' },
      'template: dibao-list',
      '流程的事项没有公告模板“dibao-list”',
    ],
    [
      'a notice form that never closes',
      { from: 'template: low-income-list', to: 'template: policy-file' },
      'template: policy-file',
      '模板“policy-file”没有公示期，流程等不到公示期满',
    ],
    [
      'a notice form up for too few days',
      { from: 'days: 7', to: 'days: 8' },
      'template: low-income-list',
      '模板“low-income-list”的公示期比这里规定的 8 天短',
    ],
  ])('%s', async (_name, made, marker, sentence) => {
    await change(made)
    const found = await problems()
    const line = await lineOf(marker)
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(sentence)]))
    const named = found.find(problem => problem.includes(sentence)) ?? ''
    expect(named).toMatch(new RegExp(`^jiangbei/procedures\\.yaml 第 ${line} 行，`))
  })

  test('an actor listed twice, and one that has no step', async () => {
    await change({ from: '{name: 村民小组, at: village}', to: '{name: 村民委员会, at: village}' })
    await change({ from: '{name: 申请人, at: applicant}', to: '{name: 申请户, at: applicant}' })
    const found = (await problems()).join('\n')
    expect(found).toContain('办理人“村民委员会”写了两次')
    expect(found).toContain('没有环节由“申请户”办，请删去或改正')
  })

  test('an item that names a procedure nobody wrote', async () => {
    await change({ file: 'catalog.yaml', from: 'procedures: [JB.1]', to: 'procedures: [JB.1, JB.2]' })
    const line = await lineOf('procedures: [JB.1, JB.2]', 'catalog.yaml')
    expect(await problems()).toEqual([
      expect.stringMatching(new RegExp(`^jiangbei/catalog\\.yaml 第 ${line} 行，.*没有流程“JB\\.2”`)),
    ])
  })

  test('a catalog that names procedures, without their file', async () => {
    await rm(join(dir, 'jiangbei', 'procedures.yaml'))
    expect(await problems()).toEqual(Array(3).fill(expect.stringContaining('没有流程“JB.1”')))
  })
})

describe('a department that has a step', () => {
  test('must be a body of the district, under whatever name', async () => {
    await change({ from: '{name: 区农水局, at: department}', to: '{name: 区水利局, at: department}' })
    await change({
      from: 'actors: [区农水局]\n        kind: record',
      to: 'actors: [区水利局]\n        kind: record',
    })
    await change({ from: 'actors: [区农水局], kind: end', to: 'actors: [区水利局], kind: end' })
    const line = await lineOf('{name: 区水利局, at: department}')
    expect(await problems()).toEqual([
      `jiangbei/procedures.yaml 第 ${line} 行，actors › 第 9 条：“区水利局”不是 district.yaml 的 bodies 里的部门：补上，或在 units 里写明由哪个部门办`,
    ])
  })

  test('may have another name there where `units` says who it is', async () => {
    await change({
      from: '{name: 区民政局, at: department}',
      to: '{name: 区民政局, at: department, units: [区农办]}',
    })
    const { districts } = await readDistricts(dir)
    const rural = districts[0]?.units.find(({ name }) => name === '区农水局（农办）')
    expect(rural?.bodies).toEqual(['区民政局', REVIEW_GROUP, '区农水局'])
  })

  test('finds its name among the members of a group, and among older names', async () => {
    const { districts } = await readDistricts(dir)
    const departments = districts[0]?.units.filter(({ level }) => level === 'department')
    expect(departments?.map(({ name, bodies }) => [name, bodies])).toEqual([
      ['区农水局（农办）', [REVIEW_GROUP, '区农水局']],
      ['区民政局', ['区民政局', REVIEW_GROUP]],
      ['区财政局', [REVIEW_GROUP]],
    ])
  })

  test('is the only kind of actor that names units', async () => {
    await change({
      from: '{name: 村民小组, at: village}',
      to: '{name: 村民小组, at: village, units: [区民政局]}',
    })
    expect(await problems()).toEqual([expect.stringContaining('只有 at: department 的办理人写 units')])
  })
})

describe('a publicity step', () => {
  test('has an actor whose unit can post its form', async () => {
    await change({
      from: 'actors: [村民委员会]\n        kind: publicity',
      to: 'actors: [区民政局]\n        kind: publicity',
    })
    expect(await problems()).toEqual([
      expect.stringMatching(/模板“low-income-list”的标题里有地名，这一步的办理人不在那一级，发不了/),
    ])
  })
})

describe('a procedure that is corrected', () => {
  test('is written beside the old text with the next version; both are loaded', async () => {
    const path = join(dir, 'jiangbei', 'procedures.yaml')
    const text = await readFile(path, 'utf8')
    const [head = '', body = ''] = text.split('procedures:\n')
    const second = body.replace('  - id: JB.1\n', '  - id: JB.1\n    version: 2\n')
    await writeFile(path, `${head}procedures:\n${body}${second}`)
    const { districts } = await readDistricts(dir)
    expect(districts[0]?.procedures.map(({ _id }) => _id)).toEqual([
      'jiangbei@undated:JB.1:v1',
      'jiangbei@undated:JB.1:v2',
    ])
  })

  test('but not twice under one version', async () => {
    const path = join(dir, 'jiangbei', 'procedures.yaml')
    const text = await readFile(path, 'utf8')
    const [head = '', body = ''] = text.split('procedures:\n')
    await writeFile(path, `${head}procedures:\n${body}${body}`)
    expect(await problems()).toEqual([expect.stringContaining('流程 JB.1 写了两次；改过的另写 version')])
  })
})
