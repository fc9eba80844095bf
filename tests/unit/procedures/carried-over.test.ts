import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import {
  groundedShare,
  type Procedure,
  procedure as procedureSchema,
} from '../../../shared/procedures/definition'
import { loadAll } from '../districts/loaded'
import { procedureRow, stepRow, transitionRow } from './as-printed'
import { fileOf } from './loaded'

/** Every cell recorded from the documents, taken over independently of the districts' YAML; a row a line. */
const rowSchema = z.looseObject({ row: z.string(), of: z.optional(z.string()) })
const rows = readFileSync(join(__dirname, 'printed-procedures.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => rowSchema.parse(JSON.parse(line)))

/** The record gives the share in two digits. */
const HALF_A_HUNDREDTH = 0.005 + Number.EPSILON

function printed(kind: string, of?: string): object[] {
  return rows.filter(row => row.row === kind && row.of === of).map(withoutKind)
}

function withoutKind({ row: _row, of: _of, ...cells }: z.infer<typeof rowSchema>): Record<string, unknown> {
  return cells
}

let procedures: Procedure[]
beforeAll(async () => {
  const { districts } = await loadAll()
  procedures = districts.flatMap(district => district.procedures)
})

const ids = ['JB.1', ...Array.from({ length: 29 }, (_, n) => `A.${n + 1}`)]
const find = (id: string): Procedure => {
  const found = procedures.find(candidate => candidate.procedureId === id)
  if (found === undefined) throw new Error(`no procedure ${id}`)
  return found
}

describe('the thirty procedures', () => {
  test('are 江北’s one and the 29 of 瓯海’s appendix A, in its order', () => {
    expect(procedures.map(({ procedureId }) => procedureId)).toEqual(ids)
  })

  test.each(ids)('%s is cell by cell as recorded: its head, its steps, its lines, its suggested ways', id => {
    const found = find(id)
    const heads = rows.filter(cells => cells.row === 'procedure' && cells.id === id).map(withoutKind)
    const [{ grounded_share: share, ...head } = { grounded_share: null }] = heads
    expect(procedureRow(found)).toEqual(head)
    expect(Math.abs(groundedShare(found) - Number(share))).toBeLessThanOrEqual(HALF_A_HUNDREDTH)
    expect(found.steps.map(stepRow)).toEqual(printed('step', id))
    const lines = found.steps.flatMap(({ id: from, next }) => next.map(line => ({ from, line })))
    const rowsOf = (isSuggested: boolean) =>
      lines
        .filter(({ line }) => line.suggested === isSuggested)
        .map(({ from, line }) => transitionRow(from, line))
    expect(rowsOf(false)).toEqual(printed('transition', id))
    expect(rowsOf(true)).toEqual(expect.arrayContaining(printed('suggested', id)))
    expect(rowsOf(true)).toHaveLength(printed('suggested', id).length)
  })

  test('have 341 steps and 428 lines, and 7 ways out that no document has', () => {
    const lines = procedures.flatMap(({ steps }) => steps.flatMap(({ next }) => next))
    expect(procedures.flatMap(({ steps }) => steps)).toHaveLength(341)
    expect(lines.filter(line => !line.suggested)).toHaveLength(428)
    expect(lines.filter(line => line.suggested)).toHaveLength(7)
  })

  test('are handled by the 43 bodies that the record names', () => {
    const named = new Set(procedures.flatMap(({ actors }) => actors.map(({ name }) => name)))
    const [recorded] = printed('actors')
    expect(recorded).toEqual({ names: expect.arrayContaining([...named]) })
    expect(named.size).toBe(43)
  })

  test('name what was looked up to draw the lost ones, and how far it was read', () => {
    const sources = fileOf('ouhai').sources.map(({ title, read, where }) => ({
      title_zh: title,
      read,
      where,
    }))
    expect(sources).toEqual(printed('source'))
  })

  test('fit the schema as stored', () => {
    const stored: unknown[] = JSON.parse(JSON.stringify(procedures))
    for (const document of stored) expect(procedureSchema.parse(document)).toEqual(document)
  })
})

describe('how sure', () => {
  test('2 stand in the text, 13 on regulations, 15 on usage', () => {
    const count = (wanted: string) => procedures.filter(({ sureness }) => sureness === wanted).length
    expect([count('text'), count('regulation'), count('customary')]).toEqual([2, 13, 15])
  })

  test('only the districts’ own documents promise; every other limit is a law’s or a ministry’s', () => {
    const natures = procedures.flatMap(({ procedureId, steps }) =>
      steps.flatMap(({ id, limit }) => (limit?.nature === 'promised' ? [`${procedureId} ${id}`] : [])),
    )
    expect(natures).toEqual(['A.1 result-publish', 'A.10 apply', 'A.29 report'])
    const others = procedures.flatMap(({ steps }) => steps.flatMap(({ limit }) => limit?.nature ?? []))
    expect(others.filter(nature => nature !== 'promised' && nature !== 'statutory')).toEqual([])
  })

  test('16 publicities have only suggested days, 2 have none at all', () => {
    const publicities = procedures.flatMap(({ steps }) => steps.flatMap(({ publicity }) => publicity ?? []))
    expect(publicities).toHaveLength(28)
    expect(publicities.filter(({ nature }) => nature === 'suggested')).toHaveLength(16)
    expect(publicities.filter(({ days }) => days === undefined)).toHaveLength(2)
  })
})
