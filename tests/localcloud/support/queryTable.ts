import type { TestCloud } from './cloud'
import { startTestCloud } from './cloud'

type Command = ReturnType<TestCloud['app']['database']>['command']
type Database = ReturnType<TestCloud['app']['database']>

export interface QueryCase {
  /** The documented behaviour that the case stands for. */
  readonly says: string
  readonly where: (command: Command, db: Database) => object
  readonly finds: readonly string[]
}

/** Runs a table of queries over one collection through the SDK; documents are known by `_id`. */
export function describeQueries(
  title: string,
  documents: (db: Database) => object[],
  cases: readonly QueryCase[],
): void {
  describe(title, () => {
    let cloud: TestCloud
    beforeAll(async () => {
      cloud = await startTestCloud({ indexManifest: { things: [] } })
      const db = cloud.app.database()
      await db.collection('things').add(documents(db))
    })
    afterAll(() => cloud.close())

    test.each(cases.map(one => [one.says, one] as const))('%s', async (_says, { where, finds }) => {
      const db = cloud.app.database()
      const query = where(db.command, db)
      const found = await db.collection('things').where(query).get()
      const ids = found.data.map((document: { _id: string }) => document._id)
      expect(ids).toEqual(finds)
      const { total } = await db.collection('things').where(query).count()
      expect(total).toBe(finds.length)
    })
  })
}
