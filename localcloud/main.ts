import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { callerOf } from './callerOf'
import { loadClock, saveClock } from './clock/savedClock'
import { ConsoleApi } from './console/consoleApi'
import { ConsolePage } from './console/consolePage'
import { FileStore } from './files/fileStore'
import { readFunctionConfigs } from './functions/functionConfig'
import type { Invocation } from './functions/functions'
import { Functions } from './functions/functions'
import { RecentCalls } from './functions/recentCalls'
import { AdminEndpoint } from './gateway/adminEndpoint'
import { FunctionsEndpoint } from './gateway/functionsEndpoint'
import { createGatewayServer, LOOPBACK, listen } from './gateway/server'
import { StaticSite } from './gateway/staticSite'
import { StorageEndpoint } from './gateway/storageEndpoint'
import type { LocalcloudOptions } from './options'
import { APPID, CREDENTIALS, DEFAULT_SENSITIVE_WORDS, DEFAULT_TRANSITIONS, ENV_ID } from './options'
import { Personas } from './personas'
import { Documents } from './store/documents'
import { readIndexManifest } from './store/manifest'
import { openDatabase } from './store/openDatabase'
import { ScanWarnings } from './store/scanWarnings'
import { Store } from './store/store'
import { Transactions } from './store/transaction'
import type { TimerRun } from './timers/timers'
import { Timers } from './timers/timers'
import { CloudError, messageOf } from './values/errors'
import type { Document } from './values/value'
import { Faults } from './wechat/faults'
import { FunctionTokens } from './wechat/functionToken'
import { Mailbox } from './wechat/mailbox'
import { OpenApi } from './wechat/openApi'

export type { LocalcloudOptions } from './options'
export { APPID, CREDENTIALS, ENV_ID } from './options'

export interface Localcloud {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly store: Store
  /** Writes whole documents by `_id`, making the collection when it is missing. */
  importDocuments(collection: string, documents: Document[]): Promise<number>
  /** Calls a function as a persona (its id), as the web app would. */
  callFunction(name: string, event: unknown, personaId: string): Promise<Invocation>
  /** Sets the clock and fires the timers in two rounds; `null` goes back to real time. */
  setClock(instantMs: number | null): Promise<TimerRun[]>
  close(): Promise<void>
}

/**
 * Starts CloudBase on this machine: database, functions, storage, WeChat and the web app at one address.
 * @throws CannotStart with a sentence for the person who started it
 */
export async function startLocalcloud(options: LocalcloudOptions): Promise<Localcloud> {
  const { log = () => {}, indexManifest } = options
  const manifest = typeof indexManifest === 'string' ? readIndexManifest(indexManifest) : indexManifest
  const configs = readFunctionConfigs(options.cloudbaserc)
  const store = new Store(openDatabase(options.dataDir))
  try {
    await store.commits.run(() => store.applyManifest(manifest))
    return await assemble(options, store, configs, log)
  } catch (error) {
    store.close()
    throw error
  }
}

async function assemble(
  options: LocalcloudOptions,
  store: Store,
  configs: ReturnType<typeof readFunctionConfigs>,
  log: (line: string) => void,
): Promise<Localcloud> {
  const functionsDir = resolve(options.functionsDir)
  const sensitiveWords = options.sensitiveWords ?? DEFAULT_SENSITIVE_WORDS
  const clock = loadClock(store)
  const personas = new Personas(options.personas)
  const templates = [...options.templates]
  const transactions = new Transactions(store)
  const scans = new ScanWarnings(line => log(`[索引] ${line}`))
  const documents = new Documents(store, transactions, scans.listener)
  const calls = new RecentCalls()
  const mailbox = new Mailbox(store)
  const faults = new Faults()
  const databaseFault: { message: string | null } = { message: null }
  const visits = new Map<string, number>()
  const tokens = new FunctionTokens(randomBytes(16).toString('hex'))
  const files = new FileStore(join(options.dataDir, 'files'), ENV_ID, randomBytes(16).toString('hex'), () =>
    clock.now(),
  )
  let origin = ''

  const functions = await Functions.create({
    functionsDir,
    configs,
    envId: ENV_ID,
    appid: APPID,
    credentials: CREDENTIALS,
    adminUrl: () => `${origin}/admin`,
    clock,
    calls,
    wxTokenOf: name => tokens.issue(name),
  })
  const timers = new Timers(functions, clock)
  const openApi = new OpenApi({
    mailbox,
    personas,
    templates: () => templates,
    clock,
    sensitiveWords,
    faults,
    functionsDir,
    lastVisit: openid => visits.get(openid),
  })
  const onDefect = (error: unknown) =>
    log(`[localcloud] ${error instanceof Error ? (error.stack ?? '') : error}`)
  const admin = new AdminEndpoint({
    credentials: CREDENTIALS,
    envId: ENV_ID,
    isPlausible: (instant, tolerance) => clock.isPlausible(instant, tolerance),
    database: () => ({ store, documents, transactions, now: clock.now() }),
    storage: () => ({ files, origin }),
    functions,
    openApi,
    tokens,
    onDefect,
    beforeDatabase: async () => {
      if (databaseFault.message !== null)
        throw new CloudError('DATABASE_REQUEST_FAILED', databaseFault.message)
    },
  })
  const functionsEndpoint = new FunctionsEndpoint({
    functions,
    personas,
    onVisit: openid => visits.set(openid, clock.now()),
    onDefect,
  })
  const setClock = async (instantMs: number | null): Promise<TimerRun[]> => {
    const before = clock.now()
    clock.set(instantMs)
    await saveClock(store, clock)
    timers.noticeJump()
    const isForward = clock.now() >= before
    return isForward ? timers.fireTwoRounds() : []
  }
  const consoleApi = new ConsoleApi({
    clock,
    setClock,
    personas,
    templates,
    mailbox,
    faults,
    timers,
    functions,
    calls,
    store,
    documents,
    warnings: () => scans.list(),
    databaseFault,
    transitions: options.transitions ?? DEFAULT_TRANSITIONS,
  })
  const page = await ConsolePage.build()
  const site = new StaticSite(resolve(options.h5Dir))
  const storage = new StorageEndpoint(files)
  const server = createGatewayServer({
    admin: (request, response) => admin.handle(request, response),
    callFunction: (name, request, response) => functionsEndpoint.handle(name, request, response),
    storage: (url, request, response) => storage.handle(url, request, response),
    consoleApi: (url, request, response) => consoleApi.handle(url, request, response),
    consolePage: (pathname, _request, response) => page.handle(pathname, response),
    site: (pathname, request, response) => site.handle(pathname, request, response),
  })
  origin = `http://${LOOPBACK}:${await listen(server, options.port)}`
  if (options.schedule ?? true) timers.start()

  return {
    url: origin,
    store,
    async importDocuments(name, imported) {
      if (!store.hasCollection(name)) {
        await store.commits.run(() => {
          store.createCollection(name)
        })
      }
      return documents.importDocuments(store.collection(name), imported)
    },
    async callFunction(name, event, personaId) {
      const persona = personas.byId(personaId)
      if (!persona) throw new CloudError('INVALID_PARAM', `no persona ${personaId}`)
      return functions.invoke(name, event, callerOf(persona))
    },
    setClock,
    async close() {
      timers.stop()
      await functions.close()
      await timers.idle()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
      transactions.endAll()
      store.close()
    },
  }
}

export function startFailure(error: unknown): string {
  return `localcloud 没有启动：${messageOf(error)}`
}
