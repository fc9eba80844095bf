import type { Agent, Application, ApplyingWay, Subject } from '../../shared/application/model'
import { subjectKindsAt } from '../../shared/application/starts'
import { hasIdStructure, hasValidIdCheck } from '../../shared/privacy/identity-number'
import type { Procedure } from '../../shared/procedures/definition'
import { Refusal } from '../kit/refusal'
import { WORDS } from './words'

type Stated = { start: string; way: ApplyingWay; subject: Subject; agent: Agent | null }

/**
 * Whom or what an application is about, as it is stored. Refuses with INVALID_INPUT what cannot be right: no name, a
 * number with a slip in it, no way to call back.
 */
export function statedSubject(procedure: Procedure, { start, way, subject }: Stated): Subject {
  if (!subjectKindsAt(procedure, start).includes(subject.kind)) refuse(WORDS.wrongSubject)
  const name = subject.name.trim()
  const isProject = subject.kind === 'project'
  if (name === '') refuse(isProject ? WORDS.projectNameMissing : WORDS.nameMissing)
  const idNumber = isProject ? '' : checkedId(subject.idNumber)
  const mustHavePhone = way === 'self'
  const phone = checkedPhone(subject.phone, mustHavePhone)
  if (subject.kind === 'household' && subject.people === null) refuse(WORDS.peopleMissing)
  return { ...subject, name, idNumber, phone, people: isProject ? null : subject.people }
}

/** Who acts on the household's behalf; null where nobody does. A cadre may leave the name to the office. */
export function statedAgent({ way, agent }: Stated): Application['agent'] {
  if (way !== 'family' && way !== 'cadre') return null
  const isNamed = agent !== null && agent.name.trim() !== ''
  if (!isNamed) return way === 'family' ? refuse(WORDS.agentMissing) : null
  const mustHavePhone = way === 'family'
  return { ...agent, name: agent.name.trim(), phone: checkedPhone(agent.phone, mustHavePhone) }
}

function checkedId(text: string): string {
  const id = text.replace(/\s/g, '').toUpperCase()
  const isRight = /^\d{17}[\dX]$/.test(id) && hasIdStructure(id) && hasValidIdCheck(id)
  return isRight ? id : refuse(WORDS.idNumberWrong)
}

const MOBILE = /^1\d{10}$/
const LANDLINE = /^0\d{2,3}-?\d{7,8}$/

function checkedPhone(text: string, mustHave: boolean): string {
  const phone = text.replace(/\s/g, '')
  const isLeftOut = phone === '' && !mustHave
  return isLeftOut || MOBILE.test(phone) || LANDLINE.test(phone) ? phone : refuse(WORDS.phoneWrong)
}

function refuse(message: string): never {
  throw new Refusal('INVALID_INPUT', message)
}
