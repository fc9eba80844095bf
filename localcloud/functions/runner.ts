/**
 * Runs one cloud function in a process of its own, as SCF does: one call at a time, the caller's identity in
 * `context.environment` and, for SDKs that read it there, in `process.env`. The function's `Date` runs on the
 * clock of the gateway; nothing in the function's code knows.
 * This file is compiled on its own and handed to `node -e`: it imports nothing of localcloud.
 */
import { createRequire } from 'node:module'

interface CallMessage {
  readonly type: 'call'
  readonly event: unknown
  readonly context: Record<string, unknown>
  /** Variables of this call only. */
  readonly environment: Record<string, string>
  readonly clockOffsetMs: number
}

interface LoadMessage {
  readonly type: 'load'
  readonly bundle: string
  readonly memoryMb: number
  readonly clockOffsetMs: number
}

type Main = (event: unknown, context: unknown) => unknown

const MEMORY_CHECK_MS = 100

const RealDate = Date
let clockOffsetMs = 0
let main: Main | undefined
let memoryMb = Number.POSITIVE_INFINITY
let log: string[] = []
let callVariables: string[] = []

moveDate()
captureOutput()
process.on('disconnect', () => process.exit(0))
process.on('message', (message: LoadMessage | CallMessage) => {
  clockOffsetMs = message.clockOffsetMs
  if (message.type === 'load') load(message)
  else void call(message)
})

function load({ bundle, memoryMb: most }: LoadMessage): void {
  memoryMb = most
  try {
    const loaded: { main?: Main } = createRequire(bundle)(bundle)
    if (typeof loaded.main !== 'function') throw new Error('the bundle exports no main')
    main = loaded.main
    answer({ type: 'loaded' })
  } catch (error) {
    answer({ type: 'failed', ...describe(error) })
  }
}

async function call({ event, context, environment }: CallMessage): Promise<void> {
  for (const name of callVariables) delete process.env[name]
  callVariables = Object.keys(environment)
  Object.assign(process.env, environment)
  const watch = setInterval(() => isTooLarge() && answer({ type: 'outOfMemory' }), MEMORY_CHECK_MS)
  try {
    const result = await main?.(event, context)
    if (!isTooLarge())
      answer({ type: 'result', result: JSON.stringify(result === undefined ? null : result) })
    else answer({ type: 'outOfMemory' })
  } catch (error) {
    answer({ type: 'failed', ...describe(error) })
  } finally {
    clearInterval(watch)
  }
}

/** V8 keeps to the limit for its own heap; Buffers lie outside of it. */
function isTooLarge(): boolean {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external > memoryMb * 1024 * 1024
}

function answer(message: Record<string, unknown>): void {
  process.send?.({ ...message, log: log.join('') })
  log = []
}

function describe(error: unknown): { message: string; stack: string } {
  if (error instanceof Error) return { message: error.message, stack: error.stack ?? '' }
  return { message: typeof error === 'string' ? error : JSON.stringify(error), stack: '' }
}

/** `new Date()` and `Date.now()` give the moved time; everything else of Date stays as it is. */
function moveDate(): void {
  const moved = new Proxy(RealDate, {
    construct(target, args, newTarget) {
      const isNow = args.length === 0
      return Reflect.construct(target, isNow ? [RealDate.now() + clockOffsetMs] : args, newTarget)
    },
    apply() {
      return new RealDate(RealDate.now() + clockOffsetMs).toString()
    },
    get(target, property, receiver) {
      if (property === 'now') return () => RealDate.now() + clockOffsetMs
      return Reflect.get(target, property, receiver)
    },
  })
  RealDate.prototype.constructor = moved
  globalThis.Date = moved
}

/** What the function prints belongs to its call and travels with the answer. */
function captureOutput(): void {
  const capture = (chunk: string | Uint8Array): boolean => {
    log.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))
    return true
  }
  process.stdout.write = capture
  process.stderr.write = capture
}
