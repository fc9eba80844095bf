import { type ApplyDraft, newDraft } from '../../../miniprogram/applying/draft'
import { Sender, type SenderWays } from '../../../miniprogram/applying/sender'
import type { Problem } from '../../../miniprogram/cloud/errors'

const ID = 'application000000000001'
const NOW = '2026-11-22T02:00:00.000Z'
const lost: Problem = {
  code: 'UNREACHABLE',
  title: '没打开',
  message: '现在连不上，过一会儿再试。',
  passes: true,
}
const offline: Problem = {
  code: 'OFFLINE',
  title: '没打开',
  message: '手机没有网。连上网再试。',
  passes: true,
}
const twice: Problem = {
  code: 'CONFLICT',
  title: '没打开',
  message: '这一户今年已经在办这件事。',
  passes: false,
}

class Lost extends Error {}
class Refused extends Error {}

/** A draft with two photos, as it lies on the phone. */
function draft(): ApplyDraft {
  const begun = newDraft(
    {
      id: ID,
      district: 'example',
      procedure: 'A.1',
      procedureName: '低收入农户认定',
      start: 'apply',
      whose: '',
      example: false,
      changedAt: NOW,
    },
    { way: 'self', place: { code: '330000000001', name: '示例村', within: '' }, kind: 'household' },
  )
  const photo = (id: string) => ({
    id,
    local: `${id}.jpg`,
    mime: 'image/jpeg' as const,
    size: 1000,
    name: `${id}.jpg`,
    kind: '户口簿',
    fileId: null,
  })
  return { ...begun, files: [photo('one'), photo('two')] }
}

/** A phone, a network that may be cut, and a server that keeps what reached it, under the application's id. */
function phoneAndServer() {
  const phone = new Map<string, ApplyDraft>([[ID, draft()]])
  const server = {
    isOffline: false,
    /** Called before each sending; throws what goes wrong on the way there or back. */
    onTheWay: (_: 'photo' | 'application') => {},
    onTheWayBack: () => {},
    refuses: false,
    photos: [] as string[],
    applications: new Map<string, string>(),
    sendings: 0,
  }
  let again: (() => void) | null = null
  const ways: SenderWays = {
    draftOf: id => phone.get(id) ?? null,
    drafts: () => [...phone.values()],
    keep: kept => void phone.set(kept.id, kept),
    forget: async ({ id }) => void phone.delete(id),
    isOffline: async () => server.isOffline,
    putUp: async (application, { id }) => {
      server.onTheWay('photo')
      server.photos.push(id)
      return `cloud://${application}/${id}`
    },
    submit: async ({ id, written }, files) => {
      server.onTheWay('application')
      server.sendings += 1
      if (server.refuses) throw new Refused()
      server.applications.set(id, JSON.stringify([written, files]))
      server.onTheWayBack()
      return made
    },
    isThere: async ({ id }) => {
      server.onTheWay('application')
      return server.applications.has(id)
    },
    problemOf: error => (error instanceof Refused ? twice : lost),
    offline,
    later: work => {
      again = work
    },
  }
  return { phone, server, sender: new Sender(ways), timeGoesBy: () => again?.() }
}

const made = Object.freeze(JSON.parse('{}'))

const cut = () => {
  throw new Lost()
}

/** Lets what was started come to its end. */
async function settled(sender: Sender): Promise<void> {
  await sender.send(ID)
}

