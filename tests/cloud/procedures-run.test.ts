import type { RegisterLine } from '../../shared/application/page'
import { beijingDate } from '../../shared/calendar/date'
import type { DataOf } from '../../shared/contract'
import { PROCEDURES, stepIn } from '../unit/procedures/loaded'
import { JIANGBEI_DISTRICT } from './support/case-desk'
import { deskAuditor } from './support/cases/audit'
import { inLockstep } from './support/cases/lockstep'
import { type CasePlan, plansOf } from './support/cases/plans'
import { CaseRun } from './support/cases/run'
import { stageIn } from './support/cases/stage'
import { expectedTellings } from './support/cases/tellings'
import { brokenAt } from './support/chain'
import { type House, openHouse } from './support/house'
import { OUHAI_DISTRICT } from './support/writing'

/** Monday 7 September 2026, 9:00 in Beijing. */
const START = '2026-09-07T01:00:00.000Z'
const PLANS = plansOf(PROCEDURES)

const TITLES = {
  'application-step': '办理进度通知',
  'materials-missing': '补充材料通知',
  'application-decided': '申请结果通知',
}

/** For a machine that has much else to do; two quiet cores take a fraction of it. */
const SLOWEST = 900_000

let house: House
let runs: Map<string, CaseRun>

beforeAll(async () => {
  house = await openHouse(START)
  await house.stopClock()
  const stage = await stageIn(house)
  const all = PLANS.map((plan, nth) => new CaseRun(plan, stage, nth))
  runs = new Map(all.map(run => [run.plan.name, run]))
  await inLockstep(
    house,
    all.map(run => run.turns(START)),
    START,
    deskAuditor(stage, all),
  )
}, SLOWEST)
afterAll(() => house?.stop())

/** A run that went to its end; what went wrong on the way is thrown here. */
function runOf({ name }: CasePlan): CaseRun {
  const run = runs.get(name)
  if (run === undefined) throw new Error(`no run of ${name}`)
  if (run.failure !== null) throw run.failure
  return run
}

describe('each of the thirty, run over the functions', () => {
  test.each(PLANS)('$name', async plan => {
    const run = runOf(plan)
    const stored = await run.stored()
    const { state, register } = stored
    const moves = state.path.filter(({ outcome }) => outcome !== 'withdraw')
    expect([state.startStep, ...moves.map(({ to }) => to)]).toEqual(plan.way)
    const last = stepIn(plan.procedure, state.step)
    expect(state.end?.outcome).toBe(plan.isWithdrawn ? 'withdrawn' : last.end)
    expect(stored).toMatchObject({ desk: [], nextTransitionAt: null, untold: [] })
    expect(brokenAt(stored)).toBeNull()
    const isRecognised = last.end === 'completed' && plan.procedure.registers
    expect(register?.status ?? null).toBe(isRecognised ? 'in' : null)
    if (isRecognised) expect(register?.since).toBe(beijingDate(state.end?.at ?? ''))
    expect(state.duties).toEqual(
      moves
        .filter(({ outcome }) => outcome === 'ok')
        .flatMap(({ from, at: formedAt }) =>
          stepIn(plan.procedure, from).disclosures.map(item => ({ item, step: from, formedAt })),
        ),
    )
  })
})

describe('the register when all have ended', () => {
  async function registered(unit: string): Promise<RegisterLine[]> {
    const officer = house.as(unit === OUHAI_DISTRICT ? 'ouhai-officer' : 'jiangbei-officer')
    const lines: RegisterLine[] = []
    let after: string | null = null
    do {
      const page: DataOf<'applications', 'register'> = await officer.call('applications', 'register', {
        unit,
        ...(after === null ? {} : { after }),
      })
      lines.push(...page.lines)
      after = page.next
    } while (after !== null)
    return lines
  }

  test.each([OUHAI_DISTRICT, JIANGBEI_DISTRICT])('holds of %s whom a procedure recognised', async unit => {
    const own = PROCEDURES.filter(one => one.districtId === (unit === OUHAI_DISTRICT ? 'ouhai' : 'jiangbei'))
    const recognising = own.filter(({ registers }) => registers).map(({ name }) => name)
    const listed = (await registered(unit)).map(({ procedureName }) => procedureName)
    expect([...new Set(listed)].sort()).toEqual([...recognising].sort())
  })

  test('has nobody for a 临时救助 that was granted', async () => {
    const helped = PLANS.filter(({ name }) => name.startsWith('A.20 granted'))
    expect(helped.length).toBeGreaterThan(0)
    const listed = (await registered(OUHAI_DISTRICT)).map(({ caseNo }) => caseNo)
    for (const plan of helped) {
      const stored = await runOf(plan).stored()
      expect(stored.state.end?.outcome).toBe('completed')
      expect(listed).not.toContain(stored.caseNo)
    }
  })
})

describe('whoever applied on a phone is told every change by others, once, when it is so', () => {
  test.each(PLANS)('$name', async plan => {
    const run = runOf(plan)
    const { owner } = run
    if (owner === null) return
    const expected = expectedTellings(plan, await run.stored())
    const inbox = await house.inbox(owner)
    expect(inbox.map(({ title }) => title)).toEqual(expected.map(({ event }) => TITLES[event]))
    for (const [nth, { sentAt }] of inbox.entries()) {
      const next = expected[nth + 1]?.at
      expect(sentAt >= (expected[nth]?.at ?? '')).toBe(true)
      expect(next === undefined || sentAt <= next).toBe(true)
    }
  })
})
