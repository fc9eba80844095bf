import * as z from 'zod/mini'
import { type Procedure, procedureActor, procedureFields } from './definition'

const text = z.string().check(z.minLength(1, '不能空着'))

/** `<district>/procedures*.yaml`: the procedures of one edition. */
export const proceduresFile = z.strictObject({
  edition: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/, '用小写字母、数字和短横')),
  /** What was looked up to draw lost procedures anew, and how far it was read (全文、所引条文、片段、未见). */
  sources: z._default(z.array(z.strictObject({ title: text, read: text, where: z.optional(text) })), []),
  actors: z.array(procedureActor).check(z.minLength(1, '至少写一个办理人')),
  procedures: z
    .array(
      z.strictObject({
        id: text,
        /** One more for each correction of a procedure that applications already follow; the old text stays. */
        version: z._default(z.int().check(z.positive()), 1),
        ...procedureFields.shape,
      }),
    )
    .check(z.minLength(1, '至少写一个流程')),
})
export type ProceduresFile = z.output<typeof proceduresFile>

/** The file's procedures as they are stored. */
export function proceduresOf(districtId: string, editionId: string, file: ProceduresFile): Procedure[] {
  return file.procedures.map(({ id, version, ...fields }) => ({
    _id: `${editionId}:${id}:v${version}`,
    districtId,
    editionId,
    procedureId: id,
    version,
    ...fields,
    actors: file.actors.filter(actor => isNamed(actor.name, fields.steps)),
  }))
}

function isNamed(name: string, steps: Procedure['steps']): boolean {
  return steps.some(
    step => step.actors.includes(name) || step.next.some(line => line.by?.includes(name) === true),
  )
}
