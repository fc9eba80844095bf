import type { TestCloud } from './cloud'
import { refusalOf, startTestCloud } from './cloud'

type Command = ReturnType<TestCloud['app']['database']>['command']

export interface UpdateCase {
  readonly says: string
  readonly before: object
  readonly update: (command: Command) => object
  readonly after: object
}

export interface RefusedUpdate {
  readonly says: string
  readonly before: object
  readonly update: (command: Command) => object
  readonly because: RegExp
}

/** Runs a table of updates through the SDK, each on a document of its own. */
export function describeUpdates(
  title: string,
  cases: readonly UpdateCase[],
  refused: readonly RefusedUpdate[],
): void {
  describe(title, () => {
    let cloud: TestCloud
    beforeAll(async () => {
      cloud = await startTestCloud({ indexManifest: { things: [] } })
    })
    afterAll(() => cloud.close())

    const put = async (before: object) => {
      const things = cloud.app.database().collection('things')
      const { id } = await things.add(before)
      if (typeof id !== 'string') throw new Error('no id')
      return things.doc(id)
    }
    const read = async (document: Awaited<ReturnType<typeof put>>) => {
      const { data } = await document.get()
      const { _id, ...rest } = data[0]
      return rest
    }

    test.each(cases.map(one => [one.says, one] as const))('%s', async (_says, { before, update, after }) => {
      const document = await put(before)
      await document.update(update(cloud.app.database().command))
      expect(await read(document)).toEqual(after)
    })

    test.each(refused.map(one => [one.says, one] as const))(
      '%s',
      async (_says, { before, update, because }) => {
        const document = await put(before)
        const { message } = await refusalOf(document.update(update(cloud.app.database().command)))
        expect(message).toMatch(because)
        expect(await read(document)).toEqual(before)
      },
    )
  })
}
