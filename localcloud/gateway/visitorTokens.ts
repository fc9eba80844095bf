import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Caller } from '../functions/caller'

export const VISITOR_TOKEN_SECONDS = 7200

/** Access tokens of visitors who signed in anonymously: `uuid.end.signature`, kept nowhere. */
export class VisitorTokens {
  /** @param now the console's clock, in milliseconds */
  constructor(
    private readonly secret: string,
    private readonly now: () => number,
  ) {}

  /** The same device is the same visitor, at every sign-in. */
  issue(deviceId: string): { uuid: string; token: string } {
    const uuid = createHash('sha256').update(deviceId).digest('base64url').slice(0, 22)
    const content = `${uuid}.${this.now() + VISITOR_TOKEN_SECONDS * 1000}`
    return { uuid, token: `${content}.${this.signature(content)}` }
  }

  /** Who calls under the token, or `undefined` where it was not issued here or has ended. */
  callerOf(token: string): Caller | undefined {
    const [uuid = '', end = '', given = ''] = token.split('.')
    const isOurs = isSame(given, this.signature(`${uuid}.${end}`))
    if (!isOurs || Number(end) <= this.now()) return undefined
    return { uuid, isAnonymous: true, source: 'tcb_http' }
  }

  private signature(content: string): string {
    return createHmac('sha256', this.secret).update(`visitor:${content}`).digest('base64url')
  }
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
