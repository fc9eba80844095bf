import * as z from 'zod/mini'
import type { Services } from '../../services'
import { decodeEjson, encodeEjson } from '../../values/ejson'
import { InvalidParam } from '../../values/errors'
import type { Document } from '../../values/value'
import { isDocument } from '../../values/value'
import type { Route } from '../route'
import { check } from '../route'

type DataServices = Pick<Services, 'store' | 'documents' | 'clock' | 'scans' | 'databaseFault'>

const importSchema = z.object({ collection: z.string(), documents: z.array(z.unknown()) })
const removeSchema = z.object({ collection: z.string(), id: z.unknown() })
const databaseFaultSchema = z.object({ message: z.nullable(z.string()) })

/** The collections as they stand; special types are written as EJSON. */
export function dataRoutes(services: DataServices): Route[] {
  return [
    ['GET collections', () => collections(services)],
    ['GET export', ({ url }) => exportCollection(services, url)],
    ['POST import', async ({ body }) => importDocuments(services, await body())],
    ['POST remove', async ({ body }) => removeDocument(services, await body())],
    ['GET warnings', () => services.scans.list()],
    ['GET database/fault', () => services.databaseFault],
    ['POST database/fault', async ({ body }) => setDatabaseFault(services, await body())],
  ]
}

function collections({ store }: DataServices) {
  return store.listCollections().map(({ name, documents, indexes }) => ({
    name,
    documents,
    indexes: indexes.map(index => ({
      name: index.name,
      keys: index.fields.map(field => [field.name, field.direction]),
      unique: index.unique,
    })),
  }))
}

function exportCollection({ store, documents, clock }: DataServices, url: URL) {
  const collection = store.collection(url.searchParams.get('collection') ?? '')
  const query = decodeEjson(url.searchParams.get('query') ?? '{}', clock.now())
  if (!isDocument(query)) throw new InvalidParam('query 要是一个对象 / query is not an object')
  const found = documents.find(collection, {
    query,
    skip: countIn(url, 'skip') ?? 0,
    limit: countIn(url, 'limit') ?? Number.POSITIVE_INFINITY,
  })
  const exported: unknown[] = found.map(document => JSON.parse(encodeEjson(document)))
  return { collection: collection.name, total: documents.count(collection, query), documents: exported }
}

/** Upserts whole documents by `_id`; a collection that is missing is made. */
async function importDocuments({ documents: target, clock }: DataServices, body: unknown) {
  const { collection, documents } = check(importSchema, body)
  const decoded: Document[] = documents.map(document => {
    const value = decodeEjson(JSON.stringify(document), clock.now())
    if (!isDocument(value)) throw new InvalidParam('documents 要都是对象 / documents holds something else')
    return value
  })
  return { imported: await target.importDocuments(collection, decoded) }
}

async function removeDocument({ store, documents, clock }: DataServices, body: unknown) {
  const { collection, id } = check(removeSchema, body)
  if (id === undefined) throw new InvalidParam('id 没有写 / id is missing')
  const query = { _id: decodeEjson(JSON.stringify(id), clock.now()) }
  return { removed: await documents.remove(store.collection(collection), query, false) }
}

function setDatabaseFault({ databaseFault }: DataServices, body: unknown) {
  databaseFault.message = check(databaseFaultSchema, body).message
  return databaseFault
}

function countIn(url: URL, name: string): number | undefined {
  const text = url.searchParams.get(name)
  if (text === null) return undefined
  if (!/^\d+$/.test(text)) throw new InvalidParam(`${name} 要是整数 / ${name} is not a whole number`)
  return Number(text)
}
