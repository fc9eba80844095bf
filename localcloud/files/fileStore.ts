import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { InvalidParam } from '../values/errors'

const DEFAULT_VALIDITY_S = 7200
/** An upload is meant to follow at once. */
const UPLOAD_VALIDITY_S = 900

/** The three headers a PUT to an upload address carries, as COS wants them from a client of CloudBase. */
export interface UploadPermit {
  readonly authorization: string
  /** `x-cos-security-token` */
  readonly token: string
  /** `x-cos-meta-fileid` */
  readonly cosFileId: string
}

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

  /** `sign` and `t` of a temporary address to read from. */
  sign(path: string, validSeconds = DEFAULT_VALIDITY_S): { sign: string; t: string } {
    const until = this.secondsFromNow(validSeconds)
    return { sign: this.signature('get', path, until), t: until }
  }

  isSigned(path: string, sign: string, until: string): boolean {
    return this.isFresh(until) && isSame(sign, this.signature('get', path, until))
  }

  /** Allows whoever holds it to put one file at this path, for a quarter of an hour. */
  permitUpload(path: string): UploadPermit {
    return this.uploadPermit(path, this.secondsFromNow(UPLOAD_VALIDITY_S))
  }

  isPermitted(path: string, given: UploadPermit): boolean {
    const until = /q-sign-time=(\d+)/.exec(given.authorization)?.[1] ?? '0'
    const expected = this.uploadPermit(path, until)
    return (
      this.isFresh(until) &&
      isSame(given.authorization, expected.authorization) &&
      isSame(given.token, expected.token) &&
      isSame(given.cosFileId, expected.cosFileId)
    )
  }

  private uploadPermit(path: string, until: string): UploadPermit {
    return {
      authorization: `q-sign-time=${until}&q-signature=${this.signature('put', path, until)}`,
      token: this.signature('token', path, until),
      cosFileId: this.signature('fileid', path, until),
    }
  }

  private secondsFromNow(seconds: number): string {
    return String(Math.floor(this.nowMs() / 1000) + seconds)
  }

  private isFresh(until: string): boolean {
    return Number(until) * 1000 >= this.nowMs()
  }

  private signature(purpose: string, path: string, until: string): string {
    return createHmac('sha256', this.key).update(`${purpose}\n${path}\n${until}`).digest('hex')
  }

  private file(path: string): string {
    return join(this.directory, this.assertPath(path))
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
