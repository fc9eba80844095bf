import { createCalendar } from '../../../shared/calendar/work-calendar'
import { NoticeNotPublicError } from '../../../shared/notice/errors'
import { noticeCard, publicNotice } from '../../../shared/notice/public-view'
import { recomputeWindow } from '../../../shared/publicity/window'
import { TRIAL_2027 } from '../calendar/schedule-2027'
import { idNumber } from '../privacy/people'
import {
  CLOSES_AT,
  CONTACTS,
  entry,
  LIST_ROWS,
  LIST_VALUES,
  loadWorld,
  sourcesOf,
  templateOf,
  type World,
} from './posted'

const LAST_MOMENT = '2026-10-13T15:59:59.999Z'

let world: World
beforeAll(async () => {
  world = await loadWorld()
})

describe('while the window runs', () => {
  test('the title, the text and the sentences are filled, and nothing is left blank', () => {
    const page = publicNotice(sourcesOf(world))
    expect(page.title).toBe('下章村2026年度低收入农户拟认定名单公示')
    expect(page.body).toBe(
      '根据浙江省低收入农户认定办法，本村2026年度低收入农户认定，9月10日受理，9月14日入户，9月21日评议，到场32人。拟认定低收入农户2户、7人，名单附后，现予公示。',
    )
    expect(page.publicitySentence).toBe(
      '公示期：2026年9月29日至2026年10月13日，共7个工作日；张贴当天（2026年9月28日）不算，到最后一天24时止。（规定写“7天”，本公示按工作日计算，截止较晚。）',
    )
    expect(page.objectionSentence).toContain('受理单位：下章村村务监督委员会；电话：0577-88881234')
    expect(JSON.stringify(page)).not.toContain('＿＿')
  })

  test('names stand masked for everybody, since nobody can be told for a villager', () => {
    const { list } = publicNotice(sourcesOf(world))
    expect(list?.names).toBe('present')
    expect(list?.rows.map(row => row.name)).toEqual(['王*明', '欧阳*'])
    expect(list?.total).toBe(2)
  })

  test('the list tells from which date the names are gone', () => {
    expect(publicNotice(sourcesOf(world)).list?.goneFrom).toBe('2026-10-14')
  })

  test('columns that are not public, and cells of no column, are not there', () => {
    const rows = LIST_ROWS.map(row => ({
      ...row,
      hardshipReason: '因病',
      perCapitaIncome: '8000',
      note: '备注',
    }))
    const { list } = publicNotice(sourcesOf(world, { rows }))
    expect(list?.columns.map(({ key }) => key)).toEqual([
      'name',
      'village',
      'memberCount',
      'category',
      'changeType',
    ])
    expect(Object.keys(list?.rows[0] ?? {})).toEqual([
      'name',
      'village',
      'memberCount',
      'category',
      'changeType',
    ])
  })

  test('values that the form does not name are not there', () => {
    const values = { ...LIST_VALUES, secretNote: '不该出现的话' }
    expect(JSON.stringify(publicNotice(sourcesOf(world, { values })))).not.toContain('不该出现的话')
  })

  test('a value of the notice cannot name a placeholder of the text', () => {
    const values = { ...LIST_VALUES, process: '{supervisionPhone}[[x]]' }
    expect(publicNotice(sourcesOf(world, { values })).body).toContain('{supervisionPhone}[[x]]')
  })

  test('the catalog adds who publishes, with the body that has the matter now, and where', () => {
    const page = publicNotice(sourcesOf(world))
    expect(page.catalogPublishers).toContainEqual({ name: '区委农办', successor: '区农业农村局' })
    expect(page.channels).toEqual(['网站', '公告栏'])
    expect(page.basis[0]).toBe('浙江省低收入农户认定办法')
  })

  test('contacts the cadre left out are those of the district', () => {
    const { acceptPhone, ...values } = LIST_VALUES
    const sources = sourcesOf(world, { values })
    expect(publicNotice(sources).contacts.phone).toBe(sources.district.contacts.acceptPhone)
  })
})

