import { Agent, createServer, request as send } from 'node:http'
import { sdkFor } from '../../localcloud/support/cloud'

type Db = ReturnType<ReturnType<typeof sdkFor>['database']>

/** A request as the unmodified SDK signed and sent it; its signature is good for ten minutes. */
export interface Recorded {
  readonly path: string
  readonly headers: string[]
  readonly body: Buffer
}

const NOTHING = JSON.stringify({ requestId: '', data: { list: [] } })

/** What the SDK sends for each of so many calls. Sent again, it costs the client little and the server the same. */
export async function recorded(
  times: number,
  call: (db: Db, n: number) => Promise<unknown>,
): Promise<Recorded[]> {
  const requests: Recorded[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      requests.push({ path: request.url ?? '', headers: request.rawHeaders, body: Buffer.concat(chunks) })
      response.end(NOTHING)
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const db = sdkFor(`http://127.0.0.1:${port}`).database()
  for (let n = 0; n < times; n++) await call(db, n)
  server.closeAllConnections()
  server.close()
  return requests
}

/** Sends recorded requests to a port; each answer is read whole. */
export class Replay {
  private readonly agent = new Agent({ keepAlive: true })

  constructor(private readonly port: number) {}

  /** @throws Error when the answer is a refusal */
  send({ path, headers, body }: Recorded): Promise<void> {
    return new Promise((resolve, reject) => {
      const sent = send(
        {
          host: '127.0.0.1',
          port: this.port,
          method: 'POST',
          path,
          headers,
          agent: this.agent,
          setHost: false,
        },
        response => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString()
            if (text.includes('"list":["')) resolve()
            else reject(new Error(`the server answered ${text.slice(0, 200)}`))
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}
