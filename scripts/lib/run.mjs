import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { phase } from './progress.mjs'

/**
 * Runs `main` of a TypeScript script on a fresh clone as well: installs first what is missing.
 * An error that a script throws for the person at the keyboard has `forPeople`; its sentence is enough.
 */
export async function run(script) {
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
  try {
    await ensureInstalled(phase)
    const { register } = await import('tsx/cjs/api')
    register()
    const { main } = createRequire(import.meta.url)(`../${script}/main.ts`)
    await main(process.argv.slice(2), phase)
  } catch (error) {
    console.error(error.forPeople ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
