import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { callAs } from '../../scripts/lib/call-as'
import { startTrialCloud, type TrialCloud } from '../../scripts/trial/cloud'
import { personaNamed } from '../../scripts/trial/personas'
import { playTrial, setUpTrial } from '../../scripts/trial/set-up'
import type { BoardStatus, NoticeCard } from '../../shared/contract/notices'

const clockState = z.object({ isReal: z.boolean() })

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'trial-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})
const start = (dataDir: string) => startTrialCloud({ dataDir, port: 0, schedule: false })

/** The very work of `npm start`, as if on Monday 12 October 2026. */
describe('the trial that npm start sets up', () => {
  const now = '2026-10-12T02:00:00.000Z'
  const dataDir = newFolder()
  let trial: TrialCloud

  beforeAll(async () => {
    trial = await start(dataDir)
    await playTrial(trial.client, now)
  })
  afterAll(() => trial.cloud.close())

  async function board(personaId: string, status: BoardStatus): Promise<NoticeCard[]> {
    const persona = personaNamed(personaId)
    const { notices } = await callAs(trial.client, persona, 'notices', 'list', { unit: persona.unit, status })
    return notices
  }

  test('each village has a notice that is open, one that is closing, and one for good', async () => {
    for (const resident of ['ouhai-resident', 'jiangbei-resident']) {
      const open = await board(resident, 'open')
      const closing = await board(resident, 'closing')
      expect(open.some(({ window }) => window.closesAt === null)).toBe(true)
      expect(open.some(({ window }) => (window.lastDay ?? '') > '2026-10-14')).toBe(true)
      expect(closing.map(({ window }) => window.lastDay)).toEqual(['2026-10-13'])
    }
  })

  test('one notice has closed', async () => {
    const [closed] = await board('ouhai-resident', 'closed')
    expect(closed?.window.lastDay).toBe('2026-10-10')
  })

  test('all are marked as examples', async () => {
    for (const status of ['open', 'closing', 'closed'] as const) {
      const notices = [
        ...(await board('ouhai-officer', status)),
        ...(await board('jiangbei-officer', status)),
      ]
      expect(notices.filter(({ example }) => !example)).toEqual([])
    }
  })

  describe('has applications, all marked as examples:', () => {
    const caseOf = async (id: string, personaId: string) => {
      const persona = personaNamed(personaId)
      const answer = await callAs(trial.client, persona, 'applications', 'case', { id })
      expect(answer.case.example).toBe(true)
      return answer.case
    }

    test('one just handed in, which its resident follows', async () => {
      expect(await caseOf('trial-new', 'ouhai-reviewer')).toMatchObject({ step: 'accept' })
      const own = await callAs(trial.client, personaNamed('ouhai-resident'), 'applications', 'mine', {})
      expect(own.applications.map(({ id, missing }) => [id, missing])).toEqual(
        expect.arrayContaining([
          ['trial-new', 0],
          ['trial-awaiting', 2],
        ]),
      )
    })

    test('one that is overdue, at the head of its desk', async () => {
      const desk = await callAs(trial.client, personaNamed('ouhai-reviewer'), 'applications', 'desk', {})
      expect(desk.overdue).toBe(1)
      expect(desk.cases[0]).toMatchObject({ id: 'trial-overdue', limit: { phase: 'overdue' } })
    })

    test('one in publicity, whose notice is on the village’s board', async () => {
      const { publicity } = await caseOf('trial-in-publicity', 'jiangbei-cadre')
      expect(publicity?.phase).toBe('open')
      const open = await board('jiangbei-resident', 'open')
      expect(open.map(({ id }) => id)).toContain(publicity?.noticeId)
    })

    test('one granted, which is in the register', async () => {
      const granted = await caseOf('trial-granted', 'jiangbei-rural-affairs')
      expect(granted).toMatchObject({ end: { outcome: 'completed' }, register: { status: 'in', people: 2 } })
    })
  })

  test('everything is still there after a restart, once', async () => {
    const before = await board('ouhai-officer', 'open')
    await trial.cloud.close()
    trial = await start(dataDir)
    expect(await board('ouhai-officer', 'open')).toEqual(before)
  })
})

test('the trial can be set up in the middle of a long holiday too, and leaves the clock at real time', async () => {
  const trial = await start(newFolder())
  await expect(setUpTrial(trial.client, '2026-10-03T02:00:00.000Z')).resolves.toBeUndefined()
  expect(clockState.parse(await trial.client.console('clock')).isReal).toBe(true)
  await trial.cloud.close()
})