describe('an application on its way from the phone', () => {
  it('goes out with its photos and leaves nothing behind', async () => {
    const { phone, server, sender } = phoneAndServer()
    expect(await sender.send(ID)).toEqual({ outcome: 'sent' })
    expect(server.photos).toEqual(['one', 'two'])
    expect(server.applications.get(ID)).toContain(`cloud://${ID}/two`)
    expect(phone.size).toBe(0)
    expect(sender.isSent(ID)).toBe(true)
  })

  it('without a network waits on the phone, and goes out by itself when it is back', async () => {
    const { phone, server, sender } = phoneAndServer()
    server.isOffline = true
    expect(await sender.send(ID)).toEqual({ outcome: 'kept', problem: offline })
    expect(phone.get(ID)).toMatchObject({ isWaiting: true, isUnanswered: false })
    server.isOffline = false
    await sender.sendWaiting()
    expect(server.applications.size).toBe(1)
    expect(phone.size).toBe(0)
  })

  it('tapped twice is sent once', async () => {
    const { server, sender } = phoneAndServer()
    await Promise.all([sender.send(ID), sender.send(ID), sender.sendWaiting()])
    expect(server.sendings).toBe(1)
    await sender.sendWaiting()
    expect(server.sendings).toBe(1)
  })

  it('whose answer got lost is sent again as it was, and is one application', async () => {
    const { phone, server, sender } = phoneAndServer()
    server.onTheWayBack = cut
    expect(await sender.send(ID)).toMatchObject({ outcome: 'kept' })
    expect(phone.get(ID)).toMatchObject({ isWaiting: true, isUnanswered: true })
    const first = server.applications.get(ID)
    server.onTheWayBack = () => {}
    await sender.sendWaiting()
    expect(server.applications.get(ID)).toBe(first)
    expect(phone.size).toBe(0)
  })

  it('puts no photo up twice when the network goes in the middle', async () => {
    const { server, sender } = phoneAndServer()
    let photos = 0
    server.onTheWay = what => {
      if (what === 'photo' && ++photos === 2) cut()
    }
    await sender.send(ID)
    expect(server.photos).toEqual(['one'])
    await sender.sendWaiting()
    expect(server.photos).toEqual(['one', 'two'])
    expect(server.applications.size).toBe(1)
  })

  it('is tried again after a while where the network is there and lost it', async () => {
    const { server, sender, timeGoesBy } = phoneAndServer()
    server.onTheWay = cut
    await sender.send(ID)
    server.onTheWay = () => {}
    timeGoesBy()
    await settled(sender)
    expect(server.applications.size).toBe(1)
  })

  it('that the server refuses is kept to be mended, with the reason, and not sent by itself', async () => {
    const { phone, server, sender } = phoneAndServer()
    server.refuses = true
    expect(await sender.send(ID)).toEqual({ outcome: 'refused', problem: twice })
    expect(phone.get(ID)).toMatchObject({ isWaiting: false, isUnanswered: false, refusal: twice.message })
    await sender.sendWaiting()
    expect(server.sendings).toBe(1)
  })

  it('refused for a photo puts its photos up anew', async () => {
    const { phone, server, sender } = phoneAndServer()
    server.refuses = true
    await sender.send(ID)
    expect(phone.get(ID)?.files.map(({ fileId }) => fileId)).toEqual([null, null])
    server.refuses = false
    await sender.send(ID)
    expect(server.photos).toEqual(['one', 'two', 'one', 'two'])
  })

  it('that nobody has sent off stays where it is', async () => {
    const { server, sender } = phoneAndServer()
    await sender.sendWaiting()
    expect(server.sendings).toBe(0)
  })
})

describe('taking a waiting application back to write on', () => {
  it('that never left is open at once', async () => {
    const { phone, server, sender } = phoneAndServer()
    server.isOffline = true
    await sender.send(ID)
    expect(await sender.takeBack(ID)).toBe('open')
    expect(phone.get(ID)).toMatchObject({ isWaiting: false })
  })

  it('whose answer got lost looks first: what the server has is not written on', async () => {
    const { phone, server, sender } = phoneAndServer()
    server.onTheWayBack = cut
    await sender.send(ID)
    expect(await sender.takeBack(ID)).toBe('sent')
    expect(phone.size).toBe(0)
    expect(sender.isSent(ID)).toBe(true)
  })

  it('whose sending got lost on the way there is open again', async () => {
    const { phone, server, sender } = phoneAndServer()
    server.onTheWay = what => {
      if (what === 'application') cut()
    }
    await sender.send(ID)
    expect(await sender.takeBack(ID)).toBe('unknown')
    expect(phone.get(ID)).toMatchObject({ isWaiting: true })
    server.onTheWay = () => {}
    expect(await sender.takeBack(ID)).toBe('open')
  })
})
