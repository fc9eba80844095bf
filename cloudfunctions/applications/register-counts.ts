import * as z from 'zod/mini'
import type { CalendarDate } from '../../shared/calendar/model'
import type { Unit } from '../../shared/catalog'
import { cloud } from '../kit/cloud'
import { unitsUnder } from '../kit/reference'
import { type Filter, registerQuery } from './register-lines'
import type { Reach } from './register-reach'

const groups = z.object({
  data: z.array(z.object({ _id: z.nullable(z.string()), households: z.number(), people: z.number() })),
})

/** More than a district has villages; without a limit an aggregation answers 20. */
const MOST_GROUPS = 1000

type Counts = {
  households: number
  people: number
  byUnit: { unit: string; unitName: string; households: number; people: number }[]
}

/** How many are in the register, of the unit and of each unit right below: what a results notice tells. */
export async function countsOf(reach: Reach, filter: Filter, today: CalendarDate): Promise<Counts> {
  const { area } = reach
  const db = cloud().database()
  const $ = db.command.aggregate
  const answer: unknown = await db
    .collection('applications')
    .aggregate()
    .match(registerQuery(reach, filter, today))
    // Granted two things, or the same again a year later, it is still one household.
    .group({
      _id: '$subject.idNumber',
      unit: $.first($.arrayElemAt(['$path', area.path.length])),
      // One person alone is not always counted as a family of one.
      people: $.max($.ifNull(['$register.people', 1])),
    })
    .group({ _id: '$unit', households: $.sum(1), people: $.sum('$people') })
    .limit(MOST_GROUPS)
    .end()
  const found = groups.parse(answer).data
  const names = new Map((await unitsUnder(area._id)).map(unit => [unit._id, unit]))
  return {
    households: sumOf(found.map(({ households }) => households)),
    people: sumOf(found.map(({ people }) => people)),
    byUnit: found.flatMap(({ _id, households, people }) =>
      belowOf(names.get(_id ?? ''), { households, people }),
    ),
  }
}

/** None for those that are at the unit itself. */
function belowOf(unit: Unit | undefined, counts: { households: number; people: number }) {
  return unit === undefined ? [] : [{ unit: unit._id, unitName: unit.name, ...counts }]
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
