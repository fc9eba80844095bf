import { CallError, problemOf } from '../../../miniprogram/cloud/errors'
import { type Contents, type Draft, newDraft } from '../../../miniprogram/desk/compose/draft'
import { DraftKeeper } from '../../../miniprogram/desk/compose/draft-keeper'

const NOW = '2026-10-12T01:00:00.000Z'

// The pauses before a save are not waited for: each test saves when it wants to.
beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

/** A server that keeps one draft as the cloud function does: the same sending is saved once. */
class Server {
  version = 0
  contents: Contents | null = null
  losesAnswers = false
  isGone = false

  send = async ({ version }: Draft, contents: Contents) => {
    if (this.isGone) throw new CallError('OFFLINE', '手机没有网。连上网再试。')
    const isSame = JSON.stringify(contents) === JSON.stringify(this.contents)
    const isAgain = isSame && this.version === (version ?? 0) + 1
    if (!isAgain && this.version !== (version ?? 0)) throw new CallError('CONFLICT', '这份草稿刚刚被改过')
    if (!isAgain) {
      this.version += 1
      this.contents = contents
    }
    if (this.losesAnswers) throw new CallError('SLOW', '网络太慢，没等到。填的都还在。')
    return { version: this.version, gaps: [] }
  }
}

function open(server: Server, draft = newDraft('draft-0001', 'unit', 'district', NOW)) {
  const phone: Draft[] = []
  const keep = (kept: Draft) => phone.push(kept) > 0
  const keeper = new DraftKeeper(draft, [], { send: server.send, keep, problemOf, now: () => NOW })
  const write = (process: string) =>
    keeper.change({ item: '2/1', template: 'low-income-list', values: { process }, rows: [] })
  return { keeper, write, onPhone: () => phone.at(-1) }
}

describe('a draft that is being written', () => {
  it('is on the phone at once and on the server when saved', async () => {
    const server = new Server()
    const { keeper, write, onPhone } = open(server)
    write('评议')
    expect(onPhone()?.contents.values).toEqual({ process: '评议' })
    expect(onPhone()?.isSent).toBe(false)
    expect(await keeper.save()).toBe(true)
    expect(server.contents?.values).toEqual({ process: '评议' })
    expect(onPhone()).toMatchObject({ version: 1, isSent: true })
  })

  it('is saved in its latest words when it was written on during a save', async () => {
    const server = new Server()
    const { keeper, write } = open(server)
    write('评')
    const saving = keeper.save()
    write('评议')
    expect(await saving).toBe(true)
    expect(server.contents?.values).toEqual({ process: '评议' })
    expect(keeper.snapshot().draft.version).toBe(2)
  })

  it('makes no conflict of a lost answer, though it was written on since', async () => {
    const server = new Server()
    const { keeper, write } = open(server)
    write('评')
    server.losesAnswers = true
    expect(await keeper.save()).toBe(false)
    server.losesAnswers = false
    write('评议')
    expect(await keeper.save()).toBe(true)
    expect(server.contents?.values).toEqual({ process: '评议' })
  })

  it('knows what got no answer after the phone was put away', async () => {
    const server = new Server()
    const before = open(server)
    before.write('评')
    server.losesAnswers = true
    await before.keeper.save()
    before.write('评议')
    server.losesAnswers = false
    const { keeper } = open(server, before.onPhone())
    expect(await keeper.save()).toBe(true)
    expect(keeper.snapshot().draft).toMatchObject({ version: 2, unanswered: null })
  })

  it('stays on the phone without a network, and says so', async () => {
    const server = new Server()
    const { keeper, write, onPhone } = open(server)
    server.isGone = true
    write('评议')
    expect(await keeper.save()).toBe(false)
    expect(keeper.snapshot().problem?.code).toBe('OFFLINE')
    expect(onPhone()?.contents.values).toEqual({ process: '评议' })
  })

  it('does not overwrite what another has saved', async () => {
    const server = new Server()
    const { keeper, write } = open(server)
    write('评')
    await keeper.save()
    server.version = 5
    write('评议')
    expect(await keeper.save()).toBe(false)
    expect(keeper.snapshot().problem?.code).toBe('CONFLICT')
    keeper.settle({ ...keeper.snapshot().draft, version: 5 }, [])
    expect(await keeper.save()).toBe(true)
    expect(server.contents?.values).toEqual({ process: '评议' })
  })
})
