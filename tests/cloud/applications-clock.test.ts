import * as z from 'zod/mini'
import type { Instant } from '../../shared/calendar/model'
import { job } from '../../shared/subscription/model'
import { APPLICATION_EVENTS, DESK_EVENTS } from '../../shared/subscription/topics'
import { finishAndPost } from './support/cases/posting'
import { type Stage, stageIn } from './support/cases/stage'
import { brokenAt, chained } from './support/chain'
import { agree, deliveriesOf, told } from './support/followers'
import { type House, openHouse, type Person } from './support/house'
import {
  announceInMaoao,
  applyInMaoao,
  applyInZhiyuan,
  type HouseholdCase,
  handle,
  postInMaoao,
  storedCase,
  toVillagePublicity,
} from './support/household-case'
import { storyteller } from './support/story'
import { MAOAO_VILLAGE, ZEYA_TOWNSHIP, ZHIYUAN_VILLAGE } from './support/writing'

/** Monday 23 November 2026, 9:00 in Beijing. */
const MONDAY = '2026-11-23T01:00:00.000Z'
const MINUTE = 60_000

const anything = z.looseObject({ _id: z.string() })

let house: House
let stage: Stage
let begin: ReturnType<typeof storyteller>
beforeAll(async () => {
  house = await openHouse(MONDAY)
  stage = await stageIn(house)
  begin = storyteller(house)
})
afterAll(() => house.stop())
beforeEach(async () => {
  await hold(true)
  await begin(MONDAY)
})

let cases = 0
function newId(kind = 'clocked-case'): string {
  cases += 1
  return `${kind}-${String(cases).padStart(4, '0')}`
}

async function hold(isHeld: boolean): Promise<void> {
  for (const timer of ['clock', 'courier']) await house.holdTimer(timer, isHeld)
}
/** The timers that were held, each once. */
async function tick(): Promise<void> {
  for (const timer of ['clock', 'courier'] as const) {
    const runs = await house.fire(timer)
    expect(runs.map(run => run.answer)).toEqual([expect.objectContaining({ ok: true })])
  }
}
function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString()
}

/** An application of 毛岙村 whose owner has agreed to each message so many times. */
async function appliedFor(times = 3): Promise<HouseholdCase> {
  const made = await applyInMaoao(stage, newId())
  await agree(house, made.owner, APPLICATION_EVENTS, times)
  return made
}
async function accept(id: string): Promise<void> {
  await handle(stage, id, MAOAO_VILLAGE, '村民委员会', { type: 'move', to: 'democratic-review' })
}
async function atPublicity(): Promise<HouseholdCase> {
  const made = await appliedFor(6)
  await toVillagePublicity(stage, made.id)
  return made
}
async function stepOf(id: string): Promise<string> {
  return (await storedCase(house, id)).state.step
}
async function actionsOf(id: string): Promise<string[]> {
  const [stored] = await house.stored('applications', chained, { _id: id })
  if (!stored) throw new Error(`no application ${id}`)
  expect(brokenAt(stored)).toBeNull()
  return stored.history.map(entry => entry.action)
}
const jobsOf = (id: string) =>
  house.stored('jobs', z.pick(job, { event: true, round: true }), { 'matter.id': id })

