import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod/mini'
import { FUNCTION_CALLER } from '../functions/caller'
import type { Functions } from '../functions/functions'
import { CloudError, InvalidParam, messageOf } from '../values/errors'
import { ConnectionDropped } from '../wechat/faults'
import type { FunctionTokens } from '../wechat/functionToken'
import type { OpenApi } from '../wechat/openApi'
import { decodeArguments, encodeAnswer } from '../wechat/wire'
import type { AdminRequest } from './adminRequest'
import { readAdminRequest } from './adminRequest'
import { send, sendJson, sendListing } from './answers'
import { readBody } from './body'
import type { DatabaseContext } from './databaseActions'
import { databaseActions, Listing, read } from './databaseActions'
import { limits } from './limits'
import type { Credentials } from './signature'
import { checkSignature } from './signature'
import type { StorageContext } from './storageActions'
import { storageActions } from './storageActions'

export interface AdminOptions {
  readonly credentials: Credentials
  readonly envId: string
  readonly isPlausible: (instantMs: number, toleranceMs: number) => boolean
  readonly database: () => DatabaseContext
  readonly storage: () => StorageContext
  readonly functions: Functions
  readonly openApi: OpenApi
  readonly tokens: FunctionTokens
  /** Something failed that the caller's request cannot explain. */
  readonly onDefect: (error: unknown) => void
  /** The console may let the database fail, to show what a resident would see. @throws CloudError */
  readonly beforeDatabase: () => void
}

const invokeParams = z.object({ function_name: z.string(), request_data: z.optional(z.string()) })
const openApiParams = z.object({ apiName: z.string(), wxCloudApiToken: z.optional(z.string()) })

/** `POST /admin`: the protocol of CloudBase's server SDKs. A refusal is HTTP 200 with `{ code, message, requestId }`. */
export class AdminEndpoint {
  constructor(private readonly options: AdminOptions) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID()
    try {
      const body = await readBody(request, limits.adminBytes)
      const admin = readAdminRequest(request.headers, body)
      this.checkSignature(request, admin)
      if (admin.action === 'wx.openApi') return await this.callOpenApi(admin, response)
      const answer = await this.run(admin)
      if (answer instanceof Listing) {
        const { list, limit, offset } = answer
        sendListing(response, { requestId, limit, offset }, { limit, offset }, list)
      } else sendJson(response, 200, { requestId, ...answer })
    } catch (error) {
      if (error instanceof ConnectionDropped) {
        response.destroy()
        return
      }
      if (!(error instanceof CloudError)) this.options.onDefect(error)
      const code = error instanceof CloudError ? error.code : 'SYS_ERR'
      sendJson(response, 200, { code, message: messageOf(error), requestId })
    }
  }

  private checkSignature(request: IncomingMessage, { signed }: AdminRequest): void {
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const signedRequest = {
      hostAndPath: `${request.headers.host ?? ''}${path}`,
      query,
      headers: request.headers,
      params: signed,
    }
    checkSignature(signedRequest, this.options.credentials, this.options.isPlausible)
  }

  private async run({ action, params }: AdminRequest): Promise<Record<string, unknown> | Listing> {
    this.assertEnvironment(params)
    const database = databaseActions.get(action)
    if (database) {
      this.options.beforeDatabase()
      return database(params, this.options.database())
    }
    const storage = storageActions.get(action)
    if (storage) return storage(params, this.options.storage())
    if (action === 'functions.invokeFunction') return this.invokeFunction(params)
    throw new CloudError('INVALID_ACTION', `unknown action ${action} / 本地云不认识 ${action}`)
  }

  private assertEnvironment({ envName }: Record<string, unknown>): void {
    const isOwn = envName === undefined || envName === '' || envName === this.options.envId
    if (!isOwn) throw new CloudError('INVALID_ENV', `unknown environment ${String(envName)}`)
  }

  private async invokeFunction(params: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { function_name, request_data = '' } = read(invokeParams, params)
    if (Buffer.byteLength(request_data) > limits.callBytes) {
      throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `request_data is longer than ${limits.callBytes} bytes`)
    }
    const { result } = await this.options.functions.invoke(
      function_name,
      parseEvent(request_data),
      FUNCTION_CALLER,
    )
    return { data: { response_data: result } }
  }

  private async callOpenApi({ params, files }: AdminRequest, response: ServerResponse): Promise<void> {
    const { apiName, wxCloudApiToken = '' } = read(openApiParams, params)
    const functionName = this.options.tokens.verify(wxCloudApiToken)
    if (functionName === undefined)
      throw new CloudError('INVALID_REQUEST_SOURCE', 'wxCloudApiToken is not valid')
    const data = files.get('requestData')
    if (!data) throw new InvalidParam('requestData is missing')
    const answer = await this.options.openApi.call(apiName, functionName, decodeArguments(data))
    send(response, 200, 'application/octet-stream', encodeAnswer(answer))
  }
}

function parseEvent(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidParam('request_data is not JSON')
  }
}
