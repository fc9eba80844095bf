import { createHmac, timingSafeEqual } from 'node:crypto'

/** The token by which WeChat's interfaces know which function calls: `name.signature`. */
export class FunctionTokens {
  constructor(private readonly secret: string) {}

  issue(functionName: string): string {
    return `${functionName}.${this.signature(functionName)}`
  }

  /** The function's name, or `undefined` for a token that was not issued here. */
  verify(token: string): string | undefined {
    const at = token.lastIndexOf('.')
    const name = token.slice(0, Math.max(at, 0))
    const given = Buffer.from(token.slice(at + 1))
    const expected = Buffer.from(this.signature(name))
    return given.length === expected.length && timingSafeEqual(given, expected) ? name : undefined
  }

  private signature(functionName: string): string {
    return createHmac('sha256', this.secret).update(`wx:${functionName}`).digest('hex')
  }
}
