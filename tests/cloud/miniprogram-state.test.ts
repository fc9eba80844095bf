import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliveriesOf, follow, told } from './support/followers'
import { type House, openHouse } from './support/house'
import { POSTING, storyteller } from './support/story'

const DEPLOYED = '"MINIPROGRAM_STATE": "formal"'

let folder: string
let house: House
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'miniprogram-state-'))
  const cloudbaserc = join(folder, 'cloudbaserc.json')
  const deployed = readFileSync('cloudbaserc.json', 'utf8')
  expect(deployed).toContain(DEPLOYED)
  writeFileSync(cloudbaserc, deployed.replace(DEPLOYED, '"MINIPROGRAM_STATE": "release"'))
  house = await openHouse(POSTING, { cloudbaserc })
})
afterAll(async () => {
  await house?.stop()
  rmSync(folder, { recursive: true })
})

it('a courier told to open a version that WeChat does not know sends nothing and loses nothing', async () => {
  const story = await storyteller(house)()
  const { id } = await story.post()
  await follow(house, story.villager, 'notice', id)
  await house.fire('clock')
  await house.fire('courier')
  const deliveries = await deliveriesOf(house, id, story.villager)
  expect(deliveries).toEqual([expect.objectContaining({ state: 'queued', attempts: 0 })])
  expect(await told(house, story.villager, id)).toEqual([])
})
