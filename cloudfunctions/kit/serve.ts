import * as z from 'zod/mini'
import { CalendarError } from '../../shared/calendar/errors'
import type { Instant } from '../../shared/calendar/model'
import type { Answer, FunctionContract } from '../../shared/contract/answer'
import { PublicityError } from '../../shared/publicity/errors'
import { type Caller, callerOf } from './caller'
import { log } from './log'
import { now } from './now'
import { Refusal } from './refusal'
import { WORDS } from './words'

/** What an action is given beside its input. */
export type Call = { now: Instant; caller: Caller }

/** An action with the contract it is held to, so that a function's table cannot mix them up. */
type Action<C> = { contract: C; run: (event: unknown, call: Call) => Promise<unknown> }
type Main = (event: unknown, context: Parameters<typeof callerOf>[0]) => Promise<Answer<unknown>>

const named = z.looseObject({ action: z.string() })

/** An action held to its contract: input checked on the way in, and only what the contract names let out. */
export function action<I extends z.core.$ZodType, O extends z.core.$ZodType>(
  contract: { input: I; answer: O },
  handle: (input: z.output<I>, call: Call) => Promise<z.input<O>>,
): Action<{ input: I; answer: O }> {
  const run = async (event: unknown, call: Call) => {
    const input = z.safeParse(contract.input, event)
    if (!input.success) throw new Refusal('INVALID_INPUT', firstComplaint(input.error))
    return z.parse(contract.answer, await handle(input.data, call))
  }
  return { contract, run }
}

/** A function that answers people. Every failure becomes an answer with a code and a sentence. */
export function serve<F extends FunctionContract>(actions: { [A in keyof F]: Action<F[A]> }): Main {
  const byName = new Map<string, Action<unknown>>(Object.entries(actions))
  return async (event, context) => {
    const request = named.safeParse(event)
    const chosen = request.success ? byName.get(request.data.action) : undefined
    if (!request.success || !chosen) return refuse('UNKNOWN_ACTION', WORDS.unknownAction)
    const { action: name, ...input } = request.data
    return answer(name, () => chosen.run(input, { now: now(), caller: callerOf(context) }))
  }
}

async function answer(name: string, work: () => Promise<unknown>): Promise<Answer<unknown>> {
  try {
    return { ok: true, data: await work() }
  } catch (error) {
    const refusal = asRefusal(error)
    if (refusal) {
      log({ level: 'info', event: 'refused', action: name, code: refusal.code })
      return refuse(refusal.code, refusal.message)
    }
    log({ level: 'error', event: 'failed', action: name, cause: error })
    return refuse('INTERNAL', WORDS.internal)
  }
}

/** What a stored calendar or a slip of ours can cause; nobody who calls can mend it. */
const OUR_FAULTS = new Set<string>(['schedule-invalid', 'window-number-invalid'])

/** A date or a number of days that the rules do not take says itself, in Chinese, what is wrong. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const isRuleError = error instanceof CalendarError || error instanceof PublicityError
  return isRuleError && !OUR_FAULTS.has(error.code) ? new Refusal('INVALID_INPUT', error.message) : null
}

function refuse(code: Refusal['code'], message: string): Answer<never> {
  return { ok: false, error: { code, message } }
}

const HAN = /\p{Script=Han}/u

/** The first thing wrong, where the contract says it in Chinese; else the general sentence. */
function firstComplaint(error: z.core.$ZodError): string {
  const said = error.issues.map(issue => issue.message).find(message => HAN.test(message))
  return said ? `${said}。请改了再试` : WORDS.invalidInput
}
