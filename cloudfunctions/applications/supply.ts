import type { Application } from '../../shared/application/model'
import { isTakenBy, type OpenLine, openLines } from '../../shared/procedures/situation'
import type { Actor } from '../../shared/procedures/state'
import type { Ruling } from '../kit/application-store'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import type { HandedIn } from './materials'
import { ownDoing } from './own-doing'
import { WORDS } from './words'

type Supplied = { id: string; version: number; materials: HandedIn[] }
type Proceeding = Supplied & { to: string; remark?: string | undefined }

/** Hands in what was asked for; the step that asked has it again. */
export async function supply(input: Supplied, call: Call) {
  return ownDoing(input, { name: 'supplied', actionIn: handingIn }, call)

  function handingIn({ procedure }: Ruling, { state }: Application, household: readonly Actor[]) {
    if (state.awaited === null) throw new Refusal('CONFLICT', WORDS.nothingAwaited)
    if (input.materials.length === 0) throw new Refusal('INVALID_INPUT', WORDS.nothingHandedIn)
    const { askedBy } = state.awaited
    const ways = openLines(procedure, state).filter(
      open => open.line.outcome === 'ok' && household.some(actor => isTakenBy(open, actor)),
    )
    const back = ways.find(({ to }) => to.id === askedBy) ?? ways[0]
    if (back === undefined) throw new Refusal('CONFLICT', WORDS.nothingAwaited)
    return { type: 'move' as const, by: takerOf(back, household), to: back.to.id }
  }
}

/** Takes a step that is the household's own (签约、提交开工). */
export async function proceed(input: Proceeding, call: Call) {
  return ownDoing(input, { name: 'proceeded', actionIn: goingOn }, call)

  function goingOn({ procedure }: Ruling, { state }: Application, household: readonly Actor[]) {
    if (state.awaited !== null) throw new Refusal('CONFLICT', WORDS.supplyFirst)
    const open = openLines(procedure, state).find(({ to }) => to.id === input.to)
    if (open === undefined) throw new Refusal('CONFLICT', WORDS.changed)
    return { type: 'move' as const, by: takerOf(open, household), to: input.to, remark: input.remark }
  }
}

/** Of the household's names the one that takes the line; the interpreter refuses where none does. */
function takerOf(open: OpenLine, household: readonly Actor[]): Actor {
  const taker = household.find(actor => isTakenBy(open, actor)) ?? household[0]
  if (taker === undefined) throw new Refusal('CONFLICT', WORDS.changed)
  return taker
}
