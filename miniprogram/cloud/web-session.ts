/** What a sign-in brings: a token, and until when it holds, in milliseconds by this phone's clock. */
export type Session = { token: string; endsAt: number }

export type SessionWays = {
  signIn: () => Promise<Session>
  /** The session kept from an earlier visit. */
  kept: () => Session | null
  keep: (session: Session) => void
  /** This phone's clock, in milliseconds. */
  now: () => number
}

/** What the gateway answered: its status and the body. */
export type Reply = { statusCode: number; data: unknown }

/** CloudBase's words for a token that no longer holds; its documentation does not say under which status. */
const REFUSED_TOKENS = ['INVALID_ACCESS_TOKEN', 'ACCESS_TOKEN_EXPIRED']
/** A token about to end is not sent: it would end on the way. */
const MARGIN_MS = 60_000

/**
 * A visitor's sign-in, made when first needed and kept across visits. The function it answers sends a request
 * under the token; where the gateway refuses the token, it signs in anew and sends once more. Calls that need a
 * sign-in at the same time share one.
 */
export function webSession(ways: SessionWays): (send: (token: string) => Promise<Reply>) => Promise<Reply> {
  let current: Session | null = null
  let coming: Promise<Session> | null = null

  const signedIn = (): Promise<Session> => {
    coming ??= ways
      .signIn()
      .then(session => {
        current = session
        ways.keep(session)
        return session
      })
      .finally(() => {
        coming = null
      })
    return coming
  }

  const tokenOtherThan = async (refused: string | null): Promise<string> => {
    current ??= ways.kept()
    const serves = current && current.token !== refused && current.endsAt - MARGIN_MS > ways.now()
    return current && serves ? current.token : (await signedIn()).token
  }

  return async send => {
    const token = await tokenOtherThan(null)
    const reply = await send(token)
    return isRefused(reply) ? send(await tokenOtherThan(token)) : reply
  }
}

function isRefused({ statusCode, data }: Reply): boolean {
  if (statusCode === 401) return true
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : null
  return REFUSED_TOKENS.some(one => one === code)
}
