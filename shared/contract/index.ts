import type * as z from 'zod/mini'
import { applicationsContract } from './applications'
import { catalogContract } from './catalog'
import { membersContract } from './members'
import { noticesContract } from './notices'
import { subscriptionsContract } from './subscriptions'

/** Every function a phone may call, with its actions. `clock` and `courier` answer timers only. */
export const contract = {
  catalog: catalogContract,
  notices: noticesContract,
  applications: applicationsContract,
  subscriptions: subscriptionsContract,
  members: membersContract,
}

export type Contract = typeof contract
export type FunctionName = keyof Contract
export type ActionName<F extends FunctionName> = keyof Contract[F] & string
type Action<F extends FunctionName, A extends ActionName<F>> = Contract[F][A] extends {
  input: infer I extends z.core.$ZodType
  answer: infer O extends z.core.$ZodType
}
  ? { input: z.input<I>; answer: z.output<O> }
  : never

/** What a caller sends with an action, beside `action` itself. */
export type InputOf<F extends FunctionName, A extends ActionName<F>> = Action<F, A>['input']
/** The `data` of the answer. */
export type DataOf<F extends FunctionName, A extends ActionName<F>> = Action<F, A>['answer']
