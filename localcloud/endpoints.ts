import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { ConsoleApi } from './console/consoleApi'
import { ConsolePage } from './console/consolePage'
import { AdminEndpoint } from './gateway/adminEndpoint'
import { FunctionsEndpoint } from './gateway/functionsEndpoint'
import type { Endpoints } from './gateway/server'
import { SignInEndpoint } from './gateway/signInEndpoint'
import { StaticSite } from './gateway/staticSite'
import { StorageEndpoint } from './gateway/storageEndpoint'
import { VisitorTokens } from './gateway/visitorTokens'
import type { LocalcloudOptions } from './options'
import { CREDENTIALS, DEFAULT_DUE_FIELDS, ENV_ID } from './options'
import type { Services } from './services'
import type { TimerRun } from './timers/timers'
import { CloudError } from './values/errors'

/** What answers at which part of the address. */
export async function createEndpoints(
  options: LocalcloudOptions,
  services: Services,
  origin: () => string,
  setClock: (instantMs: number | null) => Promise<TimerRun[]>,
): Promise<Endpoints> {
  const onDefect = (error: unknown) => options.log?.(`[localcloud] ${describeDefect(error)}`)
  const admin = createAdmin(services, origin, onDefect)
  const visitors = new VisitorTokens(randomBytes(16).toString('hex'), () => services.clock.now())
  const signIn = new SignInEndpoint(visitors)
  const functionCalls = new FunctionsEndpoint({
    ...services,
    visitors,
    onVisit: openid => services.visits.set(openid, services.clock.now()),
    onDefect,
  })
  const consoleApi = new ConsoleApi({
    ...services,
    setClock,
    dueFields: options.dueFields ?? DEFAULT_DUE_FIELDS,
  })
  const page = await ConsolePage.build()
  const storage = new StorageEndpoint(services.files)
  const site = new StaticSite(resolve(options.h5Dir))
  return {
    admin: (request, response) => admin.handle(request, response),
    signIn: (request, response) => signIn.handle(request, response),
    callFunction: (name, request, response) => functionCalls.handle(name, request, response),
    storage: (url, request, response) => storage.handle(url, request, response),
    consoleApi: (url, request, response) => consoleApi.handle(url, request, response),
    consolePage: (pathname, _request, response) => page.handle(pathname, response),
    site: (pathname, request, response) => site.handle(pathname, request, response),
  }
}

function createAdmin(
  services: Services,
  origin: () => string,
  onDefect: (error: unknown) => void,
): AdminEndpoint {
  const { store, documents, transactions, clock, files, databaseFault } = services
  return new AdminEndpoint({
    ...services,
    credentials: CREDENTIALS,
    envId: ENV_ID,
    isPlausible: (instant, tolerance) => clock.isPlausible(instant, tolerance),
    database: () => ({ store, documents, transactions, now: clock.now() }),
    storage: () => ({ files, origin: origin() }),
    onDefect,
    beforeDatabase() {
      if (databaseFault.message !== null)
        throw new CloudError('DATABASE_REQUEST_FAILED', databaseFault.message)
    },
  })
}

function describeDefect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
