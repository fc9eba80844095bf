import { availableActions } from '../../../shared/procedures/available'
import { whereItStands } from '../../../shared/procedures/standing'
import { CUSTOMARY, limitWords, publicityWords } from '../../../shared/procedures/words'
import { calendar, morningOf, Run } from './driver'
import { find, PROCEDURES, stepIn } from './loaded'

const standingOf = (run: Run) => whereItStands(run.procedure, run.state, run.now, calendar)
const offersOf = (run: Run, name: string) =>
  availableActions(run.procedure, run.state, { name }, run.now, calendar)

describe('where an application stands', () => {
  test('says the step, in whose hands, since when and what is next', () => {
    const run = new Run(find('JB.1'), 'apply', morningOf('2026-09-07')).go('village-accept')
    expect(standingOf(run)).toEqual({
      step: 'village-accept',
      name: '村民委员会受理',
      actors: ['村民委员会'],
      since: morningOf('2026-09-07'),
      ground: '见于本区文件原文',
      limit: null,
      overall: null,
      awaited: null,
      publicity: null,
      next: [
        {
          to: 'apply',
          name: '提交书面申请和相关材料（《低收入家庭审批表》）',
          actors: ['申请人'],
          when: '材料不齐全，一次性告知补齐',
          outcome: 'return',
          ground: '见于本区文件原文（先后按文字推定）',
        },
        {
          to: 'democratic-review',
          name: '评议小组（村两委班子、村民代表、驻村干部、驻村农村工作指导员组成）组织民主评议',
          actors: ['评议小组'],
          when: '提交评议',
          outcome: 'ok',
          ground: '见于本区文件原文（先后按文字推定）',
        },
      ],
      end: null,
    })
  })

  test('says until when, and which document says so', () => {
    const run = new Run(find('A.14'), 'apply', morningOf('2026-09-07')).go('accept').go('investigate')
    expect(standingOf(run).limit).toEqual({
      phase: 'running',
      dueOn: '2026-09-11',
      provisional: false,
      words:
        '自“窗口受理、查验材料（现场办理）”办完起 3 个工作日内开始办（规定：民发〔2021〕57号 第十五条（受理之日起3个工作日内启动调查））',
    })
  })

  test('lists what is awaited', () => {
    const run = new Run(find('A.14'), 'apply').go('accept')
    run.do({ type: 'ask', by: { name: '镇街' }, to: 'apply', items: ['户口簿'] })
    expect(standingOf(run)).toMatchObject({
      step: 'apply',
      actors: ['申请人'],
      awaited: { since: run.now, items: ['户口簿'], pause: null },
    })
  })

  test('says on which basis the insurer’s time stands still while it waits', () => {
    const run = new Run(find('A.8'), 'claim-apply').go('claim-review').go('claim-apply')
    expect(standingOf(run).awaited?.pause).toContain('保险法司法解释（二）第七条')
  })

  test('shows a publicity to post, open and closed, with its objections', () => {
    const run = new Run(find('A.14'), 'apply').go('accept').go('investigate').go('econ-verify')
    run.go('initial-opinion').go('village-publicity')
    expect(standingOf(run).publicity).toMatchObject({ phase: 'to-post', closesAt: null, objections: 0 })
    run.post().object('o-1')
    expect(standingOf(run).publicity).toMatchObject({ phase: 'open', objections: 1, unanswered: 1 })
    run.answerAll(false).waitUntil(run.state.publicity?.closesAt ?? '')
    expect(standingOf(run).publicity).toMatchObject({ phase: 'closed', objections: 1, unanswered: 0 })
  })

  test('shows a posting that nobody gave days to as up', () => {
    const run = new Run(find('A.8'), 'tender-plan').go('tender-notice').go('evaluate').go('award')
    run.go('award-publicity')
    run.do({
      type: 'post-notice',
      by: { name: '区委农办' },
      noticeId: 'n-1',
      window: { number: 1, postedAt: run.now, opensAt: run.now, closesAt: null, reckoning: null },
    })
    expect(standingOf(run).publicity).toMatchObject({ phase: 'up', closesAt: null })
  })

  test('gives a refused household the grounds and by when it is told (3 个工作日内书面告知)', () => {
    const run = new Run(find('A.14'), 'apply', morningOf('2026-09-07')).go('accept').go('investigate')
    run
      .go('econ-verify')
      .go('initial-opinion')
      .go('village-publicity')
      .go('report')
      .go('decide')
      .go('rejected')
    const standing = standingOf(run)
    expect(standing.end).toMatchObject({ outcome: 'rejected', grounds: { clause: expect.any(String) } })
    expect(standing.limit).toMatchObject({ phase: 'ended', dueOn: '2026-09-29' })
    expect(standingOf(run.wait(90)).limit?.phase).toBe('ended')
    expect(standing).toMatchObject({ next: [], overall: null, publicity: null })
  })
})

