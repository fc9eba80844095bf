import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import type { MovedClock } from '../clock/movedClock'
import type { Credentials } from '../gateway/signature'
import { CloudError, messageOf } from '../values/errors'
import type { Caller } from './caller'
import { callVariables } from './caller'
import { FunctionFailed, FunctionMissing } from './errors'
import type { FunctionConfig } from './functionConfig'
import { defaultFunctionConfig } from './functionConfig'
import { Pool } from './pool'
import type { RecentCalls } from './recentCalls'

export interface FunctionsOptions {
  /** Holds `<name>/index.js` for each function. */
  readonly functionsDir: string
  readonly configs: readonly FunctionConfig[]
  readonly envId: string
  readonly appid: string
  readonly credentials: Credentials
  /** The address of `/admin`, known once the server listens. */
  readonly adminUrl: () => string
  readonly clock: MovedClock
  readonly calls: RecentCalls
  /** A token by which WeChat's interfaces know the calling function. */
  readonly wxTokenOf: (functionName: string) => string
}

export interface Invocation {
  readonly requestId: string
  /** What the function returned, as JSON text. */
  readonly result: string
}

const REGION = 'ap-shanghai'
const NAME = /^[a-zA-Z][a-zA-Z0-9_-]{0,59}$/

/** The deployed functions, each in processes of its own. */
export class Functions {
  private readonly pools = new Map<string, Pool>()

  private constructor(
    private readonly options: FunctionsOptions,
    private readonly runnerCode: string,
  ) {}

  static async create(options: FunctionsOptions): Promise<Functions> {
    const source = readFileSync(join(__dirname, 'runner.ts'), 'utf8')
    const { code } = await transform(source, { loader: 'ts', format: 'cjs', target: 'node20' })
    return new Functions(options, code)
  }

  /** Functions with a timer, in the order of the deployment. */
  get timers(): { name: string; trigger: FunctionConfig['triggers'][number] }[] {
    return this.options.configs.flatMap(({ name, triggers: [trigger] }) =>
      trigger ? [{ name, trigger }] : [],
    )
  }

  /** The functions whose bundles are there. */
  names(): string[] {
    const { functionsDir } = this.options
    if (!existsSync(functionsDir)) return []
    return readdirSync(functionsDir)
      .filter(name => NAME.test(name) && existsSync(join(functionsDir, name, 'index.js')))
      .sort()
  }

  /** @throws FunctionMissing, FunctionFailed, FunctionTimedOut */
  async invoke(name: string, event: unknown, caller: Caller): Promise<Invocation> {
    const requestId = randomUUID()
    const { clock, calls } = this.options
    const started = Date.now()
    const record = {
      requestId,
      function: name,
      source: caller.source,
      caller: caller.openid ?? caller.uuid ?? '',
      at: clock.nowIso(),
      input: event,
    }
    try {
      const { result, log } = await this.call(name, event, caller, requestId)
      calls.add({ ...record, ms: Date.now() - started, answer: JSON.parse(result), log })
      return { requestId, result }
    } catch (error) {
      const log = error instanceof FunctionFailed ? error.log : ''
      const code = error instanceof CloudError ? error.code : 'FUNCTIONS_EXECUTE_FAIL'
      calls.add({ ...record, ms: Date.now() - started, error: { code, message: messageOf(error) }, log })
      throw error
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map(pool => pool.close()))
  }

  private call(name: string, event: unknown, caller: Caller, requestId: string) {
    const { clock, appid, wxTokenOf } = this.options
    const config = this.configOf(name)
    const variables = callVariables(caller, { appid, apiToken: wxTokenOf(name) })
    return this.poolOf(config).call({
      event,
      context: this.contextOf(config, requestId, variables),
      environment: variables,
      clockOffsetMs: clock.offsetMs,
    })
  }

  /** The context object of SCF; `environment` is what `getCloudbaseContext` reads. */
  private contextOf(
    { name, timeout, memorySize }: FunctionConfig,
    requestId: string,
    variables: Record<string, string>,
  ) {
    const { envId } = this.options
    return {
      callbackWaitsForEmptyEventLoop: false,
      memory_limit_in_mb: memorySize,
      time_limit_in_ms: timeout * 1000,
      request_id: requestId,
      environment: JSON.stringify({ ...variables, TCB_ENV: envId, SCF_NAMESPACE: envId }),
      environ: `TCB_ENV=${envId};SCF_NAMESPACE=${envId}`,
      function_version: '$LATEST',
      function_name: name,
      namespace: envId,
      tencentcloud_region: REGION,
    }
  }

  private poolOf(config: FunctionConfig): Pool {
    const known = this.pools.get(config.name)
    if (known) return known
    const bundle = join(this.options.functionsDir, config.name, 'index.js')
    const pool = new Pool(config, bundle, this.runnerCode, () => this.processEnvironment(config))
    this.pools.set(config.name, pool)
    return pool
  }

  private configOf(name: string): FunctionConfig {
    if (!NAME.test(name)) throw new FunctionMissing(name)
    return this.options.configs.find(config => config.name === name) ?? defaultFunctionConfig(name)
  }

  private processEnvironment({ envVariables }: FunctionConfig): Record<string, string> {
    const { envId, credentials, adminUrl } = this.options
    return {
      PATH: process.env.PATH ?? '',
      TZ: 'UTC',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl() }),
      TENCENTCLOUD_RUNENV: 'SCF',
      SCF_NAMESPACE: envId,
      TCB_ENV: envId,
      TENCENTCLOUD_REGION: REGION,
      TENCENTCLOUD_SECRETID: credentials.secretId,
      TENCENTCLOUD_SECRETKEY: credentials.secretKey,
      ...envVariables,
    }
  }
}
