import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod/mini'

const probed = z.object({ offsetMinutes: z.number(), answers: z.record(z.string(), z.unknown()) })

function probeIn(zone: string) {
  const printed = execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'zone-probe.ts')], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  })
  return probed.parse(JSON.parse(printed))
}

describe('Beijing dates on a machine that stands elsewhere', () => {
  const atHome = probeIn('Asia/Shanghai')

  it.each([
    ['America/Los_Angeles', 420],
    ['UTC', 0],
    ['Pacific/Kiritimati', -840],
  ])('are the same in %s', (zone, offsetMinutes) => {
    const abroad = probeIn(zone)
    expect(atHome.offsetMinutes).toBe(-480)
    expect(abroad.offsetMinutes).toBe(offsetMinutes)
    expect(abroad.answers).toEqual(atHome.answers)
  })
})
