import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { ErrorForPeople, type Phase } from '../lib/for-people'

const FOLDER = 'tests/bench'
const OUTPUT = 'dist/bench.json'

const cell = z.union([z.string(), z.number()])
const table = z.object({ title: z.string(), rows: z.array(z.record(z.string(), cell)) })
type Table = z.infer<typeof table>

const benchFile = z.object({ bench: z.function({ input: [], output: z.promise(table) }) })

/** `npm run bench [-- name …]`: runs each `tests/bench/<name>.bench.ts`, prints its table, writes them all. */
export async function main(args: string[], phase: Phase): Promise<void> {
  const tables: Table[] = []
  for (const name of chosen(args)) {
    const { bench } = benchFile.parse(require(resolve(FOLDER, `${name}.bench.ts`)))
    const measured = table.parse(await phase(name, bench))
    console.log(`\n${measured.title}`)
    console.table(measured.rows)
    tables.push(measured)
  }
  mkdirSync('dist', { recursive: true })
  writeFileSync(OUTPUT, `${JSON.stringify(tables, null, 2)}\n`)
  console.log(`\n写入 ${OUTPUT}`)
}

function chosen(wanted: string[]): string[] {
  const present = benchNames()
  const unknown = wanted.filter(name => !present.includes(name))
  if (unknown.length > 0)
    throw new ErrorForPeople(`没有“${unknown.join('、')}”这项测量。现有：${present.join('、')}。`)
  if (present.length === 0) throw new ErrorForPeople(`${join(FOLDER, '*.bench.ts')} 里还没有可以测量的。`)
  return wanted.length > 0 ? wanted : present
}

function benchNames(): string[] {
  if (!existsSync(FOLDER)) return []
  const suffix = '.bench.ts'
  return readdirSync(FOLDER)
    .filter(file => file.endsWith(suffix))
    .map(file => file.slice(0, -suffix.length))
    .sort()
}
