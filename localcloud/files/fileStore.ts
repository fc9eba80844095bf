import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InvalidParam } from '../values/errors'

const DEFAULT_VALIDITY_S = 7200

/** The files of CloudBase storage, kept as plain files below the data folder. */
export class FileStore {
  private readonly key: Buffer

  constructor(
    private readonly directory: string,
    private readonly envId: string,
    secret: string,
    private readonly nowMs: () => number,
  ) {
    this.key = Buffer.from(secret)
  }

  fileId(path: string): string {
    return `cloud://${this.envId}.localcloud/${path}`
  }

  /** @throws InvalidParam for a file id of another place */
  pathOf(fileId: string): string {
    const prefix = this.fileId('')
    if (!fileId.startsWith(prefix)) throw new InvalidParam(`invalid fileID: ${fileId}`)
    return this.assertPath(fileId.slice(prefix.length))
  }

  /** A cloud path is relative and stays inside. @throws InvalidParam */
  assertPath(path: string): string {
    const parts = path.split('/')
    const isInside = parts.every(part => part !== '' && part !== '.' && part !== '..')
    if (!isInside || path.length > 512 || /[\\\0]/.test(path))
      throw new InvalidParam(`invalid cloudPath: ${path}`)
    return path
  }

  has(path: string): boolean {
    return existsSync(this.file(path))
  }

  size(path: string): number {
    return statSync(this.file(path)).size
  }

  read(path: string) {
    return createReadStream(this.file(path))
  }

  /** Durable and whole, or not at all. */
  async write(path: string, content: Buffer): Promise<void> {
    const file = this.file(path)
    mkdirSync(dirname(file), { recursive: true })
    const draft = `${file}.${randomBytes(6).toString('hex')}.draft`
    const handle = await open(draft, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  }

  remove(path: string): boolean {
    if (!this.has(path)) return false
    rmSync(this.file(path))
    return true
  }

  /** `sign` and `t` of a temporary address. */
  sign(path: string, method: 'get' | 'put', validSeconds = DEFAULT_VALIDITY_S): { sign: string; t: string } {
    const until = String(Math.floor(this.nowMs() / 1000) + validSeconds)
    return { sign: this.signature(path, method, until), t: until }
  }

  isSigned(path: string, method: 'get' | 'put', sign: string, until: string): boolean {
    const isFresh = Number(until) * 1000 >= this.nowMs()
    const expected = Buffer.from(this.signature(path, method, until))
    const given = Buffer.from(sign)
    return isFresh && expected.length === given.length && timingSafeEqual(expected, given)
  }

  private signature(path: string, method: string, until: string): string {
    return createHmac('sha256', this.key).update(`${method}\n${path}\n${until}`).digest('hex')
  }

  private file(path: string): string {
    return join(this.directory, this.assertPath(path))
  }
}