describe('what an actor can do', () => {
  test('is nothing while the matter is in other hands, or at its end', () => {
    const run = new Run(find('JB.1'), 'apply').go('village-accept')
    expect(offersOf(run, '区民政局')).toEqual([])
    run.do({ type: 'withdraw', by: { name: '申请人' } })
    expect(offersOf(run, '村民委员会')).toEqual([])
  })

  test('is the lines of the step, with what each asks for', () => {
    const run = new Run(find('JB.1'), 'apply').go('village-accept').go('democratic-review')
    const offers = offersOf(run, '评议小组').map(offer =>
      'to' in offer ? [offer.type, offer.to, offer.needs] : [],
    )
    expect(offers).toEqual([
      ['move', 'reinvestigate', 'remark'],
      ['refuse', 'not-eligible', 'grounds'],
      ['move', 'town-review', 'nothing'],
    ])
  })

  test('for the household is to withdraw, when the step is another’s', () => {
    const run = new Run(find('JB.1'), 'apply').go('village-accept')
    expect(offersOf(run, '申请人')).toEqual([{ type: 'withdraw', blocked: null }])
  })

  test('at a publicity is to post first; what must wait says why', () => {
    const run = new Run(find('JB.1'), 'apply').go('village-accept').go('democratic-review')
    run.go('town-review').go('village-publicity')
    expect(offersOf(run, '村民委员会')[0]).toEqual({
      type: 'post-notice',
      template: 'low-income-list',
      blocked: null,
    })
    run.post().object('o-1')
    expect(offersOf(run, '村民委员会')).toMatchObject([
      { type: 'answer', objectionId: 'o-1' },
      { type: 'move', to: 'town-report', blocked: { code: 'window-open' } },
      { type: 'move', to: 'reinvestigate', blocked: { code: 'window-open' } },
    ])
  })

  test('includes taking the step up and the date a limit is counted from, where that matters', () => {
    const investigation = new Run(find('A.14'), 'apply').go('accept').go('investigate')
    expect(offersOf(investigation, '镇街')[0]).toEqual({ type: 'begin', blocked: null })
    expect(offersOf(new Run(find('A.10'), 'apply'), '申请人')[0]).toEqual({
      type: 'date',
      event: '每学期开学日',
      blocked: null,
    })
  })
})

describe('how sure it is', () => {
  test('is said on every step that only usage fills in: 按通行程序，以当地公布为准', () => {
    for (const procedure of PROCEDURES) {
      for (const step of procedure.steps.filter(({ sureness }) => sureness === 'customary')) {
        const state = { ...new Run(procedure, procedure.entrySteps[0] ?? '').state, step: step.id }
        expect(whereItStands(procedure, state, state.since, calendar).ground).toBe(CUSTOMARY)
      }
    }
    expect(CUSTOMARY).toBe('按通行程序，以当地公布为准')
  })

  test('is said of the ways out that no document has', () => {
    const run = new Run(find('JB.1'), 'apply').go('village-accept').go('democratic-review').go('town-review')
    expect(standingOf(run).next.map(({ to, ground }) => [to, ground])).toEqual([
      ['village-publicity', '见于本区文件原文（先后按文字推定）'],
      ['not-eligible', CUSTOMARY],
    ])
  })

  test('names the regulation of a step that rests on one', () => {
    const run = new Run(find('A.15'), 'apply')
    expect(standingOf(run).ground).toBe(`依据：${find('A.15').basis.join('；')}`)
  })

  test('never lets suggested days pass for a rule', () => {
    const all = PROCEDURES.flatMap(({ steps }) => steps.flatMap(({ publicity }) => publicity ?? []))
    const suggested = all.filter(({ nature }) => nature === 'suggested')
    expect(suggested).toHaveLength(16)
    for (const publicity of suggested) {
      expect(publicityWords(publicity)).toContain('（建议，不是规定，以当地公布为准）')
    }
  })

  test.each([
    ['JB.1', 'village-publicity', '公示 7 天（本区文件规定：江北区文件“村务公开栏公示7天”），在村务公开栏'],
    ['A.10', 'school-review-publicity', '公示 5 个工作日（建议，不是规定，以当地公布为准），地点没有写明'],
    ['A.16', 'publish', '公示，天数没有规定，在村务公开栏、区政府门户网站'],
    [
      'A.2',
      'village-publicity',
      '公示不少于 10 天（规定：《关于完善扶贫资金项目公告公示制度的指导意见》（乡镇、村和项目实施单位公告公示原则上不少于10天；文本仅见转引）），在村务公开栏、镇街公告栏',
    ],
  ])('%s %s: %s', (id, step, words) => {
    const { publicity } = stepIn(find(id), step)
    if (publicity === undefined) throw new Error('no publicity')
    expect(publicityWords(publicity)).toBe(words)
  })

  test.each([
    ['A.10', 'apply', '自每学期开学日起 1 个月内（本区文件规定：瓯海区文件）'],
    ['A.16', 'daily-report', '1 天内（规定：自然灾害救助条例 第十七条（灾情稳定前每日上报））'],
    [
      'A.16',
      'disaster-report',
      '立即（规定：自然灾害救助条例 第十六条（人员伤亡或较大财产损失，县级主管部门应当立即报告））',
    ],
    [
      'A.8',
      'tender-notice',
      '至少 20 天（规定：政府采购法 第三十五条（自招标文件开始发出之日起至投标截止不得少于二十日））',
    ],
  ])('%s %s: %s', (id, step, words) => {
    const procedure = find(id)
    const { limit } = stepIn(procedure, step)
    if (limit === undefined) throw new Error('no limit')
    expect(limitWords(limit, procedure)).toBe(words)
  })
})
