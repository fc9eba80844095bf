import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Runs `build` unless its output stands and was made from inputs of the same content and the same settings.
 * `inputs` are files or folders; those that do not exist count as absent. Answers whether it was built.
 */
export async function buildIfChanged(
  target: { output: string; inputs: string[]; settings?: string },
  build: () => Promise<void>,
): Promise<boolean> {
  const mark = `${target.output}.inputs`
  const now = digestOf(target.inputs, target.settings ?? '')
  const isFresh = existsSync(target.output) && existsSync(mark) && readFileSync(mark, 'utf8') === now
  if (isFresh) return false
  await build()
  mkdirSync(dirname(mark), { recursive: true })
  writeFileSync(mark, now)
  return true
}

function digestOf(inputs: string[], settings: string): string {
  const hash = createHash('sha256').update(settings)
  for (const file of inputs.flatMap(filesUnder)) hash.update(`\0${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

export function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap(name => filesUnder(join(path, name)))
}
