import * as z from 'zod/mini'
import { application } from '../../../../shared/application/model'
import type { DataOf } from '../../../../shared/contract'
import type { Person } from '../house'
import { expectedDesks } from './hands'
import { fewAtOnce } from './lockstep'
import type { CaseRun } from './run'
import type { Stage } from './stage'

const held = z.pick(application, { _id: true, state: true, partners: true, ownerId: true, desk: true })
type Listed = DataOf<'applications', 'desk'>['cases'][number]

/** Every so many rounds all desks are looked at, not only those on which something came or went. */
const WHOLE_EVERY = 25

/**
 * Looks at the desks after a round: each lists what lies with its body, at its step, and nothing that lies with
 * another. What is found wrong is kept with the run it is about.
 */
export function deskAuditor(stage: Stage, runs: readonly CaseRun[]) {
  const before = new Map<string, string>()
  let round = 0

  return async (): Promise<void> => {
    round += 1
    const stored = await stage.house.stored('applications', held, { 'state.end': null })
    const steps = new Map(stored.map(({ _id, state }) => [_id, state.step]))
    const byId = new Map(stored.map(one => [one._id, one]))
    const expected = new Map<string, string[]>()
    for (const run of runs) {
      const found = byId.get(run.id)
      if (found === undefined || run.failure !== null) continue
      const keys = expectedDesks(run.plan, found, stage)
      run.blame('lies on', [...found.desk].sort(), keys)
      for (const key of keys) expected.set(key, [...(expected.get(key) ?? []), run.id])
    }
    await Promise.all([...expected.keys()].map(key => stage.cast.handlerOfDesk(key)))
    await fewAtOnce(await stage.cast.desks(), async ([key, handler]) => {
      const ids = (expected.get(key) ?? []).sort()
      const isSame = before.get(key) === ids.join()
      if (isSame && round % WHOLE_EVERY !== 0) return
      before.set(key, ids.join())
      const listed = await allOf(handler)
      const failed = new Set(runs.filter(({ failure }) => failure !== null).map(({ id }) => id))
      for (const run of runs.filter(one => !failed.has(one.id))) {
        const faces = listed.filter(({ id }) => id === run.id).map(({ body, step }) => deskFace(body, step))
        const body = key.split('|')[1] ?? ''
        const wanted = ids.includes(run.id) ? [deskFace(body, steps.get(run.id) ?? '')] : []
        run.blame(`on ${key}`, faces, wanted)
      }
    })
  }
}

function deskFace(body: string, step: string): string {
  return `${step} with ${body}`
}

async function allOf(handler: Person): Promise<Listed[]> {
  const cases: Listed[] = []
  let after: string | null = null
  do {
    const input = after === null ? {} : { after }
    const page: DataOf<'applications', 'desk'> = await handler.call('applications', 'desk', input)
    cases.push(...page.cases)
    after = page.next
  } while (after !== null)
  return cases
}