describe('what happens to an application is told', () => {
  it('once to its owner, though the clock and the courier run twice in the same moment, and again', async () => {
    const { id, owner } = await appliedFor()
    await accept(id)
    for (const timer of ['clock', 'courier'] as const) {
      await house.fire(timer, 2)
      await house.fire(timer)
    }
    const [message, ...others] = await house.inbox(owner)
    expect(others).toEqual([])
    const { caseNo } = await storedCase(house, id)
    expect(message).toMatchObject({
      title: '办理进度通知',
      templateId: 'TEMPLATE-application-step',
      page: `pages/application/index?id=${id}&from=msg`,
      data: {
        thing1: '低收入农户认定',
        phrase2: '民主评议',
        thing3: '毛岙村评议小组',
        date4: '2026年11月23日',
        character_string5: caseNo,
      },
    })
    expect(await jobsOf(id)).toEqual([{ event: 'application-step', round: 2 }])
    const { untold, nextTransitionAt, version, history } = await storedCase(house, id)
    expect({ untold, nextTransitionAt }).toEqual({ untold: [], nextTransitionAt: null })
    expect(history).toHaveLength(version)
  })

  it('to whoever follows by its code, with a page that shows nothing personal', async () => {
    const { id } = await appliedFor()
    const { trackCode, caseNo } = await storedCase(house, id)
    const neighbour = await house.welcome(newId('neighbour'))
    const followed = { kind: 'application', target: trackCode } as const
    const { follows } = await neighbour.call('subscriptions', 'follow', followed)
    expect(follows).toEqual([{ ...followed, name: `低收入农户认定 ${caseNo}` }])
    await agree(house, neighbour, APPLICATION_EVENTS)
    await accept(id)
    await tick()
    const [message] = await house.inbox(neighbour)
    expect(message?.page).toBe(`pages/track/index?code=${trackCode}&from=msg`)
    await neighbour.call('subscriptions', 'unfollow', followed)
    await handle(stage, id, MAOAO_VILLAGE, '评议小组', { type: 'move', to: 'town-review' })
    await tick()
    expect(await house.inbox(neighbour)).toHaveLength(1)
  })

  it('not to a person who makes up a code, nor is a desk followed without an office at it', async () => {
    const stranger = await house.welcome(newId('stranger'))
    const made = { action: 'follow', kind: 'application', target: '0000000000' }
    expect(await stranger.refusal('subscriptions', made)).toMatchObject({ code: 'NOT_FOUND' })
    const desk = { action: 'follow', kind: 'desk', target: MAOAO_VILLAGE }
    expect(await stranger.refusal('subscriptions', desk)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('with what is missing by the name the procedure gives it, and by number where it was written by hand', async () => {
    const missing = async (items: string[]) => {
      const { id, owner } = await appliedFor()
      await handle(stage, id, MAOAO_VILLAGE, '村民委员会', { type: 'ask', to: 'apply', items })
      await tick()
      const [message] = await house.inbox(owner)
      expect(message?.data).toMatchObject({ thing1: '低收入农户认定', phone_number4: expect.any(String) })
      return message?.data.thing2
    }
    expect(await missing(['书面申请', '《低收入家庭审批表》'])).toBe('书面申请等2样，点开看全部')
    expect(await missing(['书面申请'])).toBe('书面申请，点开看全部')
    expect(await missing(['虞样甲的残疾证', '书面申请'])).toBe('2样材料，点开看全部')
  })

  it('with the decision, which stays one', async () => {
    const { id, owner } = await appliedFor()
    await accept(id)
    await handle(stage, id, MAOAO_VILLAGE, '评议小组', {
      type: 'refuse',
      to: 'not-eligible',
      reason: '人均年收入超过认定线',
      clause: '《低收入农户认定》1',
      appeal: '60 日内可向区政府申请行政复议',
    })
    await house.fire('clock')
    await house.setTime(later(MONDAY, 30 * 24 * 60 * MINUTE))
    await house.fire('courier')
    const messages = await house.inbox(owner)
    expect(messages.map(one => [one.title, one.data])).toEqual([
      [
        '申请结果通知',
        {
          thing1: '低收入农户认定',
          phrase2: '未通过',
          date3: '2026年11月23日',
          thing4: '点开看决定、理由和怎么复查',
        },
      ],
    ])
  })

  it('in neutral words where a locked screen must not name the matter', async () => {
    const made = await applyInZhiyuan(stage, newId(), 'A.13')
    await agree(house, made.owner, APPLICATION_EVENTS)
    await handle(stage, made.id, ZEYA_TOWNSHIP, '镇街', { type: 'move', to: 'investigate' })
    await tick()
    const [message] = await house.inbox(made.owner)
    expect(message?.data).toMatchObject({ thing1: '民生补助申请', thing3: '点开看办理单位' })
    expect(JSON.stringify(message)).not.toContain(made.name)
  })

  it('in the morning where it happened at night', async () => {
    const { id, owner } = await appliedFor()
    await house.setTime('2026-11-23T16:30:00.000Z')
    await accept(id)
    await tick()
    expect(await house.inbox(owner)).toEqual([])
    await house.setTime('2026-11-24T01:00:00.000Z')
    await tick()
    expect(await told(house, owner)).toEqual(['application-step'])
  })

  it('as it is now: a step that it has left before the message went out is not told any more', async () => {
    const { id, owner } = await appliedFor()
    await accept(id)
    await house.fire('clock')
    await handle(stage, id, MAOAO_VILLAGE, '评议小组', { type: 'move', to: 'town-review' })
    await house.fire('clock')
    await house.fire('courier')
    const messages = await house.inbox(owner)
    expect(messages.map(one => one.data.phrase2)).toEqual(['镇街审核'])
    const ends = (await deliveriesOf(house, id)).map(one => one.state).sort()
    expect(ends).toEqual(['sent', 'stale'])
  })

  it('after a clock that was away: two moves of one morning are one message', async () => {
    const { id, owner } = await appliedFor()
    await accept(id)
    await handle(stage, id, MAOAO_VILLAGE, '评议小组', { type: 'move', to: 'town-review' })
    await tick()
    expect(await told(house, owner)).toEqual(['application-step'])
    expect(await jobsOf(id)).toEqual([{ event: 'application-step', round: 3 }])
  })

  it('though the document of another cannot be read', async () => {
    const [broken, sound] = [await appliedFor(), await appliedFor()]
    for (const { id } of [broken, sound]) await accept(id)
    const [whole] = await house.stored('applications', anything, { _id: broken.id })
    await house.load('applications', [{ ...whole, state: { step: 'nowhere' } }])
    await tick()
    expect(await told(house, sound.owner)).toEqual(['application-step'])
    expect(await house.logs()).toContain(broken.id)
  })
})

describe('the posting of a notice', () => {
  it('brings its households on at once, and each is named in it', async () => {
    const [one, other] = [await atPublicity(), await atPublicity()]
    const { noticeId, closesAt } = await postInMaoao(stage, [one.id, other.id], newId('notice'))
    for (const { id } of [one, other]) {
      const { state } = await storedCase(house, id)
      expect(state.publicity).toEqual({ noticeId, round: 1, postedAt: expect.any(String), closesAt })
      expect((await actionsOf(id)).at(-1)).toBe('notice-posted')
    }
    const behind = z.object({ applicationsBehind: z.boolean() })
    expect(await house.stored('notices', behind, { _id: noticeId })).toEqual([{ applicationsBehind: false }])
  })

  it('is refused where a household has gone on, by its name', async () => {
    const made = await atPublicity()
    const draft = newId('notice')
    const cadre = await announceInMaoao(stage, [made.id], draft)
    await made.owner.call('applications', 'withdraw', {
      id: made.id,
      version: (await storedCase(house, made.id)).version,
      remark: '不申请了',
    })
    const posting = finishAndPost(cadre, draft, stage.forms)
    await expect(posting).rejects.toMatchObject({
      code: 'NOT_READY',
      message: expect.stringContaining(`${made.name}：已经不在公示这一步`),
    })
  })

  it('is refused where a household was struck off its list', async () => {
    const [kept, struck] = [await atPublicity(), await atPublicity()]
    const draft = newId('notice')
    const cadre = await announceInMaoao(stage, [kept.id, struck.id], draft)
    const { rows, values, unit, draft: opened } = await cadre.call('notices', 'open', { id: draft })
    await cadre.call('notices', 'draft', {
      id: draft,
      version: opened.version,
      unit,
      district: opened.districtId,
      item: opened.itemId,
      template: opened.templateId,
      values,
      rows: rows.filter(row => row.name !== struck.name),
    })
    const posting = finishAndPost(cadre, draft, stage.forms)
    await expect(posting).rejects.toMatchObject({
      code: 'NOT_READY',
      message: expect.stringContaining(`${struck.name}：名单里没有这一户`),
    })
  })

  it('that was cut short is gone on with by the clock', async () => {
    const made = await atPublicity()
    const { noticeId, closesAt } = await postInMaoao(stage, [made.id], newId('notice'))
    const [whole] = await house.stored('applications', anything, { _id: made.id })
    const state = z.looseObject({}).parse(whole?.state)
    await house.load('applications', [{ ...whole, state: { ...state, publicity: null } }])
    const [notice] = await house.stored('notices', anything, { _id: noticeId })
    await house.load('notices', [{ ...notice, applicationsBehind: true }])
    await house.fire('clock', 2)
    expect((await storedCase(house, made.id)).state.publicity).toMatchObject({ noticeId, closesAt })
  })
})

describe('a publicity that is over', () => {
  it('moves its households on at the second it closes, and not before', async () => {
    const made = await atPublicity()
    const { closesAt } = await postInMaoao(stage, [made.id], newId('notice'))
    await tick()
    await house.setTime(later(closesAt, -1000))
    await house.fire('clock')
    expect(await stepOf(made.id)).toBe('village-publicity')
    await house.setTime(closesAt)
    await house.fire('clock', 2)
    expect(await stepOf(made.id)).toBe('town-report')
    const closings = (await actionsOf(made.id)).filter(action => action === 'publicity-closed')
    expect(closings).toHaveLength(1)
    const before = (await house.inbox(made.owner)).length
    await house.fire('courier')
    expect(await house.inbox(made.owner)).toHaveLength(before)
    await house.setTime(later(closesAt, 9 * 60 * MINUTE))
    await house.fire('courier')
    expect((await house.inbox(made.owner)).at(-1)?.data.phrase2).toBe('已提交')
  })

  it('does so too where the last minute brought a change that was told after it', async () => {
    const made = await atPublicity()
    const { closesAt } = await postInMaoao(stage, [made.id], newId('notice'))
    await house.setTime(closesAt)
    await house.fire('clock')
    expect(await stepOf(made.id)).toBe('town-report')
  })

  it('leaves a household with an objection where it is until it is answered in writing', async () => {
    const made = await atPublicity()
    const { closesAt } = await postInMaoao(stage, [made.id], newId('notice'))
    const objectionId = newId('objection')
    const village = (handling: Parameters<typeof handle>[4]) =>
      handle(stage, made.id, MAOAO_VILLAGE, '村民委员会', handling)
    await village({ type: 'object', objectionId, text: '他家在城里有房' })
    await tick()
    await house.setTime(closesAt)
    await house.fire('clock', 2)
    expect(await stepOf(made.id)).toBe('village-publicity')
    expect((await storedCase(house, made.id)).nextTransitionAt).toBeNull()
    await house.setTime(later(closesAt, 10 * 60 * MINUTE))
    await village({ type: 'answer', objectionId, text: '房屋已于去年出让', upheld: false })
    await house.fire('clock')
    expect(await stepOf(made.id)).toBe('town-report')
  })

  it('leaves the choice between two ways to the handler, and does not ask again every minute', async () => {
    const made = await applyInZhiyuan(stage, newId(), 'A.20')
    for (const to of ['investigate', 'town-review', 'village-publicity']) {
      await handle(stage, made.id, ZEYA_TOWNSHIP, '镇街', { type: 'move', to })
    }
    const cadre = await stage.cast.cadreOf(ZHIYUAN_VILLAGE, '村民委员会')
    const draft = newId('notice')
    await cadre.call('applications', 'announce', { cases: [made.id], as: '村民委员会', draft })
    await finishAndPost(cadre, draft, stage.forms)
    const { state } = await storedCase(house, made.id)
    await house.setTime(state.publicity?.closesAt ?? '')
    await house.fire('clock')
    const { state: left, nextTransitionAt } = await storedCase(house, made.id)
    expect(left.step).toBe('village-publicity')
    expect(nextTransitionAt).toBeNull()
  })

  it('does not move anybody on where the notice was withdrawn', async () => {
    const made = await atPublicity()
    const { noticeId, closesAt } = await postInMaoao(stage, [made.id], newId('notice'))
    const [whole] = await house.stored('notices', anything, { _id: noticeId })
    await house.load('notices', [{ ...whole, status: 'withdrawn' }])
    await house.setTime(closesAt)
    await house.fire('clock')
    expect(await stepOf(made.id)).toBe('village-publicity')
  })
})

describe('a day off that is announced while the notice is up', () => {
  const typhoon = (loadedAt: Instant) =>
    house.load('calendars', [
      {
        _id: 'typhoon',
        districtId: null,
        schedules: [],
        overrides: ['2026-11-26', '2026-11-27', '2026-11-30'].map(date => ({
          date,
          working: false,
          reason: '台风',
        })),
        loadedAt,
      },
    ])
  afterEach(() =>
    house.load('calendars', [
      { _id: 'typhoon', districtId: null, schedules: [], overrides: [], loadedAt: MONDAY },
    ]),
  )

  it('lengthens the wait of its households with it', async () => {
    const made = await atPublicity()
    const { closesAt } = await postInMaoao(stage, [made.id], newId('notice'))
    await typhoon(later(MONDAY, MINUTE))
    await house.fire('clock')
    const { state } = await storedCase(house, made.id)
    const lengthened = state.publicity?.closesAt ?? ''
    expect(lengthened > closesAt).toBe(true)
    await house.setTime(closesAt)
    await house.fire('clock')
    expect(await stepOf(made.id)).toBe('village-publicity')
    await house.setTime(lengthened)
    await house.fire('clock')
    expect(await stepOf(made.id)).toBe('town-report')
  })

  it('does so even where the clock was away past the earlier close', async () => {
    const made = await atPublicity()
    const { closesAt } = await postInMaoao(stage, [made.id], newId('notice'))
    await tick()
    await typhoon(later(MONDAY, MINUTE))
    await house.setTime(later(closesAt, MINUTE))
    await house.fire('clock')
    const { state } = await storedCase(house, made.id)
    expect(state.step).toBe('village-publicity')
    expect((state.publicity?.closesAt ?? '') > closesAt).toBe(true)
  })

  it('lets no handler leave it by the earlier end while the clock has not been there', async () => {
    const made = await atPublicity()
    const { closesAt } = await postInMaoao(stage, [made.id], newId('notice'))
    await tick()
    await house.holdTimer('clock', true)
    await typhoon(later(MONDAY, MINUTE))
    await house.setTime(later(closesAt, MINUTE))
    const onward = handle(stage, made.id, MAOAO_VILLAGE, '村民委员会', { type: 'move', to: 'town-report' })
    await expect(onward).rejects.toMatchObject({ code: 'BUSY' })
    await house.holdTimer('clock', false)
    await house.fire('clock')
    expect(await stepOf(made.id)).toBe('village-publicity')
  })
})

describe('a limit', () => {
  /** 特困人员 of 泽雅镇: accepted on Monday 23 November, to be looked into within 15 working days, by 14 December. */
  const WORKDAY_BEFORE = '2026-12-11T01:00:00.000Z'
  const WORKDAY_AFTER = '2026-12-15T01:00:00.000Z'

  async function underInvestigation(): Promise<string> {
    const { id } = await applyInZhiyuan(stage, newId(), 'A.15', 'individual')
    await handle(stage, id, ZEYA_TOWNSHIP, '镇街', { type: 'move', to: 'investigate' })
    return id
  }
  let clerks = 0
  /** Somebody with a post who follows the desk. */
  async function clerkAt(
    unit: string,
    post: { bodies?: string[] } = {},
  ): Promise<Person & { office: object }> {
    clerks += 1
    const clerk = await house.welcome(`clerk-${clerks}`)
    const office = {
      _id: `clerk-office-${clerks}`,
      personId: clerk.personId,
      unit,
      role: 'cadre',
      until: null,
      ...post,
    }
    await house.load('members', [office])
    await clerk.call('subscriptions', 'follow', { kind: 'desk', target: unit })
    await agree(house, clerk, DESK_EVENTS)
    return { ...clerk, office }
  }

  it('is brought to mind on the morning of the workday before, and of the workday after, once each', async () => {
    const clerk = await clerkAt(ZEYA_TOWNSHIP)
    const id = await underInvestigation()
    await tick()
    const heard: string[][] = []
    for (const now of [later(WORKDAY_BEFORE, -1000), WORKDAY_BEFORE, later(WORKDAY_BEFORE, MINUTE)]) {
      await house.setTime(now)
      await tick()
      heard.push(await told(house, clerk))
    }
    expect(heard).toEqual([[], ['deadline-approaching'], ['deadline-approaching']])
    for (const now of [WORKDAY_AFTER, later(WORKDAY_AFTER, 24 * 60 * MINUTE)]) {
      await house.setTime(now)
      await tick()
    }
    expect(await told(house, clerk)).toEqual(['deadline-approaching', 'overdue'])
    const messages = await house.inbox(clerk)
    expect(messages.map(one => one.page)).toEqual(Array(2).fill(`desk/case/index?id=${id}&from=msg`))
    expect(messages.map(one => one.data)).toEqual([
      expect.objectContaining({ thing2: '入户调查', date3: '2026年12月14日', number4: '2' }),
      expect.objectContaining({ date2: '2026年12月14日', number3: '1' }),
    ])
  })

  it('is no news to who has left the office, or acts there for another body', async () => {
    const [former, other, present] = [
      await clerkAt(ZEYA_TOWNSHIP),
      await clerkAt(ZEYA_TOWNSHIP, { bodies: ['公共就业服务机构（镇街）'] }),
      await clerkAt(ZEYA_TOWNSHIP, { bodies: ['镇街'] }),
    ]
    await underInvestigation()
    await house.fire('clock')
    await house.setTime(WORKDAY_BEFORE)
    await house.fire('clock')
    await house.load('members', [{ ...former.office, until: '2026-12-10' }])
    await house.fire('courier')
    expect(await told(house, former)).toEqual([])
    expect(await told(house, other)).toEqual([])
    expect(await told(house, present)).toEqual(['deadline-approaching'])
  })

  it('is brought to mind of who enters the step for a body that is not on the platform, whatever the office names', async () => {
    const department = '330304-区委农办'
    const clerk = await clerkAt(department, { bodies: ['区委农办'] })
    const { person, name, idNumber } = await stage.cast.applicant()
    const id = newId()
    await person.call('applications', 'submit', {
      id,
      district: 'ouhai',
      procedure: 'A.8',
      start: 'claim-apply',
      unit: ZHIYUAN_VILLAGE,
      way: 'self',
      subject: {
        kind: 'household',
        name,
        idNumber,
        phone: '13800000000',
        address: '一组',
        people: 1,
        bankAccount: '',
        reason: '大棚被台风吹倒',
      },
      family: [],
      agent: null,
      partners: {},
      materials: [],
    })
    // As it lies where the insurer has no unit.
    await house.load('applications', [{ ...(await storedCase(house, id)), desk: [`${department}|保险公司`] }])
    await house.setTime('2026-12-22T01:00:00.000Z')
    await tick()
    expect(await told(house, clerk)).toEqual(['deadline-approaching'])
  })

  it('is no news any more once the step is done', async () => {
    const clerk = await clerkAt(ZEYA_TOWNSHIP)
    const id = await underInvestigation()
    await house.fire('clock')
    await house.setTime(WORKDAY_BEFORE)
    await house.fire('clock')
    const step = await storedCase(house, id)
    await handle(stage, id, ZEYA_TOWNSHIP, '镇街', { type: 'move', to: await wayOn(step.state.procedureId) })
    await house.fire('courier')
    expect(await told(house, clerk)).toEqual([])
  })

  it('that passed while the clock was away is told as passed only', async () => {
    const clerk = await clerkAt(ZEYA_TOWNSHIP)
    await underInvestigation()
    await house.setTime(WORKDAY_AFTER)
    await tick()
    expect(await told(house, clerk)).toEqual(['overdue'])
  })

  async function wayOn(procedureId: string): Promise<string> {
    const steps = z.object({
      steps: z.array(
        z.looseObject({
          id: z.string(),
          next: z.optional(z.array(z.looseObject({ to: z.string(), outcome: z.string() }))),
        }),
      ),
    })
    const [found] = await house.stored('procedures', steps, { _id: procedureId })
    const step = found?.steps.find(one => one.id === 'investigate')
    return step?.next?.find(line => line.outcome === 'ok')?.to ?? ''
  }
})
