import protobuf from 'protobufjs'
import * as z from 'zod/mini'
import { InvalidParam } from '../values/errors'

/** The messages that wx-server-sdk puts on the wire for `cloud.openapi.*`, with the SDK's field numbers. */
const schema = protobuf.parse(
  `
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
  `,
  { keepCase: true },
).root
const Request = schema.lookupType('CommApiData')
const Response = schema.lookupType('CommOpenApiResp')

const OPEN_API = 0
const requestSchema = z.object({
  apiType: z.optional(z.number()),
  openapiData: z.optional(
    z.object({ pairs: z.optional(z.array(z.object({ key: z.string(), value: z.string() }))) }),
  ),
})

/** The arguments of an OpenAPI call, snake case as WeChat has them. @throws InvalidParam */
export function decodeArguments(bytes: Uint8Array): Record<string, unknown> {
  const message = requestSchema.parse(Request.toObject(decode(bytes), { bytes: String, arrays: true }))
  if ((message.apiType ?? OPEN_API) !== OPEN_API)
    throw new InvalidParam(`wx apiType ${message.apiType} is not supported`)
  const pairs = message.openapiData?.pairs ?? []
  return Object.fromEntries(pairs.map(({ key, value }) => [key, parse(key, Buffer.from(value, 'base64'))]))
}

export interface WxAnswer {
  readonly body: Buffer
  readonly contentType: string
  /** A refusal by the platform itself, before WeChat's interface was reached. */
  readonly errorCode?: number
}

export function encodeAnswer({ body, contentType, errorCode = 0 }: WxAnswer): Uint8Array {
  return Response.encode(Response.create({ respData: body, contentType, errorCode, httpCode: 200 })).finish()
}

export function jsonAnswer(value: Record<string, unknown>): WxAnswer {
  return { body: Buffer.from(JSON.stringify(value)), contentType: 'application/json' }
}

function decode(bytes: Uint8Array) {
  try {
    return Request.decode(bytes)
  } catch {
    throw new InvalidParam('requestData is not a CommApiData message')
  }
}

function parse(key: string, value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'))
  } catch {
    throw new InvalidParam(`wx argument ${key} is not JSON`)
  }
}
