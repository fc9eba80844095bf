import { type Reply, type Session, webSession } from '../../../miniprogram/cloud/web-session'

const LIFE_MS = 7200_000

/** A gateway that knows which tokens hold, and a phone that keeps one session. */
class World {
  time = Date.parse('2026-10-12T01:00:00.000Z')
  signIns = 0
  sent: string[] = []
  stored: Session | null = null
  valid = new Set<string>()
  isClosed = false
  refusal: Reply = { statusCode: 401, data: { code: 'INVALID_ACCESS_TOKEN', message: 'no' } }

  open() {
    return webSession({
      signIn: this.signIn,
      kept: () => this.stored,
      keep: session => {
        this.stored = session
      },
      now: () => this.time,
    })
  }

  signIn = async (): Promise<Session> => {
    await Promise.resolve()
    if (this.isClosed) throw new Error('sign-in is closed')
    this.signIns += 1
    const token = `token-${this.signIns}`
    this.valid.add(token)
    return { token, endsAt: this.time + LIFE_MS }
  }

  send = async (token: string): Promise<Reply> => {
    this.sent.push(token)
    await Promise.resolve()
    return this.valid.has(token) ? { statusCode: 200, data: { ok: true } } : this.refusal
  }
}

describe('a visitor’s session on the web', () => {
  let world: World
  beforeEach(() => {
    world = new World()
  })

  it('signs in before the first request and keeps the session', async () => {
    const asVisitor = world.open()
    await asVisitor(world.send)
    await asVisitor(world.send)
    expect(world.sent).toEqual(['token-1', 'token-1'])
    expect(world.stored).toEqual({ token: 'token-1', endsAt: world.time + LIFE_MS })
  })

  it('uses the session of an earlier visit', async () => {
    await world.open()(world.send)
    await world.open()(world.send)
    expect(world.signIns).toBe(1)
  })

  it('signs in once for requests that set out together', async () => {
    const asVisitor = world.open()
    const replies = await Promise.all([1, 2, 3].map(() => asVisitor(world.send)))
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(world.signIns).toBe(1)
  })

  it('signs in anew shortly before the token ends', async () => {
    const asVisitor = world.open()
    await asVisitor(world.send)
    world.time += LIFE_MS - 60_000
    await asVisitor(world.send)
    expect(world.sent).toEqual(['token-1', 'token-2'])
  })

  it.each([
    ['401', { statusCode: 401, data: null }],
    ['CloudBase’s word for it', { statusCode: 403, data: { code: 'ACCESS_TOKEN_EXPIRED' } }],
  ])('renews a token refused with %s and sends again', async (_how, refusal) => {
    const asVisitor = world.open()
    await asVisitor(world.send)
    world.valid.clear()
    world.refusal = refusal
    expect(await asVisitor(world.send)).toMatchObject({ statusCode: 200 })
    expect(world.sent).toEqual(['token-1', 'token-1', 'token-2'])
  })

  it('renews once for requests that are refused together, one of them late', async () => {
    const asVisitor = world.open()
    await asVisitor(world.send)
    world.valid.clear()
    let release = () => {}
    const late = new Promise<void>(resolve => {
      release = resolve
    })
    const slow = asVisitor(async token => {
      const reply = await world.send(token)
      if (token === 'token-1') await late
      return reply
    })
    const quick = await Promise.all([asVisitor(world.send), asVisitor(world.send)])
    release()
    const replies = [...quick, await slow]
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(world.signIns).toBe(2)
  })

  it('sends twice at the most: a refusal of the new token is the answer', async () => {
    const asVisitor = world.open()
    const refusing = async (token: string) => {
      world.sent.push(token)
      return world.refusal
    }
    expect(await asVisitor(refusing)).toBe(world.refusal)
    expect(world.sent).toEqual(['token-1', 'token-2'])
  })

  it('gives any other failure back without a second request', async () => {
    const busy = { statusCode: 503, data: null }
    expect(await world.open()(async () => busy)).toBe(busy)
    expect(world.signIns).toBe(1)
  })

  it('tries the sign-in again after one that failed', async () => {
    const asVisitor = world.open()
    world.isClosed = true
    await expect(asVisitor(world.send)).rejects.toThrow('sign-in is closed')
    world.isClosed = false
    expect(await asVisitor(world.send)).toMatchObject({ statusCode: 200 })
  })
})
