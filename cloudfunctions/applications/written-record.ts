import { problemsOfRecord } from '../../shared/application/check-record'
import { type StepRecord, stepRecord } from '../../shared/application/model'
import { recordFormOf } from '../../shared/application/record-forms'
import type { Instant } from '../../shared/calendar/model'
import type { Handling } from '../../shared/contract/applications'
import { type Step, stepOf } from '../../shared/procedures/definition'
import { presentStep } from '../../shared/procedures/situation'
import { newId } from '../kit/new-id'
import { Refusal } from '../kit/refusal'
import { DESK_WORDS } from './desk-words'
import type { SeenCase, Sitting } from './seen-case'

type Written = { handling: Handling; record?: Record<string, string> | undefined }

/**
 * What the handling adds to the records: the step's own record, and what was objected. Refuses with INVALID_INPUT
 * where the step is passed without the record that it writes, or with one that has gaps.
 */
export function recordsWritten(
  { application, ruling }: SeenCase,
  { acting, body }: Sitting,
  { handling, record }: Written,
  now: Instant,
): StepRecord[] {
  const step = presentStep(ruling.procedure, application.state)
  const signed = { step: step.id, at: now, by: acting, body }
  if (handling.type === 'object') {
    const { objectionId: id, text } = handling
    return [{ ...signed, id, form: 'objection', values: { text } }]
  }
  const form = recordFormOf(ruling.procedure, step)
  if (record === undefined) {
    if (form?.fields.some(({ required }) => required) && passesStep(step, handling, ruling.procedure)) {
      throw new Refusal('INVALID_INPUT', DESK_WORDS.recordMissing(form.title))
    }
    return []
  }
  if (form === null) throw new Refusal('INVALID_INPUT', DESK_WORDS.recordNotTaken)
  const [problem] = problemsOfRecord(form, record, now)
  if (problem !== undefined) throw new Refusal('INVALID_INPUT', problem)
  return [stepRecord.parse({ ...signed, id: newId(), form: form.form, values: record })]
}

/** True where the step is done with: not where it is given back, or given up for want of materials. */
function passesStep(step: Step, handling: Handling, procedure: Parameters<typeof stepOf>[0]): boolean {
  if (handling.type === 'refuse') return true
  if (handling.type !== 'move') return false
  const line = step.next.find(({ to }) => to === handling.to)
  return line !== undefined && line.outcome !== 'return' && stepOf(procedure, line.to)?.end !== 'withdrawn'
}
