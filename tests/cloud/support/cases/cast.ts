import { deskKey } from '../../../../shared/application/model'
import { idNumber } from '../../../unit/privacy/people'
import type { House, Person } from '../house'

/** Somebody in whose name something is applied for. All made up. */
export type Applicant = { person: Person; name: string; idNumber: string }

/** Made for a run and never hard-coded: whoever a step needs is given a post when the step is reached. */
export type Cast = ReturnType<typeof castIn>

const NUMERALS = '〇一二三四五六七八九'

export function castIn(house: House) {
  const handlers = new Map<string, Promise<Person>>()
  const cadres = new Map<string, Promise<Person>>()
  let applicants = 0

  /** One person with one post, for that body. A cadre may post notices and enters what nobody else can. */
  async function appoint(role: 'handler' | 'cadre', unit: string, body: string): Promise<Person> {
    const id = `${role}-${role === 'cadre' ? cadres.size : handlers.size}`
    const person = await house.welcome(id)
    const office = { personId: person.personId, unit, role, bodies: [body], until: null }
    await house.load('members', [{ _id: `office-${id}`, ...office }])
    return person
  }

  /** Whoever sits at the desk and at no other; made when asked for first. */
  function handlerOfDesk(key: string): Promise<Person> {
    const [unit = '', body = ''] = key.split('|')
    const known = handlers.get(key) ?? appoint('handler', unit, body)
    handlers.set(key, known)
    return known
  }

  return {
    handlerOfDesk,

    handlerOf(unit: string, body: string): Promise<Person> {
      return handlerOfDesk(deskKey(unit, body))
    },

    /** Whoever posts for the body. */
    cadreOf(unit: string, body: string): Promise<Person> {
      const key = deskKey(unit, body)
      const known = cadres.get(key) ?? appoint('cadre', unit, body)
      cadres.set(key, known)
      return known
    },

    /** The handlers appointed so far, by desk. */
    async desks(): Promise<[key: string, Person][]> {
      return Promise.all(
        [...handlers].map(async ([key, person]): Promise<[string, Person]> => [key, await person]),
      )
    },

    async applicant(): Promise<Applicant> {
      applicants += 1
      const nth = applicants
      const numeral = [...String(nth)].map(digit => NUMERALS[Number(digit)]).join('')
      return {
        person: await house.welcome(`applicant-${nth}`),
        name: `虞样${numeral}`,
        idNumber: idNumber('330000', bornOn(nth)),
      }
    },
  }
}

/** A birthday of its own for each, in the fifties. */
function bornOn(nth: number): string {
  return new Date(Date.UTC(1950, 0, 1 + nth)).toISOString().slice(0, 10)
}
