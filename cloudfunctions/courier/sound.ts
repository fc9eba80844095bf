import * as z from 'zod/mini'
import { documents } from '../kit/documents'
import { log } from '../kit/log'

type Search = Parameters<ReturnType<typeof documents>['find']>[1]

/**
 * Finds documents and checks them one by one: one that cannot be read is logged and left out, so that it holds
 * up none of the others. `aside` is what moves it out of what `where` finds, until it is looked at again.
 */
export async function findSound<S extends z.ZodMiniObject>(
  name: string,
  schema: S,
  where: object,
  { aside, ...search }: Search & { aside: Record<string, unknown> },
): Promise<z.output<S>[]> {
  const unchecked = documents(name, uncheckedOf(schema))
  const sound: z.output<S>[] = []
  for (const document of await unchecked.find(where, search)) {
    const checked = schema.safeParse(document)
    if (checked.success) sound.push(checked.data)
    else {
      log({ level: 'error', event: 'unreadable', collection: name, id: document._id, cause: checked.error })
      await unchecked.change({ _id: document._id }, aside)
    }
  }
  return sound
}

function uncheckedOf(schema: z.ZodMiniObject) {
  const fields = Object.keys(schema.shape).map(key => [key, z.optional(z.unknown())])
  return z.extend(z.object(Object.fromEntries(fields)), { _id: z.string() })
}