describe('the plain lines say how things stand', () => {
  const untilAt = (now: string) => publicNotice(sourcesOf(world, {}, now)).plain.until

  test('on the posting day: when counting begins', () => {
    expect(untilAt('2026-09-28T02:00:00.000Z')).toBe(
      '已经贴出来了，9月29日（星期二）开始算日子。看到 10月13日（星期二） 晚上12点为止。公示期共 7 个工作日。',
    )
  })

  test('on 8 October: the third of seven working days, six days on the wall calendar', () => {
    expect(untilAt('2026-10-08T01:00:00.000Z')).toBe(
      '看到 10月13日（星期二） 晚上12点为止。公示期共 7 个工作日，今天是第 3 个。',
    )
  })

  test('on the last day', () => {
    expect(untilAt(LAST_MOMENT)).toBe('今天是最后一天，晚上12点为止。公示期共 7 个工作日，今天是第 7 个。')
  })

  test('after it', () => {
    expect(untilAt(CLOSES_AT)).toBe('已经结束（10月13日）。名字收起来了，结果还能看。')
  })

  test('a date of another year is said with its year', () => {
    const page = publicNotice(
      sourcesOf(world, { postedAt: '2026-12-28T01:00:00.000Z' }, '2026-12-28T02:00:00.000Z'),
    )
    expect(page.plain.until).toContain('2027年1月')
  })
})

describe('from the instant of the close', () => {
  test('a millisecond before it the names are still there', () => {
    expect(publicNotice(sourcesOf(world, {}, LAST_MOMENT)).list?.rows).toHaveLength(2)
  })

  test('at it they are gone, and the number of households stays', () => {
    const { list } = publicNotice(sourcesOf(world, {}, CLOSES_AT))
    expect(list).toMatchObject({ rows: [], names: 'retired', total: 2, goneFrom: '2026-10-14' })
  })

  test('what stays is 标题、日期、发布单位、户数（人数）, no free text', () => {
    const page = publicNotice(sourcesOf(world, {}, CLOSES_AT))
    expect(page.fields.map(({ key }) => key)).toEqual(['year', 'householdCount', 'personCount'])
    expect(page.title).toBe('下章村2026年度低收入农户拟认定名单公示')
    expect(page.body).toBe('公示期满，公开副本只留标题、日期、发布单位、户数（人数）、金额合计和处理结果。')
    expect(JSON.stringify(page)).not.toContain('入户')
  })

  test('nobody is told any more to object within the window', () => {
    const page = publicNotice(sourcesOf(world, {}, CLOSES_AT))
    expect(page.objectionSentence).toContain('公示期已满')
    expect(page.plain.canDo).toContain('0577-88885678')
  })

  test('长期公开 keeps its names, masked (江北 3.4)', () => {
    const writing = {
      district: 'jiangbei',
      item: 'JB/4',
      template: 'low-income-result-longterm',
      values: {
        ...CONTACTS,
        year: '2026',
        finishedOn: '2026-09-20',
        districtPersonCount: '1203',
        feedback: '村委会',
      },
      rows: LIST_ROWS,
    }
    const { list, plain } = publicNotice(sourcesOf(world, writing, '2027-03-01T00:00:00.000Z'))
    expect(list?.rows.map(row => row.name)).toEqual(['王*明', '欧阳*'])
    expect(list?.goneFrom).toBeNull()
    expect(plain.until).toContain('内容还能看')
  })

  test('a written end does not stand against the reckoned one', () => {
    const writing = {
      district: 'jiangbei',
      item: 'JB/4',
      template: 'low-income-result-longterm',
      values: { ...CONTACTS, year: '2026', closesOn: '2026-09-30' },
    }
    expect(publicNotice(sourcesOf(world, writing)).body).toContain('公示截止：2026年10月13日')
  })
})

describe('names that do not stand', () => {
  test('a minor is counted and not named: the case number stands for the row', () => {
    const minor = {
      ...LIST_ROWS[0],
      name: '王小小',
      idNumber: idNumber('330304', '2015-05-05'),
      caseNo: 'SQ2026-7',
    }
    const unnumbered = { ...minor, caseNo: '' }
    const misused = { ...minor, caseNo: '王小小（周芳之子）' }
    const { list } = publicNotice(sourcesOf(world, { rows: [minor, unnumbered, misused] }))
    expect(list?.rows.map(row => row.name)).toEqual([
      '受理编号 SQ2026-7',
      '未成年人，不列名',
      '未成年人，不列名',
    ])
    expect(list?.rows[0]).toMatchObject({ village: '', memberCount: '' })
    expect(list?.total).toBe(3)
  })

  test('a form with case numbers only shows them, and no name', () => {
    const writing = {
      item: '4/23',
      template: 'disabled-hospital-publicity',
      values: { ...CONTACTS, period: '2026年第三季度', headcount: '1', total: '1200' },
      rows: [{ caseNo: 'ZY-2026-01', amount: '1200', name: '王小明', village: '下章村' }],
    }
    const { list } = publicNotice(sourcesOf(world, writing))
    expect(list).toMatchObject({ names: 'none', rows: [{ caseNo: 'ZY-2026-01', amount: '1200' }] })
    expect(JSON.stringify(list)).not.toContain('下章村')
  })

  test('a district that wants numbers only shows no rows of a list with names', () => {
    const sources = sourcesOf(world)
    const rules = { ...sources.district.rules, names: { policy: 'numbers-only' as const, basis: '' } }
    const { list } = publicNotice({ ...sources, district: { ...sources.district, rules } })
    expect(list).toMatchObject({ names: 'none', rows: [], total: 2 })
  })

  test('a district cannot loosen what a form has stricter', () => {
    const writing = { item: '4/22', template: 'disabled-living-list', rows: LIST_ROWS }
    const { list } = publicNotice(sourcesOf(world, writing))
    expect(list?.rows.map(row => row.name)).toEqual(['王*明', '欧阳*'])
  })

  test("names that a form keeps to the village's own board are not answered", () => {
    const sources = sourcesOf(world)
    const { list } = publicNotice({ ...sources, template: { ...sources.template, namesOn: ['村务公开栏'] } })
    expect(list).toMatchObject({ names: 'elsewhere', rows: [], total: 2 })
  })
})

