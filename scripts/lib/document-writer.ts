import tcb from '@cloudbase/node-sdk'
import * as z from 'zod'

const AT_ONCE = 16

/** Documents of one collection; each has its `_id`. */
export type CollectionDocuments = { collection: string; documents: readonly object[] }

const withId = z.looseObject({ _id: z.string() })

/** Writes documents into a CloudBase database, each in the place of the one that has its id. */
export async function writeDocuments(
  app: tcb.CloudBase,
  sets: readonly CollectionDocuments[],
): Promise<void> {
  const queue = sets.flatMap(({ collection, documents }) =>
    documents.map(document => ({ collection, document: withId.parse(document) })),
  )
  const writeOn = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { _id, ...fields } = next.document
      await app.database().collection(next.collection).doc(_id).set(fields)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, writeOn))
}

/** The SDK pointed at a localcloud, which takes any credentials. */
export function localApp(address: string): tcb.CloudBase {
  const serviceUrl = `${address}/admin`
  return tcb.init({ env: 'local', serviceUrl, secretId: 'local', secretKey: 'local' })
}
