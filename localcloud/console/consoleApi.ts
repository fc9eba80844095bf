import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod/mini'
import { callerOf } from '../callerOf'
import type { MovedClock } from '../clock/movedClock'
import type { Functions } from '../functions/functions'
import type { RecentCalls } from '../functions/recentCalls'
import { sendJson } from '../gateway/answers'
import { readBody } from '../gateway/body'
import { limits } from '../gateway/limits'
import type { TransitionField } from '../options'
import type { Personas } from '../personas'
import { personaSchema } from '../personas'
import { parseSort } from '../query/sort'
import type { Documents } from '../store/documents'
import type { Store } from '../store/store'
import type { Timers } from '../timers/timers'
import { decodeEjson, encodeEjson } from '../values/ejson'
import { CloudError, InvalidParam, messageOf } from '../values/errors'
import type { Document } from '../values/value'
import { isDocument } from '../values/value'
import type { Faults } from '../wechat/faults'
import { faultSchema } from '../wechat/faults'
import type { Mailbox } from '../wechat/mailbox'
import type { Template } from '../wechat/templates'
import { templateSchema } from '../wechat/templates'

export interface ConsoleOptions {
  readonly clock: MovedClock
  /** Sets the clock for good and fires the timers; see `setClock` in main. */
  readonly setClock: (instantMs: number | null) => Promise<unknown>
  readonly personas: Personas
  readonly templates: Template[]
  readonly mailbox: Mailbox
  readonly faults: Faults
  readonly timers: Timers
  readonly functions: Functions
  readonly calls: RecentCalls
  readonly store: Store
  readonly documents: Documents
  readonly warnings: () => readonly string[]
  readonly databaseFault: { message: string | null }
  /** Where the project keeps the instants at which something happens by itself. */
  readonly transitions: TransitionField
}

type Route = (url: URL, body: () => Promise<unknown>, authorization: string) => Promise<unknown> | unknown

const clockSchema = z.object({ now: z.nullable(z.string()) })
const ownConsentSchema = z.object({
  results: z.record(z.string(), z.enum(['accept', 'reject', 'ban', 'filter', 'acceptWithAudio'])),
})
const consentSchema = z.extend(ownConsentSchema, { persona: z.string() })
const timerSchema = z.object({
  times: z.optional(z.union([z.literal(1), z.literal(2)])),
  hold: z.optional(z.boolean()),
})
const importSchema = z.object({ collection: z.string(), documents: z.array(z.unknown()) })
const removeSchema = z.object({ collection: z.string(), id: z.unknown() })
const callSchema = z.object({
  name: z.string(),
  persona: z.string(),
  event: z.record(z.string(), z.unknown()),
})
const databaseFaultSchema = z.object({ message: z.nullable(z.string()) })

/** `/console/api/…`: what the console page and the tests steer the machine with. Loopback only, like all of it. */
export class ConsoleApi {
  private readonly routes: Map<string, Route>

  constructor(private readonly options: ConsoleOptions) {
    const { calls, personas, templates, faults, timers, warnings, databaseFault } = options
    this.routes = new Map<string, Route>([
      ['GET personas', () => personas.list()],
      ['POST personas', async (_url, body) => this.addPersona(await body())],
      ['GET clock', () => this.clockState()],
      ['POST clock', async (_url, body) => this.setClock(await body())],
      ['GET clock/next', () => this.nextTransition()],
      ['GET functions', () => this.options.functions.names()],
      ['POST functions/call', async (_url, body) => this.callFunction(await body())],
      ['GET inbox', url => this.options.mailbox.inbox(this.openidOf(url.searchParams.get('persona')))],
      ['GET wechat/templates', () => templates],
      ['POST wechat/templates', async (_url, body) => this.registerTemplates(await body())],
      [
        'GET wechat/credits',
        url => this.options.mailbox.credits(this.openidOf(url.searchParams.get('persona'))),
      ],
      ['POST wechat/consent', async (_url, body) => this.recordConsent(await body())],
      [
        'POST consent',
        async (_url, body, authorization) => this.recordOwnConsent(await body(), authorization),
      ],
      ['GET wechat/faults', () => faults.current],
      ['POST wechat/faults', async (_url, body) => this.setFaults(await body())],
      ['GET database/fault', () => databaseFault],
      ['POST database/fault', async (_url, body) => this.setDatabaseFault(await body())],
      ['GET timers', () => timers.list()],
      ['GET calls', () => calls.list()],
      ['GET warnings', () => warnings()],
      ['GET collections', () => this.collections()],
      ['GET export', url => this.exportCollection(url)],
      ['POST remove', async (_url, body) => this.removeDocument(await body())],
      ['POST import', async (_url, body) => this.importDocuments(await body())],
    ])
  }

