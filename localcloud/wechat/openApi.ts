import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Faults } from './faults'
import { patternPng } from './png'
import type { MessagingContext } from './subscribeMessage'
import { SubscribeMessages } from './subscribeMessage'
import type { WxAnswer } from './wire'
import { jsonAnswer } from './wire'
import { WxError, wxError } from './wxError'

export interface OpenApiOptions extends MessagingContext {
  readonly faults: Faults
  /** Holds `<name>/config.json` with `permissions.openapi` of each function. */
  readonly functionsDir: string
  /** When this person last used the mini-program, in milliseconds; `undefined` for never. */
  readonly lastVisit: (openid: string) => number | undefined
}

type Interface = (input: Record<string, unknown>) => Promise<WxAnswer> | WxAnswer

const NO_PERMISSION = -604101
const NOT_FOUND = -604100
const VISIT_WINDOW_MS = 2 * 60 * 60 * 1000
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

const codeSchema = z.object({
  scene: z.string(),
  page: z.optional(z.string()),
  width: z.optional(z.number().check(z.gte(280), z.lte(1280))),
})
const checkSchema = z.object({
  version: z.literal(2),
  openid: z.string(),
  scene: z.number().check(z.int(), z.gte(1), z.lte(4)),
  content: z.string().check(z.minLength(1)),
})
const linkSchema = z.object({
  page_url: z.string().check(z.minLength(1)),
  page_title: z.optional(z.string()),
  is_permanent: z.optional(z.boolean()),
})
const permissionsSchema = z.object({ permissions: z.object({ openapi: z.array(z.string()) }) })

/** WeChat's server interfaces as far as the project uses them. */
export class OpenApi {
  private readonly interfaces: Map<string, Interface>

  constructor(private readonly options: OpenApiOptions) {
    const messages = new SubscribeMessages(options)
    this.interfaces = new Map<string, Interface>([
      ['subscribeMessage.send', async input => jsonAnswer(await messages.send(input))],
      ['wxacode.getUnlimited', input => this.unlimitedCode(input)],
      ['security.msgSecCheck', input => this.checkText(input)],
      ['shortlink.generate', input => this.shortLink(input)],
    ])
  }

  /** Calls an interface for a function, if that function's `config.json` allows it. */
  async call(name: string, functionName: string, input: Record<string, unknown>): Promise<WxAnswer> {
    const found = this.interfaces.get(name)
    if (!found) return refusal(NOT_FOUND)
    if (!this.isPermitted(functionName, name)) return refusal(NO_PERMISSION)
    try {
      return await this.options.faults.around(async () => found(input))
    } catch (error) {
      if (error instanceof WxError) return jsonAnswer({ errcode: error.errcode, errmsg: error.errmsg })
      throw error
    }
  }

  private isPermitted(functionName: string, name: string): boolean {
    const file = join(this.options.functionsDir, functionName, 'config.json')
    if (!existsSync(file)) return false
    const parsed = permissionsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success && parsed.data.permissions.openapi.includes(name)
  }

  /** @throws WxError 40129, 41030, 47003 */
  private unlimitedCode(input: Record<string, unknown>): WxAnswer {
    const parsed = codeSchema.safeParse(input)
    if (!parsed.success) throw wxError(47003, parsed.error.issues[0]?.path.join('.'))
    const { scene, page = '', width = 430 } = parsed.data
    if (!SCENE.test(scene)) throw wxError(40129)
    const isPage = page === '' || /^[A-Za-z0-9_\-/]+$/.test(page)
    if (!isPage || page.startsWith('/')) throw wxError(41030)
    return { body: patternPng(`${page}?${scene}`, width), contentType: 'image/png' }
  }

  /** @throws WxError 61010 when the person was not in the mini-program within two hours, 45002, 47003 */
  private checkText(input: Record<string, unknown>): WxAnswer {
    const parsed = checkSchema.safeParse(input)
    if (!parsed.success) throw wxError(47003, parsed.error.issues[0]?.path.join('.'))
    const { openid, content } = parsed.data
    const { personas, clock, sensitiveWords, lastVisit } = this.options
    if (!personas.hasOpenid(openid)) throw wxError(40003)
    const visit = lastVisit(openid)
    if (visit === undefined || clock.now() - visit > VISIT_WINDOW_MS)
      throw new WxError(61010, 'code is expired')
    if ([...content].length > 2500) throw new WxError(45002, 'content size out of limit')
    const isRisky = sensitiveWords.some(word => content.includes(word))
    const result = isRisky ? { suggest: 'risky', label: 20001 } : { suggest: 'pass', label: 100 }
    return jsonAnswer({ errcode: 0, errmsg: 'ok', result, detail: [], trace_id: `local-${clock.now()}` })
  }

  private shortLink(input: Record<string, unknown>): WxAnswer {
    const parsed = linkSchema.safeParse(input)
    if (!parsed.success) throw wxError(47003, parsed.error.issues[0]?.path.join('.'))
    const { page_url, page_title = '阳光公示' } = parsed.data
    const code = Buffer.from(page_url).toString('base64url').slice(0, 11)
    return jsonAnswer({ errcode: 0, errmsg: 'ok', link: `#小程序://${page_title}/${code}` })
  }
}

function refusal(errorCode: number): WxAnswer {
  return { body: Buffer.alloc(0), contentType: 'application/json', errorCode }
}
