import * as z from 'zod'
import {
  type ActionName,
  contract,
  type DataOf,
  type FunctionName,
  type InputOf,
} from '../../shared/contract'
import type { LocalcloudClient } from './localcloud-client'

type Answers = { [F in FunctionName]: { [A in ActionName<F>]: { answer: z.core.$ZodType<DataOf<F, A>> } } }
const answers: Answers = contract

/** A function answered no: `code` is the contract's, the message the sentence it has for people. */
export class RefusedCall extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Calls one action as a person and answers its `data`.
 * @throws RefusedCall when the function answers an error
 */
export async function callAs<F extends FunctionName, A extends ActionName<F>>(
  client: LocalcloudClient,
  { token }: { token: string },
  name: F,
  action: A,
  input: InputOf<F, A> & object,
): Promise<DataOf<F, A>> {
  const answer = await client.call(name, token, { action, ...input })
  if (!answer.ok) throw new RefusedCall(answer.error.code, answer.error.message)
  return z.parse(answers[name][action].answer, answer.data)
}
