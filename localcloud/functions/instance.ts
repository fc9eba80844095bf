import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { FunctionFailed, FunctionTimedOut } from './errors'
import type { FunctionConfig } from './functionConfig'

export interface CallInput {
  readonly event: unknown
  readonly context: Record<string, unknown>
  readonly environment: Record<string, string>
  readonly clockOffsetMs: number
}

export interface CallOutput {
  /** What the function returned, as JSON text. */
  readonly result: string
  readonly log: string
}

interface RunnerAnswer {
  readonly type: 'loaded' | 'result' | 'failed' | 'outOfMemory'
  readonly result?: string
  readonly message?: string
  readonly stack?: string
  readonly log?: string
}

/** Loading the bundle does not count towards the function's own time, as on the platform. */
const LOAD_LIMIT_MS = 65_000

/** One process of one function. It takes one call at a time and is killed when a call takes too long. */
export class Instance {
  isBusy = false
  idleSince = Date.now()
  private readonly child: ChildProcess
  private readonly exited: Promise<void>
  private loaded = false
  private output = ''

  constructor(
    private readonly config: FunctionConfig,
    private readonly bundle: string,
    runnerCode: string,
    environment: Record<string, string>,
  ) {
    this.child = spawn(process.execPath, [`--max-old-space-size=${config.memorySize}`, '-e', runnerCode], {
      // Nothing of this process's own environment: a function sees what the platform gives it. (Taro's types
      // demand a TARO_ENV of every process, hence the untyped object.)
      env: Object.assign(Object.create(null), environment),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.exited = new Promise(resolve => this.child.once('close', () => resolve()))
    this.child.on('error', () => {})
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text
      })
    }
  }

  get isAlive(): boolean {
    const { exitCode, signalCode, connected, killed } = this.child
    return exitCode === null && signalCode === null && connected && !killed
  }

  /** @throws FunctionFailed with the function's own message, FunctionTimedOut */
  async call(input: CallInput): Promise<CallOutput> {
    this.isBusy = true
    this.output = ''
    try {
      if (!this.loaded) await this.load(input.clockOffsetMs)
      const limitMs = this.config.timeout * 1000
      const answer = await this.ask({ type: 'call', ...input }, limitMs)
      return { result: answer.result ?? 'null', log: answer.log ?? '' }
    } finally {
      this.isBusy = false
      this.idleSince = Date.now()
    }
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.exited
  }

  private async load(clockOffsetMs: number): Promise<void> {
    await this.ask(
      { type: 'load', bundle: this.bundle, clockOffsetMs, memoryMb: this.config.memorySize },
      LOAD_LIMIT_MS,
    )
    this.loaded = true
  }

  private ask(message: Record<string, unknown>, limitMs: number): Promise<RunnerAnswer> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer)
        this.child.off('message', onMessage)
        this.child.off('close', onClose)
      }
      const onMessage = (answer: RunnerAnswer) => {
        finish()
        if (answer.type === 'outOfMemory') {
          this.child.kill('SIGKILL')
          return reject(new FunctionFailed(this.memoryExceeded(), answer.log ?? ''))
        }
        if (answer.type !== 'failed') return resolve(answer)
        reject(
          new FunctionFailed(answer.message ?? '', [answer.log, answer.stack].filter(Boolean).join('\n')),
        )
      }
      const onClose = () => {
        finish()
        reject(
          new FunctionFailed(`the process of ${this.config.name} ended: ${this.endReason()}`, this.output),
        )
      }
      const timer = setTimeout(() => {
        finish()
        this.child.kill('SIGKILL')
        reject(new FunctionTimedOut(this.config.name, limitMs / 1000))
      }, limitMs)
      this.child.on('message', onMessage)
      this.child.on('close', onClose)
      if (!this.isAlive) return onClose()
      this.child.send(message, error => {
        if (error) onClose()
      })
    })
  }

  private memoryExceeded(): string {
    return `memory limit of ${this.config.memorySize} MB exceeded`
  }

  private endReason(): string {
    const isOutOfMemory = /heap out of memory/i.test(this.output)
    if (isOutOfMemory) return this.memoryExceeded()
    return `exit ${this.child.exitCode ?? this.child.signalCode ?? 'unknown'}`
  }
}
