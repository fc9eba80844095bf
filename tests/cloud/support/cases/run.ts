import { type Application, application } from '../../../../shared/application/model'
import { addDays, at, beijingDate } from '../../../../shared/calendar/date'
import type { Instant } from '../../../../shared/calendar/model'
import type { DataOf, InputOf } from '../../../../shared/contract'
import { levelToPostFrom } from '../../../../shared/notice/title'
import type { Procedure, Step, Transition } from '../../../../shared/procedures/definition'
import { stepDue } from '../../../../shared/procedures/due'
import { calendar, GROUNDS } from '../../../unit/procedures/driver'
import { stepIn } from '../../../unit/procedures/loaded'
import type { Person } from '../house'
import type { Applicant } from './cast'
import type { Turns } from './lockstep'
import { handInPhoto } from './photo'
import type { CasePlan } from './plans'
import { finishAndPost } from './posting'
import { filledRecord } from './records'
import { type Stage, unitOfBody, villageOf } from './stage'
import { agreeTo } from './tellings'

type CasePage = DataOf<'applications', 'case'>['case']
type Progress = DataOf<'applications', 'track'>['progress']
type Handling = InputOf<'applications', 'act'>['handling']

const ITEMS = ['户口簿', '家庭收入声明']
const MORNING = '09:00'
const SECOND = 1000

/** One application on its way over the real functions, in the hands of whoever has it. */
export class CaseRun {
  readonly id: string
  /** What went wrong, to be thrown in the run's own test; the other runs go on. */
  failure: unknown = null
  isOver = false
  private now: Instant = ''
  private applicant: Applicant | null = null
  private objections = 0
  private latest: Application | null = null

  constructor(
    readonly plan: CasePlan,
    private readonly stage: Stage,
    nth: number,
  ) {
    this.id = `case-run-${String(nth).padStart(4, '0')}`
  }

  /** The steps still to be gone, one or more a turn, on a morning each. */
  async *turns(start: Instant): Turns {
    try {
      this.now = start
      yield* this.walk()
      this.isOver = true
    } catch (error) {
      this.failure = error
    }
  }

  /** Keeps the first thing found wrong with the run, where what is so is not what must be. */
  blame(what: string, found: readonly string[], expected: readonly string[]): void {
    if (this.failure !== null || found.join() === expected.join()) return
    this.failure = new Error(`${this.plan.name}: ${what} ${found.join()} instead of ${expected.join()}`)
  }

  /** How it is stored, past the functions; read anew when time has passed or something was done. */
  async stored(): Promise<Application> {
    if (this.latest !== null) return this.latest
    const [found] = await this.stage.house.stored('applications', application, { _id: this.id })
    if (found === undefined) throw new Error(`${this.plan.name} is not stored`)
    this.latest = found
    return found
  }

  /** Whoever follows it on their own phone; null where it was opened by an office. */
  get owner(): Person | null {
    return this.applicant?.person ?? null
  }

  private async *walk(): Turns {
    const { plan } = this
    const [start = '', ...onwards] = plan.way
    await this.begin(stepIn(plan.procedure, start))
    yield this.nextMorning()
    const first = await this.stored()
    const ahead = first.state.step === start ? onwards : onwards.slice(1)
    for (const to of ahead) {
      await this.expectAt((await this.stored()).state.step)
      yield* this.go(to)
      yield this.nextMorning()
    }
    if (plan.isWithdrawn) {
      await this.withdraw()
      yield this.nextMorning()
    }
  }

  private async begin(step: Step): Promise<void> {
    const { plan, stage } = this
    const district = plan.procedure.districtId
    const village = villageOf(stage, district)._id
    const anyone = stage.house.anonymous
    const { procedureId } = plan.procedure
    const { procedure } = await anyone.call('applications', 'procedure', { district, procedure: procedureId })
    const offer = procedure.starts.find(one => one.step === step.id)
    if (offer === undefined) throw new Error(`${procedureId} cannot be begun at ${step.id}`)
    const applicant = await stage.cast.applicant()
    const isProject = procedure.applicant === 'project-unit'
    if (offer.way === 'self') this.applicant = applicant
    const isSelf = offer.way === 'self'
    const beginner = isSelf
      ? applicant.person
      : await stage.cast.handlerOf(this.unitOf(offer.body), offer.body)
    if (isSelf) await agreeTo(plan.way.length, stage.house, applicant.person)
    await beginner.call('applications', 'submit', {
      id: this.id,
      district,
      procedure: procedureId,
      start: step.id,
      unit: village,
      way: offer.way,
      subject: {
        kind: subjectKind(plan.procedure),
        name: isProject ? `${applicant.name}道路硬化` : applicant.name,
        idNumber: isProject ? '' : applicant.idNumber,
        phone: '13800000000',
        address: '一组',
        people: isProject ? null : 1,
        bankAccount: procedure.asksBankAccount ? '6228480000000000018' : '',
        reason: '收入少',
      },
      family: [],
      agent: null,
      partners: Object.fromEntries(
        procedure.partners.flatMap(({ body, units }) => units.slice(0, 1).map(({ code }) => [body, code])),
      ),
      materials: [],
    })
  }

