import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { TestCloud } from '../support/cloud'
import { startTestCloud } from '../support/cloud'
import { get, post } from '../support/http'

const SDK = JSON.stringify(createRequire(__filename).resolve('@cloudbase/node-sdk'))
const note = (name: string) => `
  const tcb = require(${SDK})
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
  exports.main = async (event, context) => {
    const { TRIGGER_SRC, WX_OPENID } = tcb.getCloudbaseContext(context)
    await app.database().collection('runs').add({ name: '${name}', event, by: TRIGGER_SRC, openid: WX_OPENID, at: new Date().toISOString() })
    return '${name}'
  }`

describe('timers', () => {
  let cloud: TestCloud
  const runs = async () => (await cloud.app.database().collection('runs').get()).data

  beforeEach(async () => {
    cloud = await startTestCloud({ indexManifest: { runs: [] } })
    const everyMinute = (name: string) => ({
      name,
      triggers: [{ name: 'everyMinute', type: 'timer', config: '0 * * * * * *' }],
    })
    writeFileSync(
      join(cloud.folder, 'cloudbaserc.json'),
      JSON.stringify({ functions: [everyMinute('clock'), { name: 'plain' }, everyMinute('courier')] }),
    )
    cloud = await cloud.restart()
    cloud.addFunction('clock', note('clock'))
    cloud.addFunction('courier', note('courier'))
  })
  afterEach(() => cloud.close())

  test('setting the clock forward fires all timers in the order of the deployment, and then all once more', async () => {
    const { body } = await post(`${cloud.url}/console/api/clock`, { now: '2030-10-08T01:00:00.000Z' })
    expect(body.ran.map((run: { function: string }) => run.function)).toEqual([
      'clock',
      'courier',
      'clock',
      'courier',
    ])
    expect(body.ran.every((run: { ok: boolean }) => run.ok)).toBe(true)
    const [first] = await runs()
    expect(first).toMatchObject({ by: 'timer', event: { Type: 'Timer', TriggerName: 'everyMinute' } })
    expect(first.at).toMatch(/^2030-10-08T01:00/)
    expect(first).not.toHaveProperty('openid')
  })

  test('setting it back fires none', async () => {
    await cloud.setClock(Date.parse('2030-10-08T01:00:00.000Z'))
    const before = (await runs()).length
    const { body } = await post(`${cloud.url}/console/api/clock`, { now: null })
    expect(body).toMatchObject({ isReal: true, ran: [] })
    expect(await runs()).toHaveLength(before)
  })

  test('one can be fired by hand, once or doubled', async () => {
    expect((await post(`${cloud.url}/console/api/timers/courier`, { times: 1 })).body.ran).toHaveLength(1)
    expect((await post(`${cloud.url}/console/api/timers/courier`, { times: 2 })).body.ran).toHaveLength(2)
    expect(await runs()).toHaveLength(3)
    expect(await post(`${cloud.url}/console/api/timers/plain`, { times: 1 })).toMatchObject({ status: 404 })
  })

  test('by its schedule it fires each minute, unless it is held back', async () => {
    await cloud.close()
    cloud = await startTestCloud({ indexManifest: { runs: [] } })
    writeFileSync(
      join(cloud.folder, 'cloudbaserc.json'),
      JSON.stringify({
        functions: ['clock', 'courier'].map(name => ({
          name,
          triggers: [{ name: 't', type: 'timer', config: '* * * * * * *' }],
        })),
      }),
    )
    cloud.addFunction('clock', note('clock'))
    cloud.addFunction('courier', note('courier'))
    const { folder } = cloud
    cloud = await cloud.restart({ schedule: true })
    expect(cloud.folder).toBe(folder)
    await post(`${cloud.url}/console/api/timers/courier`, { hold: true })
    const seen = await until(
      async () => (await runs()).filter((run: { name: string }) => run.name === 'clock').length >= 2,
    )
    expect(seen).toBe(true)
    const listed = (await get(`${cloud.url}/console/api/timers`)).body
    expect(listed).toMatchObject([
      { function: 'clock', isHeld: false },
      { function: 'courier', isHeld: true },
    ])
  })
})

async function until(test: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    if (await test()) return true
    await new Promise(done => setTimeout(done, 50))
  }
  return false
}
