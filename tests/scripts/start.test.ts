import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { loadDistricts, readDistricts } from '../../scripts/lib/district-loader'
import { checkPortIsFree } from '../../scripts/start/port'
import { TRIAL_DISTRICTS } from '../../scripts/trial/districts-folder'
import { personas } from '../../scripts/trial/personas'

describe('npm start says in a sentence', () => {
  test('that Node is too old, before anything else', () => {
    const pretend = "Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } })"
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, 'scripts/start.mjs'],
      { encoding: 'utf8' },
    )
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^需要 Node 20 以上.*\n$/)
  })

  test('that the port is taken, and which to try', async () => {
    const server = createServer()
    const port = await new Promise<number>(resolve => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    await expect(checkPortIsFree(port)).rejects.toThrow(`端口 ${port} 已经有程序在用`)
    await new Promise(resolve => server.close(resolve))
    await expect(checkPortIsFree(port)).resolves.toBeUndefined()
  })

  test('that an option is not known', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', '--prot', '1'], {
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr.trim()).toBe('写法：npm start [-- --port <端口> --fresh]')
  })
})

describe('the trial identities', () => {
  test('each district has a resident, a cadre, a reviewer, an officer and a supervisor', () => {
    const roles = ['cadre', 'officer', 'resident', 'reviewer', 'supervisor']
    for (const district of new Set(personas.map(({ districtId }) => districtId))) {
      const present = personas.filter(({ districtId }) => districtId === district).map(({ role }) => role)
      expect(present).toEqual(expect.arrayContaining(roles))
    }
  })

  test('all live and work in real units', async () => {
    const documents = await loadDistricts('districts', TRIAL_DISTRICTS)
    const units = documents.find(({ collection }) => collection === 'units')?.documents ?? []
    const codes = units.map(unit => Reflect.get(unit, '_id'))
    const named = personas.flatMap(({ unit, posts }) => [unit, ...posts.map(post => post.unit)])
    expect(named.filter(code => !codes.includes(code))).toEqual([])
  })

  test('act in the name of bodies that the procedures of their district know', async () => {
    const { districts } = await readDistricts('districts', TRIAL_DISTRICTS)
    for (const { district, procedures } of districts) {
      const known = new Set(procedures.flatMap(({ actors }) => actors.map(({ name }) => name)))
      const named = personas
        .filter(({ districtId }) => districtId === district._id)
        .flatMap(({ posts }) => posts.flatMap(({ bodies }) => bodies ?? []))
      expect(named.filter(body => !known.has(body))).toEqual([])
    }
  })

  test('no two share an openid or a token', () => {
    expect(new Set(personas.map(({ openid }) => openid)).size).toBe(personas.length)
    expect(new Set(personas.map(({ token }) => token)).size).toBe(personas.length)
  })
})
