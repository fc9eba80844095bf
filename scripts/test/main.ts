import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { buildApp } from '../build/app'
import { buildFunctions } from '../build/functions'
import { ErrorForPeople, type Phase } from '../lib/for-people'
import { resolvePackage } from '../lib/resolve-package'

type Room = { needs: (keyof typeof BUILDS)[] }

/** The rooms of tests, cheapest first, and what must be built before each. */
const ROOMS: Record<string, Room> = {
  unit: { needs: [] },
  scripts: { needs: ['functions'] },
  localcloud: { needs: [] },
  cloud: { needs: ['functions'] },
  fault: { needs: ['functions'] },
  weapp: { needs: ['functions', 'weapp'] },
  browser: { needs: ['functions', 'h5-trial'] },
}

const BUILDS = {
  functions: { title: '打包云函数', build: buildFunctions },
  'h5-trial': { title: '编译网页版', build: () => buildApp('h5-trial') },
  weapp: { title: '编译小程序', build: () => buildApp('weapp') },
}

const outcome = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(z.object({ name: z.string() })),
})
type Outcome = z.infer<typeof outcome>

/**
 * `npm test [-- room …]`: builds what the rooms need and runs them all, or those that are named.
 * Closes with `N passed, N failed`. A skipped test, or a room without tests, fails the run as well.
 */
export async function main(args: string[], phase: Phase): Promise<void> {
  const rooms = args.length > 0 ? args : Object.keys(ROOMS)
  const needs = new Set(rooms.flatMap(name => roomNamed(name).needs))
  await Promise.all([...needs].map(need => phase(BUILDS[need].title, BUILDS[need].build)))
  const result = await runJest(rooms)
  const complaints = complaintsAbout(result, rooms)
  for (const complaint of complaints) console.log(complaint)
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  console.log(`${result.numPassedTests} passed, ${failed} failed`)
  if (failed > 0 || complaints.length > 0) process.exitCode = 1
}

function roomNamed(name: string): Room {
  const room = ROOMS[name]
  if (!room) throw new ErrorForPeople(`没有“${name}”这组测试。可以写：${Object.keys(ROOMS).join('、')}。`)
  return room
}

function complaintsAbout(result: Outcome, rooms: string[]): string[] {
  const skipped = result.numPendingTests + result.numTodoTests
  const empty = rooms.filter(room => !result.testResults.some(({ name }) => inRoom(name, room)))
  return [
    ...(skipped > 0 ? [`${skipped} tests were skipped: a skipped test counts as a failure of the run`] : []),
    ...empty.map(room => `no test ran in tests/${room}`),
  ]
}

const inRoom = (file: string, room: string) => file.replaceAll('\\', '/').includes(`/tests/${room}/`)

async function runJest(rooms: string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'test-outcome-'))
  const file = join(folder, 'outcome.json')
  const jest = resolvePackage('jest/bin/jest')
  const options = ['--json', `--outputFile=${file}`, '--maxWorkers=2', '--passWithNoTests', '--ci']
  const child = spawn(process.execPath, [jest, ...options, '--selectProjects', ...rooms], {
    // The JSON goes to the file and, unwanted, to stdout; what people read goes to stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  try {
    return outcome.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error('jest ended without a result', { cause })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
