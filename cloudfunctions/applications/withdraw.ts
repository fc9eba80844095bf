import type { Application } from '../../shared/application/model'
import type { Actor } from '../../shared/procedures/state'
import type { Ruling } from '../kit/application-store'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { ownDoing } from './own-doing'
import { WORDS } from './words'

type Input = { id: string; version: number; remark: string }

/** The household takes its application back. Refuses with CONFLICT once something was paid out. */
export async function withdraw({ id, version, remark }: Input, call: Call) {
  return ownDoing({ id, version, materials: [] }, { name: 'withdrawn', actionIn: takingBack }, call)

  function takingBack({ procedure }: Ruling, _found: Application, household: readonly Actor[]) {
    const by = household.find(({ name }) => procedure.withdrawal?.by.includes(name)) ?? household[0]
    if (by === undefined) throw new Refusal('CONFLICT', WORDS.changed)
    return { type: 'withdraw' as const, by, remark }
  }
}
