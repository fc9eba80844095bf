import { countOf, hundredthsOf } from '../../shared/notice/amounts'
import { hasIdStructure, hasValidIdCheck } from '../../shared/privacy/identity-number'
import { applyWords } from '../words/application'
import { type Asked, canBeMadeAt, HEAD, hasAgent, hasWords, peopleOf, type Written } from './draft'

/** What is missing or wrong in the form: at which field, and what to do. */
export type Gap = { key: string; message: string }

/** A mobile number, or a fixed one with the area's. */
const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/
const MOST_PEOPLE = 30
const says = applyWords.gap

/** All gaps at once, in the order of the page. */
export function gapsIn(written: Written, asked: Pick<Asked, 'partners'>): Gap[] {
  const gaps = [
    ...placeGaps(written),
    ...subjectGaps(written),
    ...agentGaps(written),
    ...familyGaps(written),
    ...asked.partners.flatMap(({ body }) =>
      written.partners[body] ? [] : [{ key: `partner.${body}`, message: says.partner(body) }],
    ),
  ]
  return gaps
}

/** A household lives in a village; what an office begins may be of a whole town. */
function placeGaps({ place, way }: Written): Gap[] {
  const isEnough = place !== null && canBeMadeAt(place.code, way)
  return isEnough ? [] : [{ key: 'place', message: says.place }]
}

function subjectGaps(written: Written): Gap[] {
  const { kind, way, name, idNumber, phone, people, reason } = written
  const isOwn = way === 'self' || way === 'family'
  const isProject = kind === 'project'
  return found([
    ['name', isEmpty(name) && says.name[kind]],
    ['idNumber', !isProject && idGap(idNumber)],
    ['phone', phoneGap(phone, way === 'self')],
    ['people', kind === 'household' && peopleGap(people)],
    ['reason', isOwn && isEmpty(reason) && says.reason],
  ])
}

function agentGaps({ way, agent }: Written): Gap[] {
  if (!hasAgent(way)) return []
  const isFamily = way === 'family'
  return found([
    ['agent.name', isEmpty(agent.name) && says.agent],
    ['agent.phone', phoneGap(agent.phone, isFamily)],
    ['agent.relation', isFamily && isEmpty(agent.relation) && says.relation],
  ])
}

function familyGaps(written: Written): Gap[] {
  if (written.kind !== 'household') return []
  const members = written.family.filter(member => member.relation === HEAD || hasWords(member))
  const rows = members.flatMap(({ id, name, relation, income }) => {
    const isHead = relation === HEAD
    return found([
      [`family.${id}.name`, !isHead && isEmpty(name) && says.member],
      [`family.${id}.relation`, isEmpty(relation) && says.relation],
      [`family.${id}.income`, !isEmpty(income) && hundredthsOf(income) === null && says.income],
    ])
  })
  const people = peopleOf(written)
  const isMore = members.length > people
  return isMore ? [...rows, { key: 'family', message: says.moreThanPeople(people) }] : rows
}

function idGap(idNumber: string): string | false {
  const id = idNumber.trim().toUpperCase()
  if (id === '') return says.idNumber
  const isRight = id.length === 18 && hasIdStructure(id) && hasValidIdCheck(id)
  return isRight ? false : says.idNumberWrong
}

function phoneGap(phone: string, mustHave: boolean): string | false {
  const plain = phone.replace(/\s/g, '')
  if (plain === '') return mustHave && says.phone
  return PHONE.test(plain) ? false : says.phoneWrong
}

function peopleGap(people: string): string | false {
  const count = countOf(people)
  return count === null || count < 1 || count > MOST_PEOPLE ? says.people : false
}

function isEmpty(text: string): boolean {
  return text.trim() === ''
}

function found(checks: [key: string, message: string | false][]): Gap[] {
  return checks.flatMap(([key, message]) => (message === false ? [] : [{ key, message }]))
}
