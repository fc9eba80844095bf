import type { RecordFormFace } from '../../../shared/application/page'
import { recordFormOf } from '../../../shared/application/record-forms'
import type { Procedure } from '../../../shared/procedures/definition'
import { filledRecord } from '../../cloud/support/cases/records'
import type { World } from '../../support/world'
import { find, stepIn } from '../../unit/procedures/loaded'
import type { Visit } from './visit'

/** A step to be taken by hand: of which procedure, along which line, with what written down. */
export type Stepping = {
  procedure: string
  /** The household's name, as the desk shows it. */
  who: string
  from: string
  to: string
  today: string
  /** In place of what any record of the form would hold, by the field's key. */
  record?: Record<string, string>
  screen?: string
}

/** Opens a household's case from the person's own desk. */
export async function openCase(visit: Visit, world: World, who: string): Promise<void> {
  await openDesk(visit, world)
  await visit.tapPart('等您办')
  await visit.tapPart(who)
  await visit.sees('可以这样办')
}

/** The desk, by 我的. */
export async function openDesk(visit: Visit, world: World): Promise<void> {
  await visit.page.goto(`${world.address}/#/pages/mine/index`)
  await visit.page.reload()
  await visit.press('进工作台')
}

/** Takes a line of the drawing by hand: the way by its words, the record by its labels. */
export async function takeStep(visit: Visit, world: World, stepping: Stepping): Promise<void> {
  const { procedure: id, who, from, to, screen } = stepping
  const procedure = find(id)
  const line = stepIn(procedure, from).next.find(next => next.to === to)
  if (line === undefined) throw new Error(`${id} has no line from ${from} to ${to}`)
  await openCase(visit, world, who)
  if (screen !== undefined) await visit.keepScreen(`${screen}-case`)
  await visit.pressFrom(line.when)
  await fillRecord(visit, procedure, stepping)
  if (screen !== undefined) await visit.keepScreen(`${screen}-record`)
  await visit.press('就这样办')
  await visit.sees('办好了')
}

async function fillRecord(visit: Visit, procedure: Procedure, stepping: Stepping): Promise<void> {
  const form = recordFormOf(procedure, stepIn(procedure, stepping.from))
  const values = { ...filledRecord(form, stepping.today), ...stepping.record }
  for (const field of form?.fields ?? []) await fillField(visit, field, values[field.key] ?? '')
}

type Field = RecordFormFace['fields'][number]

async function fillField(visit: Visit, { label, kind }: Field, value: string): Promise<void> {
  if (kind === 'choice') await visit.choose(label, value)
  else await visit.fill(label, value)
}
