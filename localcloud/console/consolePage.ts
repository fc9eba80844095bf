import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { build } from 'esbuild'
import { send } from '../gateway/answers'

interface Asset {
  readonly type: string
  readonly body: Buffer
}

const FOLDER = join(__dirname, 'page')

/** `/console`: one page without a framework, talking to `/console/api`. Its script is built once at the start. */
export class ConsolePage {
  private constructor(private readonly assets: ReadonlyMap<string, Asset>) {}

  static async build(): Promise<ConsolePage> {
    const { outputFiles } = await build({
      entryPoints: [join(FOLDER, 'app.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      logLevel: 'silent',
    })
    const script = Buffer.from(outputFiles[0]?.contents ?? [])
    const html = { type: 'text/html; charset=utf-8', body: readFileSync(join(FOLDER, 'console.html')) }
    return new ConsolePage(
      new Map<string, Asset>([
        ['/console', html],
        ['/console/', html],
        ['/console/app.js', { type: 'text/javascript; charset=utf-8', body: script }],
        ['/console/icon.svg', { type: 'image/svg+xml', body: readFileSync(join(FOLDER, 'icon.svg')) }],
        [
          '/console/console.css',
          { type: 'text/css; charset=utf-8', body: readFileSync(join(FOLDER, 'console.css')) },
        ],
      ]),
    )
  }

  handle(pathname: string, response: ServerResponse): void {
    const asset = this.assets.get(pathname)
    if (!asset) {
      send(response, 404, 'text/plain; charset=utf-8', Buffer.from('没有这个地址。/ Not found.'))
      return
    }
    send(response, 200, asset.type, asset.body, {
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    })
  }
}