describe('personal numbers that slipped in', () => {
  const id = idNumber('330304', '1970-02-28')

  test('are masked in text, title, contacts and cells', () => {
    const values = { ...LIST_VALUES, process: `${id} 已核对`, acceptPhone: '13800138000', year: '2026' }
    const rows = [{ ...LIST_ROWS[0], village: `三组 13800138000 ${id}` }]
    const sources = sourcesOf(world, { values, rows })
    const page = publicNotice({ ...sources, notice: { ...sources.notice, title: `公示 ${id}` } })
    expect(JSON.stringify(page)).not.toContain(id)
    expect(JSON.stringify(page)).not.toContain('13800138000')
    expect(page.contacts.phone).toBe('138****8000')
  })

  test('as are the full names of listed people in text and in cells beside', () => {
    const values = { ...LIST_VALUES, process: '王小明一户复核' }
    const rows = [{ ...LIST_ROWS[0], category: '王小明家' }]
    const history = [entry('lengthened', {}, { reason: '王小明未到场' })]
    const page = publicNotice(sourcesOf(world, { values, rows, history }))
    expect(page.body).toContain('王*明一户复核')
    expect(JSON.stringify(page)).not.toContain('王小明')
  })

  test('are masked on a card', () => {
    const { notice } = sourcesOf(world)
    expect(noticeCard({ ...notice, title: `公示 ${id}` }).title).not.toContain(id)
  })
})

describe('other ways of counting than the form says', () => {
  test('where the posting day counts, the sentence says so', () => {
    const sources = sourcesOf(world)
    const window = sources.notice.window
    const reckoning = window?.reckoning
    if (!window || !reckoning) throw new Error('no window')
    const counted = { ...window, reckoning: { ...reckoning, firstDay: reckoning.eventDate } }
    const page = publicNotice({ ...sources, notice: { ...sources.notice, window: counted } })
    expect(page.publicitySentence).toContain('张贴当天（2026年9月28日）算第一天')
    expect(page.publicitySentence).not.toContain('不算')
  })

  test("where a district's window is in working days, the form's calendar days are not claimed", () => {
    const template = templateOf(world, 'project-completion')
    const sources = sourcesOf(world, {
      item: '3/6',
      template: 'project-completion',
      values: { ...CONTACTS, projectName: '下章村道硬化' },
      rows: [],
    })
    const workdays = sourcesOf(world, { template: 'employment-subsidy-list', item: '4/11' }).notice.window
    const page = publicNotice({ ...sources, notice: { ...sources.notice, window: workdays } })
    expect(template.publicity.sentence).toContain('{windowN}天')
    expect(page.publicitySentence).toBe(
      '公示期：2026年9月29日至2026年10月10日，共5个工作日；张贴当天（2026年9月28日）不算，到最后一天24时止。',
    )
  })

  test('a notice without a window says by when the catalog wanted it', () => {
    const writing = { item: '3/2', template: 'project-call', rows: [], values: CONTACTS }
    const sources = sourcesOf(world, writing)
    const deadline = sourcesOf(world).notice.window?.reckoning ?? null
    const page = publicNotice({ ...sources, notice: { ...sources.notice, deadline } })
    expect(page.publicitySentence).toBe(
      '本信息于2026年9月28日公开，不设公示期；形成日期2026年9月25日，按目录应在2026年10月13日前公开。',
    )
  })

  test('a notice without a deadline of the catalog claims none', () => {
    const writing = { item: '3/2', template: 'project-call', rows: [] }
    const page = publicNotice(
      sourcesOf(world, { ...writing, values: { ...CONTACTS, year: '2026', closesOn: '2026-11-30' } }),
    )
    expect(page.publicitySentence).toBe('本信息于2026年9月28日公开，不设公示期。')
    expect(page.plain.until).toBe('报到 2026年11月30日。')
    expect(page.body).toContain('2026年11月30日前报送')
  })

  test('a window into a year not announced is provisional and says so', () => {
    const sources = sourcesOf(world, { postedAt: '2026-12-28T01:00:00.000Z' }, '2026-12-29T01:00:00.000Z')
    const page = publicNotice(sources)
    expect(page.publicitySentence).toContain('截止日为暂定')
    expect(page.publicitySentence).toMatch(/其中202[67]年的放假安排还没有公布/)
    expect(page.plain.until).toContain('公布后再算准')
    expect(page.face.provisional).toBe(true)
  })
})

