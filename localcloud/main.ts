import { callerOf } from './callerOf'
import { saveClock } from './clock/savedClock'
import { createEndpoints } from './endpoints'
import type { FunctionConfig } from './functions/functionConfig'
import { readFunctionConfigs } from './functions/functionConfig'
import type { Invocation } from './functions/functions'
import { createGatewayServer, LOOPBACK, listen } from './gateway/server'
import type { LocalcloudOptions } from './options'
import type { Services } from './services'
import { createServices } from './services'
import { readIndexManifest } from './store/manifest'
import { openDatabase } from './store/openDatabase'
import { Store } from './store/store'
import type { TimerRun } from './timers/timers'
import { CloudError, messageOf } from './values/errors'
import type { Document } from './values/value'

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
  const { indexManifest } = options
  const manifest = typeof indexManifest === 'string' ? readIndexManifest(indexManifest) : indexManifest
  const configs = readFunctionConfigs(options.cloudbaserc)
  const store = new Store(openDatabase(options.dataDir))
  try {
    await store.commits.run(() => store.applyManifest(manifest))
    return await serve(options, store, configs)
  } catch (error) {
    store.close()
    throw error
  }
}

/** The sentence for a terminal when the start failed. */
export function startFailure(error: unknown): string {
  return `localcloud 没有启动：${messageOf(error)}`
}

async function serve(
  options: LocalcloudOptions,
  store: Store,
  configs: readonly FunctionConfig[],
): Promise<Localcloud> {
  let origin = ''
  const services = await createServices(options, store, configs, () => `${origin}/admin`)
  const setClock = (instantMs: number | null) => moveClock(services, instantMs)
  const server = createGatewayServer(await createEndpoints(options, services, () => origin, setClock))
  origin = `http://${LOOPBACK}:${await listen(server, options.port)}`
  if (options.schedule ?? true) services.timers.start()
  return {
    url: origin,
    store,
    importDocuments: (collection, documents) => services.documents.importDocuments(collection, documents),
    callFunction: (name, event, personaId) => callAs(services, name, event, personaId),
    setClock,
    async close() {
      services.timers.stop()
      await services.functions.close()
      await services.timers.idle()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
      services.transactions.endAll()
      store.close()
    },
  }
}

/** Nothing is due when the clock goes back. */
async function moveClock({ clock, store, timers }: Services, instantMs: number | null): Promise<TimerRun[]> {
  const before = clock.now()
  clock.set(instantMs)
  await saveClock(store, clock)
  timers.noticeJump()
  const isForward = clock.now() >= before
  return isForward ? timers.fireTwoRounds() : []
}

async function callAs(
  { personas, functions, visits, clock }: Services,
  name: string,
  event: unknown,
  personaId: string,
) {
  const persona = personas.byId(personaId)
  if (!persona) throw new CloudError('INVALID_PARAM', `no persona ${personaId}`)
  if (persona.openid) visits.set(persona.openid, clock.now())
  return functions.invoke(name, event, callerOf(persona))
}
