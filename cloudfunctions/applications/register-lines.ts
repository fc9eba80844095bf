import * as z from 'zod/mini'
import { application } from '../../shared/application/model'
import type { RegisterLine } from '../../shared/application/page'
import type { CalendarDate } from '../../shared/calendar/model'
import { maskId } from '../../shared/privacy/masks'
import { command, documents } from '../kit/documents'
import type { Reach } from './register-reach'

/** What a line of the register is made of. */
const lineSource = z.pick(application, {
  _id: true,
  version: true,
  caseNo: true,
  procedureName: true,
  subject: true,
  unitName: true,
  path: true,
  register: true,
})
export type LineSource = z.infer<typeof lineSource>

export const registerSources = documents('applications', lineSource)

export type Filter = { procedure?: string | undefined; status?: 'in' | 'out' | 'review-due' | undefined }

/** The entries that a reach and a filter leave; equalities first, so that the index of the register serves them. */
export function registerQuery(
  { area, procedures }: Reach,
  { procedure, status }: Filter,
  today: CalendarDate,
): Record<string, unknown> {
  const _ = command()
  const isDue = status === 'review-due'
  const mayAsk = procedure === undefined || procedures === null || procedures.includes(procedure)
  const asked = procedure === undefined ? procedures : mayAsk ? [procedure] : []
  return {
    path: area._id,
    'register.status': status === undefined ? _.in(['in', 'out']) : isDue ? 'in' : status,
    ...(asked === null ? {} : { procedureId: _.in(asked) }),
    ...(isDue ? { 'register.reviewDueOn': _.lte(today) } : {}),
  }
}

/** None for what is not in the register. The ID number comes masked: who is on the list is known, that is not. */
export function lineOf(found: LineSource, today: CalendarDate): RegisterLine[] {
  const { register, subject } = found
  if (register === null) return []
  return [
    {
      id: found._id,
      version: found.version,
      caseNo: found.caseNo,
      procedureName: found.procedureName,
      subjectName: subject.name,
      idNumber: maskId(subject.idNumber),
      unitName: found.unitName,
      ...register,
      reviewDue: register.status === 'in' && register.reviewDueOn !== null && register.reviewDueOn <= today,
    },
  ]
}
