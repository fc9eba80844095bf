import * as z from 'zod/mini'
import { cloud } from './cloud'
import { log } from './log'

type ObjectSchema = z.ZodMiniObject
type Order = readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
type FindOptions = { order?: Order; limit?: number }

const MOST_PER_GET = 1000
const DUPLICATE = /E11000|duplicate key/i
const written = z.object({ updated: z.number() })
const counted = z.object({ total: z.number() })
const found = z.object({ data: z.array(z.unknown()) })
const withId = z.object({ _id: z.string() })
const BY_ID: Order = [['_id', 'asc']]

/** The database's comparison and update commands (`_`). */
export function command() {
  return cloud().database().command
}

/**
 * A collection seen through a schema: only the schema's fields are read, and each document is checked.
 * A narrower schema over the same collection is a cheaper view of it.
 */
export function documents<S extends ObjectSchema>(name: string, schema: S) {
  const projection = Object.fromEntries(Object.keys(schema.shape).map(key => [key, true]))
  const collection = () => cloud().database().collection(name)

  function query(where: object, { order = [], limit = 100 }: FindOptions) {
    if (limit > MOST_PER_GET) throw new RangeError(`a get returns at most ${MOST_PER_GET} documents`)
    const ordered = order.reduce(
      (query, [field, direction]) => query.orderBy(field, direction),
      collection().where(where),
    )
    return ordered.field(projection).limit(limit)
  }

  async function find(where: object, options: FindOptions = {}): Promise<z.output<S>[]> {
    const answer = found.parse(await query(where, options).get())
    return answer.data.map(document => schema.parse(document))
  }

  /** As `find`, without the documents that do not fit the schema: they are reported, and hold up nobody else. */
  async function findSound(where: object, options: FindOptions): Promise<z.output<S>[]> {
    const answer = found.parse(await query(where, options).get())
    return answer.data.flatMap(soundOnly)
  }

  function soundOnly(document: unknown): z.output<S>[] {
    const read = schema.safeParse(document)
    if (!read.success) log({ level: 'error', event: 'document-broken', collection: name, id: idOf(document) })
    return read.success ? [read.data] : []
  }

  return {
    find,
    findSound,

    /** The document with this id, or null. */
    async get(id: string): Promise<z.output<S> | null> {
      return (await find({ _id: id }, { limit: 1 }))[0] ?? null
    },

    async count(where: object): Promise<number> {
      return counted.parse(await collection().where(where).count()).total
    },

    /** Adds a document unless its id is there already; false where it was. */
    async addOnce(document: z.output<S>): Promise<boolean> {
      try {
        await collection().add(schema.parse(document))
        return true
      } catch (error) {
        if (error instanceof Error && DUPLICATE.test(error.message)) return false
        throw error
      }
    },

    /**
     * Changes every document that still answers `where`, and says how many did: naming the version or the
     * state that was read makes it a conditional update. Objects are replaced whole, not merged.
     */
    async change(where: object, changes: Record<string, unknown>): Promise<number> {
      return written.parse(await collection().where(where).update(replacing(changes))).updated
    },

    /** Removes what answers `where`. */
    async remove(where: object): Promise<void> {
      await collection().where(where).remove()
    },

    /** Every sound document that answers `where`, however many there are, in the order of ids. */
    async all(where: object): Promise<z.output<S>[]> {
      const all: z.output<S>[] = []
      for (let last = ''; ; ) {
        const page = found.parse(
          await query(beyond(where, last), { order: BY_ID, limit: MOST_PER_GET }).get(),
        ).data
        all.push(...page.flatMap(soundOnly))
        if (page.length < MOST_PER_GET) return all
        last = idOf(page.at(-1))
      }
    },

    /** Every document that answers `where`, read page by page in the order of ids, from `after` on. */
    async *pages(where: object, { after = '', size = 100 } = {}): AsyncGenerator<z.output<S>[]> {
      for (let last = after; ; ) {
        const page = await find(beyond(where, last), { order: BY_ID, limit: size })
        const end = page.at(-1)
        if (!end) return
        yield page
        if (page.length < size) return
        last = idOf(end)
      }
    },
  }
}

/** What answers `where` and comes after the id; a condition on the id itself stays in force. */
function beyond(where: object, id: string): object {
  const after = { _id: command().gt(id) }
  return '_id' in where ? command().and([where, after]) : { ...where, ...after }
}

function idOf(document: unknown): string {
  return withId.parse(document)._id
}

/** CloudBase merges a plain object into the stored one; `_.set` replaces it. */
function replacing(changes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([key, value]) => [key, isPlainObject(value) ? command().set(value) : value]),
  )
}

function isPlainObject(value: unknown): boolean {
  return value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
}