  private async *go(to: string): Turns {
    const step = await this.presentStep()
    const line = await this.lineTo(step, to)
    if (step.kind === 'publicity' && line.outcome !== 'return' && line.outcome !== 'reject') {
      yield* this.holdPublicity(step)
      if (await this.isMovedByClock(step, line)) return
    }
    const earliest = this.earliestEnd(step, await this.stored())
    if (earliest !== null) yield this.until(earliest)
    await this.passTo(step, line)
  }

  /** Where one way leads on and nobody's objection stands, the close itself takes the application along it. */
  private async isMovedByClock(step: Step, line: Transition): Promise<boolean> {
    const { state } = await this.stored()
    const hasClosed = state.publicity?.closesAt !== null
    const isOnlyWay = step.next.filter(({ outcome }) => outcome === 'ok').length === 1
    if (!hasClosed || !isOnlyWay || line.outcome !== 'ok') return false
    expect(state.step).toBe(line.to)
    return true
  }

  /** Posts, objects where the plan says so, and waits for the second of the close. */
  private async *holdPublicity(step: Step): Turns {
    await this.post(step)
    const isUpheld = await this.objectAsPlanned(step)
    const { publicity } = (await this.stored()).state
    const closesAt = publicity?.closesAt ?? null
    if (publicity === null) throw new Error(`${this.plan.name} waits for no notice at ${step.id}`)
    if (closesAt !== null) {
      yield this.until(new Date(Date.parse(closesAt) - SECOND).toISOString())
      await this.expectHeldBy(publicity.noticeId, step)
      yield this.until(closesAt)
    }
    if (!isUpheld) return
    await this.expectHeldBy(publicity.noticeId, step)
    yield this.nextMorning()
    await this.answer(step, true)
  }

  /** True where an objection is left open that will be upheld; the second one is answered at once. */
  private async objectAsPlanned(step: Step): Promise<boolean> {
    const { objection } = this.plan
    if (objection?.at !== step.id) return false
    const isUpheld = objection.isUpheld && this.objections === 0
    await this.object(step)
    if (!isUpheld) await this.answer(step, false)
    return isUpheld
  }

  private async expectHeldBy(noticeId: string, step: Step): Promise<void> {
    const { state } = await this.stored()
    expect([state.step, state.publicity?.noticeId]).toEqual([step.id, noticeId])
  }

  private async post(step: Step): Promise<void> {
    const template = this.stage.forms.templates.find(one => one._id === step.publicity?.template)
    if (template === undefined) throw new Error(`${step.id} has no form of a notice`)
    for (const [unit, body] of await this.desks()) {
      const level = this.stage.units.find(one => one._id === unit)?.level
      const canPost = level !== undefined && levelToPostFrom(template, level) === null
      if (!canPost) continue
      const cadre = await this.stage.cast.cadreOf(unit, body)
      const draft = `${this.id}-${(await this.stored()).version}`
      const { noticeId } = await cadre.call('applications', 'announce', {
        cases: [this.id],
        as: body,
        draft,
      })
      await finishAndPost(cadre, noticeId, this.stage.forms)
      this.latest = null
      return
    }
    throw new Error(`nobody at ${step.id} can post ${template._id}`)
  }

  private async object(step: Step): Promise<void> {
    this.objections += 1
    const objectionId = this.objectionId()
    await this.act(step, () => ({ type: 'object', objectionId, text: '他家在城里有房' }))
  }

  private async answer(step: Step, upheld: boolean): Promise<void> {
    const objectionId = this.objectionId()
    await this.act(step, () => ({ type: 'answer', objectionId, text: '已入户核实', upheld }))
  }

  private async passTo(step: Step, line: Transition): Promise<void> {
    const { state } = await this.stored()
    const own = this.plan.procedure.actors
      .filter(({ at: place }) => place === 'applicant')
      .map(({ name }) => name)
    const takers = line.by ?? step.actors
    const isHouseholds = this.owner !== null && own.includes(takers[0] ?? '')
    if (isHouseholds && state.awaited !== null) return this.supply()
    if (isHouseholds) return this.proceed(line.to)
    const as = takers.find(name => this.owner === null || !own.includes(name))
    await this.act(step, page => handlingAlong(page, line.to), as)
  }

  private async supply(): Promise<void> {
    const person = this.household()
    const { application: page } = await person.call('applications', 'get', { id: this.id })
    expect(page.can.supply).toBe(true)
    expect(page.awaited?.items).toEqual(ITEMS)
    const materials = await Promise.all(ITEMS.map(kind => handInPhoto(person, this.id, kind)))
    await person.call('applications', 'supply', { id: this.id, version: page.version, materials })
  }

  private async proceed(to: string): Promise<void> {
    const person = this.household()
    const { application: page } = await person.call('applications', 'get', { id: this.id })
    expect(page.can.moves.map(move => move.to)).toContain(to)
    const { version } = page
    await person.call('applications', 'proceed', {
      id: this.id,
      version,
      to,
      remark: '说明原因',
      materials: [],
    })
  }

