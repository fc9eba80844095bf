import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { callAs } from '../../scripts/lib/call-as'
import { localcloudClient } from '../../scripts/lib/localcloud-client'
import { personaNamed } from '../../scripts/trial/personas'
import type { ActionName, DataOf, FunctionName, InputOf } from '../../shared/contract'

const started = z.object({ address: z.string() })

const message = z.object({
  templateId: z.string(),
  title: z.string(),
  lines: z.array(z.object({ name_zh: z.string(), field: z.string(), value: z.string() })),
  page: z.string(),
  sentAt: z.string(),
})
/** A message as it lies in a person's WeChat. */
export type Message = z.infer<typeof message>

/** localcloud with both districts, the built functions and the trial identities, and no notices yet. */
export type World = Awaited<ReturnType<typeof startWorld>>

/** Other functions than the built ones, or deployed otherwise. */
export type Bundles = { functionsDir?: string; cloudbaserc?: string }

/**
 * Starts a localcloud of its own, on a free port and an empty folder, with its clock at `now`. Its timers run
 * when the clock is moved or by hand, so that a test knows which runs there were. Stop it in `afterAll`.
 */
export async function startWorld(now: string, bundles: Bundles = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'localcloud-'))
  const child = fork(join(__dirname, 'world-process.ts'), [dataDir, JSON.stringify(bundles)], {
    execArgv: ['--import', 'tsx'],
  })
  const { address } = await firstWord(child)
  const client = localcloudClient(address)
  await client.moveClock(now)

  return {
    address,
    client,

    /** Calls an action as a trial identity and answers its `data`; throws RefusedCall where it is refused. */
    call<F extends FunctionName, A extends ActionName<F>>(
      personaId: string,
      name: F,
      action: A,
      input: InputOf<F, A> & object,
    ): Promise<DataOf<F, A>> {
      return callAs(client, personaNamed(personaId), name, action, input)
    },

    /** Moves the clock; the timers due run in two rounds. */
    moveClock: (to: string) => client.moveClock(to),

    /** Runs a timer by hand; twice means twice at the same moment, as the platform does now and then. */
    async fireTimer(name: string, times: 1 | 2): Promise<void> {
      await client.console(`timers/${name}`, { times })
    },

    /** Keeps a timer from running by its schedule and at a move of the clock, or lets it run again. */
    async holdTimer(name: string, hold: boolean): Promise<void> {
      await client.console(`timers/${name}`, { hold })
    },

    /** What WeChat's own box answered when the app asked this person: the message server learns of it too. */
    async consentInWechat(personaId: string, results: Record<string, 'accept' | 'reject'>): Promise<void> {
      await client.console('wechat/consent', { persona: personaId, results })
    },

    /** The messages that this person got, oldest first. */
    async inbox(personaId: string): Promise<Message[]> {
      return z
        .array(message)
        .parse(await client.console(`inbox?persona=${personaId}`))
        .reverse()
    },

    async stop(): Promise<void> {
      const gone = new Promise(resolve => child.once('exit', resolve))
      child.disconnect()
      await gone
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function firstWord(child: ChildProcess): Promise<z.infer<typeof started>> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`localcloud ended at its start (${code})`)))
    child.once('message', word => resolve(started.parse(word)))
  })
}
