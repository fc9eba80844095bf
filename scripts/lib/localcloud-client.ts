import { request } from 'node:http'
import * as z from 'zod'

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
])
export type FunctionAnswer = z.infer<typeof answer>

/** One running localcloud, seen from outside: its functions as an app calls them, and its console. */
export type LocalcloudClient = ReturnType<typeof localcloudClient>

/** `address` is `http://127.0.0.1:<port>`. Every call throws where the HTTP status is not 2xx. */
export function localcloudClient(address: string) {
  return {
    address,

    /** Calls a function as the web app does, as the person to whom the token belongs. */
    async call(name: string, token: string, event: object): Promise<FunctionAnswer> {
      const headers = { authorization: `Bearer ${token}` }
      return answer.parse(await exchange(`${address}/v1/functions/${name}`, event, headers))
    },

    /** Sets the clock of everything to `now` (an ISO instant, or null for real time) and runs the timers due. */
    async moveClock(now: string | null): Promise<unknown> {
      return exchange(`${address}/console/api/clock`, { now })
    },

    /** An answer of the console's own pages of data: `clock`, `personas`, `inbox?persona=…`. */
    async console(path: string, body?: object): Promise<unknown> {
      return exchange(`${address}/console/api/${path}`, body)
    },
  }
}

/** GET without a body, POST with one. node:http, because the simulator's DOM hides `fetch`. */
function exchange(url: string, body?: object, headers: Record<string, string> = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const method = body ? 'POST' : 'GET'
    const sent = request(url, { method, headers: { 'content-type': 'application/json', ...headers } })
    sent.once('error', reject)
    sent.once('response', response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString()
        const status = response.statusCode ?? 0
        if (status >= 200 && status < 300) resolve(JSON.parse(text))
        else reject(new Error(`${method} ${url} answered ${status}: ${text.slice(0, 500)}`))
      })
    })
    sent.end(body && JSON.stringify(body))
  })
}