  private async withdraw(): Promise<void> {
    if (this.owner !== null) {
      const { application: page } = await this.owner.call('applications', 'get', { id: this.id })
      expect(page.can.withdraw).toBe(true)
      await this.owner.call('applications', 'withdraw', {
        id: this.id,
        version: page.version,
        remark: '不申请了',
      })
      return
    }
    const by = this.plan.procedure.withdrawal?.by[0] ?? ''
    const handler = await this.stage.cast.handlerOf(this.unitOf(by), by)
    const { case: page } = await handler.call('applications', 'case', { id: this.id })
    const handling = { type: 'withdraw', remark: '不申请了' } as const
    await handler.call('applications', 'act', { id: this.id, version: page.version, as: by, handling })
  }

  /** Does one thing in the name of a body of the step, the leading one where none is named. */
  private async act(step: Step, chosen: (page: CasePage) => Handling, as = step.actors[0]): Promise<void> {
    const found = (await this.desks()).find(([, body]) => body === as)
    if (found === undefined || as === undefined)
      throw new Error(`${this.plan.name}: ${as} has no desk at ${step.id}`)
    const handler = await this.stage.cast.handlerOf(found[0], as)
    const { now, case: page } = await handler.call('applications', 'case', { id: this.id })
    const handling = chosen(page)
    const isPassing = ['move', 'refuse', 'ask'].includes(handling.type)
    const record = isPassing ? filledRecord(page.recordForm, beijingDate(now)) : undefined
    const { version } = page
    const acting = { id: this.id, version, as, handling }
    await handler.call('applications', 'act', record === undefined ? acting : { ...acting, record })
    this.latest = null
  }

  /** What the household reads on its own page is where it is; without one, what the receipt's code shows. */
  private async expectAt(stepId: string): Promise<void> {
    const { trackCode, desk } = await this.stored()
    const progress = await this.shown(trackCode)
    const { name } = stepIn(this.plan.procedure, stepId)
    expect([progress.step, progress.stepName]).toEqual([stepId, name])
    expect(progress.timeline.filter(({ state }) => state === 'now').map(({ id }) => id)).toEqual([stepId])
    expect(progress.withApplicant || (progress.hands.length > 0 && desk.length > 0)).toBe(true)
  }

  private async shown(code: string): Promise<Progress> {
    if (this.owner === null) {
      return (await this.stage.house.anonymous.call('applications', 'track', { code })).progress
    }
    return (await this.owner.call('applications', 'get', { id: this.id })).application
  }

  private household(): Person {
    if (this.owner === null) throw new Error(`${this.plan.name} has no household on a phone`)
    return this.owner
  }

  private async presentStep(): Promise<Step> {
    return stepIn(this.plan.procedure, (await this.stored()).state.step)
  }

  /** Of the step itself, or of the step that waits for what the household was asked for. */
  private async lineTo(step: Step, to: string): Promise<Transition> {
    const { awaited } = (await this.stored()).state
    const lines = [
      ...step.next,
      ...(awaited === null ? [] : stepIn(this.plan.procedure, awaited.askedBy).next),
    ]
    const line = lines.find(candidate => candidate.to === to)
    if (line === undefined) throw new Error(`${this.plan.name} has no line from ${step.id} to ${to}`)
    return line
  }

  private async desks(): Promise<[unit: string, body: string][]> {
    const { desk } = await this.stored()
    return desk.map((key): [string, string] => {
      const [unit = '', body = ''] = key.split('|')
      return [unit, body]
    })
  }

  private unitOf(body: string): string {
    const { procedure } = this.plan
    const at = procedure.actors.find(({ name }) => name === body)?.at ?? ''
    return unitOfBody(this.stage, procedure.districtId, body, at)._id
  }

  private objectionId(): string {
    return `${this.id}-objection-${this.objections}`
  }

  private earliestEnd(step: Step, { state }: Application): Instant | null {
    if (step.limit?.bound !== 'at-least') return null
    const dueOn = stepDue(step, state, this.now, calendar)?.dueOn ?? null
    return dueOn === null ? null : at(addDays(dueOn, 1), MORNING)
  }

  private nextMorning(): Instant {
    return this.until(at(addDays(beijingDate(this.now), 1), MORNING))
  }

  private until(instant: Instant): Instant {
    this.now = instant
    this.latest = null
    return instant
  }
}

/** The action along the line to a step, as the desk offers it. */
function handlingAlong({ offers }: CasePage, to: string): Handling {
  const offer = offers.find(one => 'to' in one && one.to === to)
  if (offer === undefined || !('to' in offer)) throw new Error(`no offer leads to ${to}`)
  expect(offer.blocked).toBeNull()
  switch (offer.needs) {
    case 'nothing':
      return { type: 'move', to }
    case 'remark':
      return { type: 'move', to, remark: '说明原因' }
    case 'items':
      return { type: 'ask', to, items: ITEMS }
    case 'grounds':
      return { type: 'refuse', to, ...GROUNDS }
  }
}

function subjectKind({ applicant, beneficiary }: Procedure): 'household' | 'individual' | 'project' {
  switch (applicant) {
    case 'project-unit':
      return 'project'
    case 'none':
      return beneficiary ?? 'household'
    default:
      return applicant
  }
}