  async handle(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      sendJson(response, 200, (await this.dispatch(url, request)) ?? { ok: true })
    } catch (error) {
      const code = error instanceof CloudError ? error.code : 'SYS_ERR'
      const status = code === 'NOT_FOUND' ? 404 : code === 'SYS_ERR' ? 500 : 400
      sendJson(response, status, { code, message: messageOf(error) })
    }
  }

  private async dispatch(url: URL, request: IncomingMessage): Promise<unknown> {
    const name = url.pathname.slice('/console/api/'.length)
    const body = async () => parseJson(await readBody(request, limits.adminBytes))
    if (request.method === 'POST') requireJson(request)
    const timer = /^timers\/([a-zA-Z0-9_-]+)$/.exec(name)?.[1]
    if (timer !== undefined && request.method === 'POST') return this.fireTimer(timer, await body())
    const route = this.routes.get(`${request.method} ${name}`)
    if (!route) throw new CloudError('NOT_FOUND', `no ${request.method} ${name} / 没有这个接口`)
    return route(url, body, request.headers.authorization ?? '')
  }

  private clockState() {
    const { clock } = this.options
    return { now: clock.nowIso(), offsetMs: clock.offsetMs, isReal: clock.offsetMs === 0 }
  }

  private async setClock(body: unknown) {
    const { now } = check(clockSchema, body)
    const instant = now === null ? null : Date.parse(now)
    if (instant !== null && Number.isNaN(instant))
      throw new InvalidParam('now 要写成 ISO 时刻 / now is not an ISO instant')
    const ran = await this.options.setClock(instant)
    return { ...this.clockState(), ran }
  }

  /** The next instant at which something opens or closes by itself, or null. */
  private nextTransition() {
    const { store, documents, clock, transitions } = this.options
    if (!store.hasCollection(transitions.collection)) return { at: null }
    const [next] = documents.find(store.collection(transitions.collection), {
      query: { [transitions.field]: { $gt: clock.nowIso() } },
      sort: parseSort({ [transitions.field]: 1 }),
      projection: undefined,
      skip: 0,
      limit: 1,
    })
    return { at: next?.document[transitions.field] ?? null }
  }

  private async callFunction(body: unknown) {
    const { name, persona: id, event } = check(callSchema, body)
    const persona = this.options.personas.byId(id)
    if (!persona) throw new InvalidParam(`没有身份 ${id} / no persona ${id}`)
    const { result } = await this.options.functions.invoke(name, event, callerOf(persona))
    return { answer: JSON.parse(result) }
  }

  private addPersona(body: unknown) {
    const persona = check(personaSchema, body)
    this.options.personas.add(persona)
    return persona
  }

  private registerTemplates(body: unknown): void {
    const { templates } = this.options
    for (const template of check(z.array(templateSchema), body)) {
      const at = templates.findIndex(({ templateId }) => templateId === template.templateId)
      if (at >= 0) templates[at] = template
      else templates.push(template)
    }
  }

  private async recordConsent(body: unknown) {
    const { persona, results } = check(consentSchema, body)
    const openid = this.openidOf(persona)
    for (const [templateId, result] of Object.entries(results)) {
      const template = this.options.templates.find(other => other.templateId === templateId)
      if (!template) throw new InvalidParam(`没有模板 ${templateId} / no template ${templateId}`)
      // WeChat filters a template with the title of another one: nothing was asked, nothing gained.
      if (result === 'filter') continue
      await this.options.mailbox.recordConsent(
        openid,
        template,
        result === 'acceptWithAudio' ? 'accept' : result,
      )
    }
    return this.options.mailbox.credits(openid)
  }

  /** The web app's stand-in for `wx.requestSubscribeMessage`: the person is the one of the token. */
  private async recordOwnConsent(body: unknown, authorization: string) {
    const persona = this.options.personas.byToken(authorization.replace(/^Bearer\s+/i, ''))
    if (!persona) throw new InvalidParam('没有这个身份 / the token is not valid')
    const { results } = check(ownConsentSchema, body)
    return { ok: true, credits: await this.recordConsent({ persona: persona.id, results }) }
  }

  private setFaults(body: unknown) {
    this.options.faults.set(check(faultSchema, body))
    return this.options.faults.current
  }

  private setDatabaseFault(body: unknown) {
    this.options.databaseFault.message = check(databaseFaultSchema, body).message
    return this.options.databaseFault
  }

  private async fireTimer(name: string, body: unknown) {
    const { times, hold } = check(timerSchema, body)
    const { timers } = this.options
    if (!timers.has(name)) throw new CloudError('NOT_FOUND', `${name} 没有定时器 / ${name} has no timer`)
    if (hold !== undefined) timers.hold(name, hold)
    const ran = times === undefined ? [] : await timers.fire(name, times)
    return { ran }
  }

  private collections() {
    return this.options.store.listCollections().map(({ name, documents, indexes }) => ({
      name,
      documents,
      indexes: indexes.map(index => ({
        name: index.name,
        keys: index.fields.map(field => [field.name, field.direction]),
        unique: index.unique,
      })),
    }))
  }

  private exportCollection(url: URL) {
    const collection = this.options.store.collection(url.searchParams.get('collection') ?? '')
    const filter = decodeEjson(url.searchParams.get('query') ?? '{}', this.options.clock.now())
    if (!isDocument(filter)) throw new InvalidParam('query 要是一个对象 / query is not an object')
    const limit = Number(url.searchParams.get('limit') ?? Number.POSITIVE_INFINITY)
    const skip = Number(url.searchParams.get('skip') ?? 0)
    const found = this.options.documents.find(collection, {
      query: filter,
      sort: [],
      projection: undefined,
      skip,
      limit,
    })
    const documents: unknown[] = found.map(({ body, document }) => JSON.parse(body ?? encodeEjson(document)))
    return { collection: collection.name, total: this.options.documents.count(collection, filter), documents }
  }

  /** Upserts whole documents by `_id`; a collection that is missing is made. EJSON types are understood. */
  private async importDocuments(body: unknown) {
    const { collection: name, documents } = check(importSchema, body)
    const decoded: Document[] = documents.map(document => {
      const value = decodeEjson(JSON.stringify(document), this.options.clock.now())
      if (!isDocument(value)) throw new InvalidParam('documents 要都是对象 / documents holds something else')
      return value
    })
    return { imported: await this.options.documents.importDocuments(name, decoded) }
  }

  private async removeDocument(body: unknown) {
    const { collection, id } = check(removeSchema, body)
    const query = { _id: decodeEjson(JSON.stringify(id), this.options.clock.now()) }
    return {
      removed: await this.options.documents.remove(this.options.store.collection(collection), query, false),
    }
  }

  /** @throws InvalidParam for somebody who is not in WeChat */
  private openidOf(personaId: string | null): string {
    const persona = this.options.personas.byId(personaId ?? '')
    if (!persona) throw new InvalidParam(`没有身份 ${personaId} / no persona ${personaId}`)
    if (!persona.openid)
      throw new InvalidParam(`${persona.name_zh} 不是微信用户 / ${persona.id} is not a WeChat user`)
    return persona.openid
  }
}

/** A page of another site cannot send this type without asking first, and is never answered. */
function requireJson(request: IncomingMessage): void {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
    throw new InvalidParam('content-type 要是 application/json / content-type has to be application/json')
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
  } catch {
    throw new InvalidParam('请求不是 JSON / the body is not JSON')
  }
}

function check<T extends z.ZodMiniType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new InvalidParam(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`)
}
