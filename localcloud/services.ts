import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { MovedClock } from './clock/movedClock'
import { loadClock } from './clock/savedClock'
import { FileStore } from './files/fileStore'
import type { FunctionConfig } from './functions/functionConfig'
import { Functions } from './functions/functions'
import { RecentCalls } from './functions/recentCalls'
import type { LocalcloudOptions } from './options'
import { APPID, CREDENTIALS, DEFAULT_SENSITIVE_WORDS, ENV_ID } from './options'
import { Personas } from './personas'
import { loadPersonas } from './savedPersonas'
import { Documents } from './store/documents'
import { ScanWarnings } from './store/scanWarnings'
import type { Store } from './store/store'
import { Transactions } from './store/transaction'
import { Timers } from './timers/timers'
import { Faults } from './wechat/faults'
import { FunctionTokens } from './wechat/functionToken'
import { Mailbox } from './wechat/mailbox'
import { OpenApi } from './wechat/openApi'
import type { Template } from './wechat/templates'

/** Everything that answers behind the one address. */
export interface Services {
  readonly store: Store
  readonly documents: Documents
  readonly transactions: Transactions
  readonly scans: ScanWarnings
  readonly clock: MovedClock
  readonly functions: Functions
  readonly timers: Timers
  readonly calls: RecentCalls
  readonly personas: Personas
  readonly templates: Template[]
  readonly mailbox: Mailbox
  readonly faults: Faults
  readonly openApi: OpenApi
  readonly tokens: FunctionTokens
  readonly files: FileStore
  /** When each openid last called a function, in milliseconds. */
  readonly visits: Map<string, number>
  /** The message with which the database refuses everything, if the console says so. */
  readonly databaseFault: { message: string | null }
}

/** @param adminUrl where the functions find the gateway; asked only when one is started */
export async function createServices(
  options: LocalcloudOptions,
  store: Store,
  configs: readonly FunctionConfig[],
  adminUrl: () => string,
): Promise<Services> {
  const functionsDir = resolve(options.functionsDir)
  const clock = loadClock(store)
  const transactions = new Transactions(store)
  const scans = new ScanWarnings(line => options.log?.(`[索引] ${line}`))
  const calls = new RecentCalls()
  const tokens = new FunctionTokens(randomSecret())
  const functions = await Functions.create({
    functionsDir,
    configs,
    envId: ENV_ID,
    appid: APPID,
    credentials: CREDENTIALS,
    adminUrl,
    clock,
    calls,
    wxTokenOf: name => tokens.issue(name),
  })
  const wechat = createWeChat(options, store, clock, functionsDir)
  return {
    ...wechat,
    store,
    documents: new Documents(store, transactions, scans.listener),
    transactions,
    scans,
    clock,
    functions,
    timers: new Timers(functions, clock),
    calls,
    tokens,
    files: new FileStore(join(options.dataDir, 'files'), ENV_ID, randomSecret(), () => clock.now()),
    databaseFault: { message: null },
  }
}

function createWeChat(options: LocalcloudOptions, store: Store, clock: MovedClock, functionsDir: string) {
  const personas = new Personas(options.personas, loadPersonas(store))
  const templates = [...options.templates]
  const mailbox = new Mailbox(store)
  const faults = new Faults()
  const visits = new Map<string, number>()
  const openApi = new OpenApi({
    mailbox,
    personas,
    templates: () => templates,
    clock,
    sensitiveWords: options.sensitiveWords ?? DEFAULT_SENSITIVE_WORDS,
    faults,
    functionsDir,
    lastVisit: openid => visits.get(openid),
  })
  return { personas, templates, mailbox, faults, visits, openApi }
}

function randomSecret(): string {
  return randomBytes(16).toString('hex')
}
