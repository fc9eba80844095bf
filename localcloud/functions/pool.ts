import { statSync } from 'node:fs'
import { FunctionFailed, FunctionMissing } from './errors'
import type { FunctionConfig } from './functionConfig'
import type { CallInput, CallOutput } from './instance'
import { Instance } from './instance'

const MOST_INSTANCES = 4
const IDLE_LIMIT_MS = 120_000

/** The processes of one function: one a call, several when calls overlap, new ones when the bundle changes. */
export class Pool {
  private instances: Instance[] = []
  private readonly waiting: (() => void)[] = []
  private bundleVersion = ''
  private isClosed = false

  constructor(
    private readonly config: FunctionConfig,
    private readonly bundle: string,
    private readonly runnerCode: string,
    private readonly environment: () => Record<string, string>,
  ) {}

  async call(input: CallInput): Promise<CallOutput> {
    this.noticeNewBundle()
    const instance = await this.acquire()
    try {
      return await instance.call(input)
    } finally {
      if (!instance.isAlive) this.forget(instance)
      this.waiting.shift()?.()
    }
  }

  async close(): Promise<void> {
    this.isClosed = true
    for (const wake of this.waiting.splice(0)) wake()
    await Promise.all(this.instances.map(instance => instance.kill()))
    this.instances = []
  }

  private async acquire(): Promise<Instance> {
    for (;;) {
      if (this.isClosed) throw new FunctionFailed('localcloud is closing', '')
      this.instances = this.instances.filter(instance => instance.isAlive || instance.isBusy)
      const free = this.instances.find(instance => !instance.isBusy)
      if (free) return this.take(free)
      if (this.instances.length < MOST_INSTANCES) return this.take(this.start())
      await new Promise<void>(resolve => this.waiting.push(resolve))
    }
  }

  private take(instance: Instance): Instance {
    instance.isBusy = true
    this.retireIdle()
    return instance
  }

  private start(): Instance {
    const instance = new Instance(this.config, this.bundle, this.runnerCode, this.environment())
    this.instances.push(instance)
    return instance
  }

  private retireIdle(): void {
    const limit = Date.now() - IDLE_LIMIT_MS
    for (const instance of this.instances.filter(other => !other.isBusy && other.idleSince < limit)) {
      this.forget(instance)
      void instance.kill()
    }
  }

  private forget(instance: Instance): void {
    this.instances = this.instances.filter(other => other !== instance)
  }

  /** @throws FunctionMissing when the bundle is not there */
  private noticeNewBundle(): void {
    const stat = statSync(this.bundle, { throwIfNoEntry: false })
    if (!stat) throw new FunctionMissing(this.config.name)
    const version = `${stat.mtimeMs}:${stat.size}`
    if (version === this.bundleVersion) return
    this.bundleVersion = version
    for (const instance of this.instances.filter(other => !other.isBusy)) {
      this.forget(instance)
      void instance.kill()
    }
  }
}
