import { deepStrictEqual } from 'node:assert/strict'
import { EJSON } from 'bson'
import * as z from 'zod'
import { RefusedCall } from '../../../scripts/lib/call-as'
import type { LocalcloudClient } from '../../../scripts/lib/localcloud-client'
import { personaNamed } from '../../../scripts/trial/personas'
import type { Instant } from '../../../shared/calendar/model'
import {
  type ActionName,
  contract,
  type DataOf,
  type FunctionName,
  type InputOf,
} from '../../../shared/contract'
import { type Bundles, startWorld } from '../../support/world'

type Answers = { [F in FunctionName]: { [A in ActionName<F>]: { answer: z.core.$ZodType<DataOf<F, A>> } } }
const answers: Answers = contract

const exported = z.object({ documents: z.array(z.unknown()) })
const timerRuns = z.object({
  ran: z.array(z.object({ function: z.string(), ok: z.boolean(), answer: z.optional(z.unknown()) })),
})
const inboxMessages = z.array(
  z.object({
    title: z.string(),
    templateId: z.string(),
    data: z.record(z.string(), z.string()),
    page: z.string(),
    sentAt: z.string(),
  }),
)
/** A message as it lies in a person's WeChat; `data` by WeChat's fields (thing1, date3 …). */
export type InboxMessage = z.infer<typeof inboxMessages>[number]

/** How WeChat shall misbehave: an error code, a delay, or an answer that is lost after the message went out. */
export type WeChatFault = { errcode?: number; delayMs?: number; dropAfterSend?: boolean; count?: number }
type Tap = 'accept' | 'reject' | 'ban'

export type House = Awaited<ReturnType<typeof openHouse>>
export type Person = ReturnType<typeof personOf>

/** Somebody as the platform knows them: what the functions answer to this token. */
function personOf(client: LocalcloudClient, id: string, token: string, openid: string) {
  return {
    id,
    personId: `wx:${openid}`,

    /** Answers the `data`, which must be what the contract says and nothing beside it. @throws RefusedCall */
    async call<F extends FunctionName, A extends ActionName<F>>(
      name: F,
      action: A,
      input: InputOf<F, A> & object,
    ): Promise<DataOf<F, A>> {
      const answer = await client.call(name, token, { action, ...input })
      if (!answer.ok) throw new RefusedCall(answer.error.code, await saying(client, answer.error))
      const data = z.parse(answers[name][action].answer, answer.data)
      deepStrictEqual(answer.data, data)
      return data
    },

    /** Sends any event and answers the refusal; a call that is answered is an error here. */
    async refusal(name: string, event: object): Promise<{ code: string; message: string }> {
      const answer = await client.call(name, token, event)
      if (answer.ok) throw new Error(`${name} answered instead of refusing ${JSON.stringify(event)}`)
      return answer.error
    },
  }
}

const loggedCalls = z.array(z.object({ log: z.string() }))

/** The refusal's sentence; of a failure of the system, what the function logged too. */
async function saying(client: LocalcloudClient, { code, message }: { code: string; message: string }) {
  if (code !== 'INTERNAL') return message
  const [latest] = loggedCalls.parse(await client.console('calls'))
  return `${message}\n${latest?.log ?? ''}`
}

/** The world of a test with more hands: new people, refusals, what is stored, and what goes wrong. */
export async function openHouse(now: Instant, bundles: Bundles = {}) {
  const world = await startWorld(now, bundles)
  const { client } = world

  return {
    client,
    stop: world.stop,
    /** Sets the clock of everything. Forward, each timer that is not held then runs twice. */
    setTime: world.moveClock,
    holdTimer: world.holdTimer,

    /** Lets the clock stand at whatever it is set to: a slow machine does not run past a second that matters. */
    async stopClock(): Promise<void> {
      await client.console('clock/stand', { stands: true })
    },

    /** One of the trial identities. */
    as(id: string): Person {
      const { token, openid } = personaNamed(id)
      return personOf(client, id, token, openid)
    },

    /** Somebody who has not signed in. */
    anonymous: personOf(client, 'anonymous', 'anonymous', ''),

    /** A WeChat user who was not here before. */
    async welcome(id: string): Promise<Person> {
      const openid = `o-${id}`
      const token = `token-of-${id}`
      await client.console('personas', { id, name_zh: id, role: '村民', unit: null, token, openid })
      return personOf(client, id, token, openid)
    },

    /** The platform's timer: once, or twice in the same moment. Answers what each run answered. */
    async fire(name: 'clock' | 'courier', times: 1 | 2 = 1) {
      return timerRuns.parse(await client.console(`timers/${name}`, { times })).ran
    },

    /** The messages a person got, oldest first. */
    async inbox({ id }: Pick<Person, 'id'>): Promise<InboxMessage[]> {
      return inboxMessages.parse(await client.console(`inbox?persona=${encodeURIComponent(id)}`)).reverse()
    },

    /** What the person tapped in WeChat's own box; the app's part is `subscriptions.consent`. */
    async tapInWeChat({ id }: Pick<Person, 'id'>, results: Record<string, Tap>): Promise<void> {
      await client.console('wechat/consent', { persona: id, results })
    },

    async weChatFails(fault: WeChatFault): Promise<void> {
      await client.console('wechat/faults', fault)
    },

    async weChatIsWell(): Promise<void> {
      await client.console('wechat/faults', {})
    },

    /** Every request to the database fails with this message, until it is null. */
    async databaseFails(message: string | null): Promise<void> {
      await client.console('database/fault', { message })
    },

    /** Stored documents, past the functions: what no answer shows. */
    async stored<S extends z.core.$ZodType>(
      collection: string,
      schema: S,
      query: object = {},
    ): Promise<z.output<S>[]> {
      const wanted = encodeURIComponent(JSON.stringify(query))
      const answer = await client.console(`export?collection=${collection}&query=${wanted}`)
      const { documents } = exported.parse(answer)
      return documents.map(document => z.parse(schema, EJSON.parse(JSON.stringify(document))))
    },

    /** Writes documents past the functions, as an import in CloudBase's console does. */
    async load(collection: string, documents: readonly object[]): Promise<void> {
      await client.console('import', { collection, documents })
    },

    /** What the functions wrote to their logs in the calls that are remembered, newest first. */
    async logs(): Promise<string> {
      const calls = loggedCalls.parse(await client.console('calls'))
      return calls.map(call => call.log).join('')
    },
  }
}
