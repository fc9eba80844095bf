import { concurrently } from '../kit/concurrently'
import { orElse } from '../kit/or-else'

const BATCH = 100
/** What one run does at most; the next minute's run goes on. */
const MOST_A_RUN = 2000

type Batch<T> = {
  /** What a failure of one is reported as. */
  name: string
  find: (limit: number) => Promise<T[]>
  /** True where the work was done, and the next `find` will not bring it again. */
  work: (one: T) => Promise<boolean>
  isOverTime: () => boolean
}

/** Finds and works off a hundred at a time until there are none left, or none that can be; answers how many. */
export async function inBatches<T extends { _id: string }>({
  name,
  find,
  work,
  isOverTime,
}: Batch<T>): Promise<number> {
  let done = 0
  while (done < MOST_A_RUN && !isOverTime()) {
    const found = await find(BATCH)
    const results = await concurrently(found, one =>
      orElse(false, { work: name, id: one._id }, () => work(one)),
    )
    const worked = results.filter(Boolean).length
    done += worked
    const isLast = found.length < BATCH || worked === 0
    if (isLast) break
  }
  return done
}
