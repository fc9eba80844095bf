import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { messageOf } from '../values/errors'
import { CannotStart } from './openDatabase'

const direction = z.union([z.literal(1), z.literal(-1)])

/** `config/indexes.json`: the collections and their indexes, the same list that the deployment reads. */
export const indexManifestSchema = z.record(
  z.string(),
  z.array(
    z.strictObject({
      name: z.string(),
      keys: z.array(z.tuple([z.string(), direction])).check(z.minLength(1)),
      unique: z.optional(z.boolean()),
    }),
  ),
)

export type IndexManifest = z.infer<typeof indexManifestSchema>

/** @throws CannotStart when the file is missing or says something else */
export function readIndexManifest(file: string): IndexManifest {
  try {
    return indexManifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new CannotStart(
      `索引清单 ${file} 读不懂：${messageOf(error)} / cannot read the index manifest ${file}`,
    )
  }
}