describe('what was changed after posting is told in words', () => {
  test('a calendar that settles the end', () => {
    const sources = sourcesOf(world, { postedAt: '2026-12-28T01:00:00.000Z' }, '2026-12-30T01:00:00.000Z')
    const { window: before, rule } = sources.notice
    if (!before || !rule) throw new Error('no window')
    const after = recomputeWindow(before, rule, createCalendar({ schedules: [TRIAL_2027] }))
    const history = [
      entry('published', {}, {}),
      entry('calendar-settled', { window: before }, { window: after }),
    ]
    const { changes } = publicNotice({ ...sources, notice: { ...sources.notice, history, window: after } })
    expect(changes).toHaveLength(1)
    expect(changes[0]?.text).toMatch(/^放假安排已公布，/)
    expect(changes[0]?.text).toContain('1月')
  })

  test('a correction: short values before and after, a long one by its name, never the names of the list', () => {
    const history = [
      entry(
        'corrected',
        { values: { ...LIST_VALUES, householdCount: '3' }, rows: [{ name: '覃鹂' }] },
        { values: { ...LIST_VALUES, process: '长'.repeat(60) }, rows: LIST_ROWS, reason: '漏算一户。' },
      ),
    ]
    const page = publicNotice(sourcesOf(world, { history }))
    expect(page.changes[0]?.text).toBe(
      '更正：改写了“认定过程”；“拟认定户数”原为“3”，改为“2”；改了名单。公示期重新计算。原因：漏算一户。',
    )
    expect(JSON.stringify(page)).not.toContain('覃鹂')
  })

  test('after the close a corrected text is not quoted', () => {
    const history = [
      entry('slip-corrected', { values: { process: '王小明一户' } }, { values: { process: '某户' } }),
    ]
    const page = publicNotice(sourcesOf(world, { history }, CLOSES_AT))
    expect(page.changes[0]?.text).toBe('改正笔误：改写了“认定过程”。公示期不变。')
  })

  test('the clock, drafts and actions nobody named are not told', () => {
    const history = ['drafted', 'published', 'opened', 'closing+closed', 'toString', '__proto__'].map(
      action => entry(action, {}, { rows: LIST_ROWS }),
    )
    expect(publicNotice(sourcesOf(world, { history })).changes).toEqual([])
  })
})

describe('a withdrawn notice', () => {
  const withdrawn = () => {
    const sources = sourcesOf(world)
    const history = [entry('withdrawn', {}, { reason: '名单有误，重新评议' })]
    return { ...sources, notice: { ...sources.notice, status: 'withdrawn' as const, history } }
  }

  test('answers its reason and nothing of its text or list', () => {
    const page = publicNotice(withdrawn())
    expect(page.withdrawnReason).toBe('名单有误，重新评议')
    expect(page).toMatchObject({
      body: '',
      fields: [],
      list: null,
      publicitySentence: '',
      objectionSentence: '',
    })
    expect(page.plain.until).toBe('这张收回了，先不算数。')
    expect(JSON.stringify(page)).not.toContain('王*明')
  })
})

describe('what is not public has no page', () => {
  test('a draft has no window and so no page and no card', () => {
    const sources = sourcesOf(world)
    const draft = { ...sources.notice, status: 'draft' as const, window: null }
    expect(() => publicNotice({ ...sources, notice: draft })).toThrow(NoticeNotPublicError)
    expect(() => noticeCard(draft)).toThrow(NoticeNotPublicError)
  })

  test('an answer to one applicant is shown to nobody else', () => {
    const sources = sourcesOf(world)
    const template = templateOf(world, 'cost-report-reply')
    expect(() => publicNotice({ ...sources, template })).toThrow(NoticeNotPublicError)
  })
})
