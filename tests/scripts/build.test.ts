import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { functionNames } from '../../scripts/build/functions'
import { buildIfChanged } from '../../scripts/build/inputs'

describe('what was built is built again only when it has to be', () => {
  let folder: string
  let builds: number
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'build-'))
    mkdirSync(join(folder, 'in'))
    writeFileSync(join(folder, 'in/a.ts'), 'a')
    builds = 0
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const output = () => join(folder, 'out')
  const build = (settings = '') =>
    buildIfChanged({ output: output(), inputs: [join(folder, 'in')], settings }, async () => {
      builds += 1
      mkdirSync(output(), { recursive: true })
    })

  test('unchanged inputs are not built twice', async () => {
    expect(await build()).toBe(true)
    expect(await build()).toBe(false)
    expect(builds).toBe(1)
  })

  test.each([
    ['a changed file', () => writeFileSync(join(folder, 'in/a.ts'), 'b')],
    ['a new file', () => writeFileSync(join(folder, 'in/b.ts'), '')],
    ['a renamed file', () => renameSync(join(folder, 'in/a.ts'), join(folder, 'in/c.ts'))],
    ['a lost output', () => rmSync(output(), { recursive: true })],
  ])('%s means a new build', async (_what, change) => {
    await build()
    change()
    expect(await build()).toBe(true)
  })

  test('other settings mean a new build', async () => {
    await build('env-1')
    expect(await build('env-2')).toBe(true)
  })

  test('a build that failed is tried again', async () => {
    const failing = buildIfChanged({ output: output(), inputs: [] }, async () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await build()).toBe(true)
  })
})

describe('a built function', () => {
  test.each(functionNames())(
    '%s is one CommonJS file with main, its permissions and no dependencies',
    name => {
      const folder = join('dist/cloudfunctions', name)
      const json = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
      expect(readFileSync(join(folder, 'index.js'), 'utf8')).toMatch(/\bmain:\(\)=>/)
      expect(json('package.json')).toEqual({ name, version: '1.0.0', private: true, main: 'index.js' })
      expect(json('config.json').permissions.openapi).toEqual(
        name === 'courier' ? ['subscribeMessage.send'] : [],
      )
      expect(existsSync(join(folder, 'node_modules'))).toBe(false)
    },
  )
})
