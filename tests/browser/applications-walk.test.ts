import type { Browser } from 'playwright-core'
import { startWorld, type World } from '../support/world'
import { idNumber } from '../unit/privacy/people'
import { launchChromium } from './support/chromium'
import { openCase, openDesk, takeStep } from './support/desk'
import { type Visit, visitAs } from './support/visit'

/** Monday 12 October 2026, 9:00 in Beijing. */
const TODAY = '2026-10-12'
const APPLIED = '2026-10-12T01:00:00.000Z'
const PATIENCE = 90_000
/** Longer than a slow machine takes to draw a desk. */
const A_WHILE = 600_000

let world: World
let browser: Browser
const visits = new Map<string, Visit>()
beforeAll(async () => {
  world = await startWorld(APPLIED)
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})
afterEach(() => expect([...visits.values()].flatMap(({ errors }) => errors)).toEqual([]))

/** The person at a phone of their own, signed in the first time they are needed. */
async function as(id: string): Promise<Visit> {
  const visit = visits.get(id) ?? (await visitAs(browser, world, id))
  visits.set(id, visit)
  return visit
}

/** Fills what the notice's form still asks for, sees its window and posts it. */
async function post(visit: Visit, fields: [label: string, value: string][], screen: string): Promise<void> {
  for (const [label, value] of fields) await visit.fill(label, value)
  await visit.keepScreen(`${screen}-notice`)
  await visit.press('下一步：看公示期')
  await visit.sees('村民会看到')
  await visit.keepScreen(`${screen}-window`)
  await visit.press('发布')
  await visit.sees('发布好了')
}

const OFFICE: [label: string, value: string][] = [
  ['受理单位', '示例受理窗口'],
  ['受理电话', '0577-00000000'],
  ['受理地址', '示例路1号便民服务中心'],
  ['受理时间', '工作日上午8:30—12:00，下午2:00—5:00'],
  ['监督电话', '0577-00000001'],
]

const RESULT_ROW: [label: string, value: string][] = [
  ['户主姓名', '林示例'],
  ['村、组', '毛岙村'],
  ['家庭人数', '3'],
  ['类别', '低保边缘户'],
]

describe('江北’s 低收入农户认定, from the nomination to the register, by six identities', () => {
  const who = '林示例'
  const flow = { procedure: 'JB.1', who, today: TODAY }
  let code: string

  test(
    'the head of the village group nominates a household',
    async () => {
      const head = await as('jiangbei-group-head')
      await openDesk(head, world)
      await head.tapPart('帮人开办')
      await head.keepScreen('nominate-start')
      await head.tapPart('由村民小组提名')
      await head.fill('户主姓名', who)
      await head.fill('身份证号', idNumber('330205', '1957-03-12'))
      await head.fill('家里几口人', '3')
      await head.keepScreen('nominate-form')
      await head.press('提交提名')
      await head.sees('回执')
      await head.keepScreen('nominate-receipt')
      code = /[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}/.exec(await head.text())?.[0] ?? ''
      expect(code).not.toBe('')
    },
    PATIENCE,
  )

  test(
    'whoever has the receipt sees where it is, and nothing of whom it is about',
    async () => {
      const household = await as('jiangbei-resident')
      await household.tap('办事')
      await household.press('用查询码查')
      await household.fill('回执上的查询码', code)
      await household.press('查一查')
      await household.sees('村民委员会受理')
      expect(await household.text()).not.toContain(who)
      await household.keepScreen('track')
    },
    PATIENCE,
  )

  test(
    'the village takes it in, and the review group votes on it',
    async () => {
      const village = await as('jiangbei-cadre')
      await takeStep(village, world, {
        ...flow,
        from: 'village-accept',
        to: 'democratic-review',
        screen: 'accept',
      })
      const review = await as('jiangbei-review-head')
      await takeStep(review, world, {
        ...flow,
        from: 'democratic-review',
        to: 'town-review',
        screen: 'review',
      })
    },
    PATIENCE,
  )

  test(
    'the township looks into the income and gives its opinion',
    async () => {
      const township = await as('jiangbei-reviewer')
      await takeStep(township, world, {
        ...flow,
        from: 'town-review',
        to: 'village-publicity',
        record: {
          people: '3',
          wages: '9600',
          business: '3000',
          assets: '0',
          transfers: '1800',
          perHeadIncome: '4800',
        },
        screen: 'town-review',
      })
    },
    PATIENCE,
  )

  test(
    'the village posts the list of households proposed, made from the case',
    async () => {
      const village = await as('jiangbei-cadre')
      await openCase(village, world, who)
      await village.pressPart('写公示')
      await village.sees('这份公示有 1 户')
      const process: [string, string] = ['认定过程', '10月12日提名，当天民主评议，到会3人。']
      await post(village, [process, ['依据', '示例低收入农户认定办法'], ...OFFICE], 'village-publicity')
    },
    PATIENCE,
  )

  test(
    'the close takes it on by itself, and not before',
    async () => {
      const township = await as('jiangbei-reviewer')
      const { closesAt } = await windowOf('330205103215')
      await world.moveClock(new Date(Date.parse(closesAt) - A_WHILE).toISOString())
      await openDesk(township, world)
      await township.sees('没有等您办的')
      await world.moveClock(closesAt)
      await takeStep(township, world, {
        ...flow,
        today: closesAt.slice(0, 10),
        from: 'town-report',
        to: 'econ-verify',
      })
    },
    PATIENCE,
  )

  test(
    'the district verifies, decides and enters it in the register',
    async () => {
      const civil = await as('jiangbei-civil-affairs')
      const rural = await as('jiangbei-rural-affairs')
      await takeStep(civil, world, {
        ...flow,
        from: 'econ-verify',
        to: 'final-approval',
        screen: 'econ-verify',
      })
      await takeStep(rural, world, {
        ...flow,
        from: 'final-approval',
        to: 'database-record',
        screen: 'approval',
      })
      await takeStep(rural, world, { ...flow, from: 'database-record', to: 'end' })
      await openDesk(rural, world)
      await rural.tapPart('低收入农户名册')
      await rural.sees(who)
      await rural.keepScreen('register')
    },
    PATIENCE,
  )

  test(
    'the village posts the result for good, and the names stay when its window is over',
    async () => {
      const village = await as('jiangbei-cadre')
      await openDesk(village, world)
      await village.press('发公示')
      await village.fill('找事项', '结果公示')
      await village.tap('结果公示')
      await village.tap('低收入农户结果公示（名单长期公开）')
      await village.fill('认定完成日期', '2026-10-22')
      await village.fill('全区低收入农户人数', '1')
      await village.fill('反馈渠道及联系方式', '示例受理窗口，0577-00000000')
      await village.press('加一行')
      for (const [label, value] of RESULT_ROW) await village.fill(label, value)
      await village.press('好了')
      await post(village, OFFICE, 'result')
      const household = await as('jiangbei-resident')
      const { closesAt, id } = await windowOf('330205103215')
      await world.moveClock(closesAt)
      await household.page.goto(`${world.address}/#/pages/notice/index?id=${id}`)
      await household.sees('林*例')
      await household.keepScreen('result-closed')
    },
    PATIENCE,
  )
})

async function windowOf(unit: string): Promise<{ id: string; closesAt: string }> {
  const { notices } = await world.call('jiangbei-resident', 'notices', 'list', { unit })
  const closesAt = notices[0]?.window?.closesAt
  if (typeof closesAt !== 'string') throw new Error(`no window is open at ${unit}`)
  return { id: notices[0]?.id ?? '', closesAt }
}

/** Applies on one's own phone and comes to the page of the application. */
async function apply(
  visit: Visit,
  procedure: string,
  fields: [label: string, value: string][],
  screen: string,
): Promise<void> {
  await visit.page.goto(`${world.address}/#/pages/services/index`)
  await visit.page.reload()
  await visit.pressPart('换一个区')
  await visit.choose('看哪个区', '瓯海区')
  await visit.fill('找要办的事', procedure)
  await visit.tapPart(procedure)
  await visit.keepScreen(`${screen}-procedure`)
  await visit.press('我要申请')
  await visit.press('选村')
  await visit.page.getByText('瓯海区', { exact: true }).filter({ visible: true }).last().click()
  await visit.fill('找村名、镇名', '纸源')
  await visit.page.locator('.picker-line').filter({ hasText: '纸源' }).first().click()
  for (const [label, value] of fields) await visit.fill(label, value)
}

describe('教育扶贫 (A.10), from the pupil’s phone to the money', () => {
  const who = '苏示例'
  const flow = { procedure: 'A.10', who, today: '2026-12-01' }

  test(
    'the pupil applies to a school',
    async () => {
      await world.moveClock('2026-12-01T01:00:00.000Z')
      const pupil = await as('ouhai-resident')
      await apply(
        pupil,
        '教育扶贫项目',
        [
          ['姓名', who],
          ['身份证号', idNumber('330304', '2014-05-06')],
          ['电话', '13800000000'],
          ['为什么申请', '家里只有奶奶一个人干活。'],
        ],
        'school',
      )
      await pupil.choose('哪一家学校', '示例小学')
      await pupil.keepScreen('school-form')
      await pupil.press('提交申请')
      await pupil.sees('在谁手里')
      await pupil.sees('示例小学')
      await pupil.keepScreen('school-application')
    },
    PATIENCE,
  )

  test(
    'the school posts its first look without a name, and the close takes it to the education bureau',
    async () => {
      const school = await as('ouhai-school')
      await openCase(school, world, who)
      await school.pressPart('写公示')
      await school.sees('这份公示有 1 户')
      await post(school, STUDENT_AID, 'school')
      const { closesAt } = await windowOf('330304-示例小学')
      await world.moveClock(closesAt)
      await world.moveClock(new Date(Date.parse(closesAt) + 9 * 3_600_000).toISOString())
    },
    PATIENCE,
  )

  test(
    'the bureau verifies and pays, the pupil signs, and it has ended',
    async () => {
      const bureau = await as('ouhai-education')
      await takeStep(bureau, world, { ...flow, from: 'edu-verify', to: 'fund-issue', screen: 'bureau' })
      await takeStep(bureau, world, { ...flow, from: 'fund-issue', to: 'sign-archive', screen: 'bureau-pay' })
      const pupil = await as('ouhai-resident')
      await pupil.page.reload()
      await pupil.sees('这一步轮到您')
      await pupil.keepScreen('school-sign')
      await pupil.pressPart('下一步：')
      await pupil.sees('办成了')
      await pupil.keepScreen('school-done')
    },
    PATIENCE,
  )
})

const STUDENT_AID: [label: string, value: string][] = [
  ['学期', '2026学年第一学期'],
  ['资助项目', '小学生活补助'],
  ['评审过程', '班级提名，学校评审组看过。'],
  ['资助标准', '每学期500元'],
  ['申请人数', '1'],
  ['初审通过人数', '1'],
  ['拟资助合计', '500'],
  ['依据', '示例学生资助办法'],
  ['学校受理电话', '0577-00000000'],
  ['区教育局监督电话', '0577-00000001'],
  ...OFFICE,
]

/** A PNG of one grey point. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
)

describe('临时救助 (A.20), with what was missing, its publicity, and the small sum the township decides', () => {
  const who = '袁示例'
  const missing = '银行账户'
  const flow = { procedure: 'A.20', who, today: '2026-12-21' }

  test(
    'a household in need applies',
    async () => {
      await world.moveClock('2026-12-21T01:00:00.000Z')
      const household = await as('ouhai-resident')
      await apply(
        household,
        '临时救助对象认定及救助金给付业务一般程序',
        [
          ['户主姓名', who],
          ['身份证号', idNumber('330304', '1961-08-09')],
          ['电话', '13800000000'],
          ['家里几口人', '2'],
          ['为什么申请', '家里着了火，住处没有了。'],
        ],
        'aid',
      )
      await household.press('提交申请')
      await household.sees('先存好回执')
      await household.keepScreen('aid-application')
    },
    PATIENCE,
  )

  test(
    'the township says once what is missing, and the household sends a photo of it',
    async () => {
      const township = await as('ouhai-reviewer')
      await openCase(township, world, who)
      await township.pressPart('材料不齐全，一次性告知补齐')
      await township.page.getByRole('checkbox', { name: missing }).filter({ visible: true }).last().click()
      await township.keepScreen('aid-ask')
      await township.press('就这样办')
      await township.sees('办好了')
      const household = await as('ouhai-resident')
      await household.page.reload()
      await household.sees('还缺 1 样')
      expect(await household.text()).not.toContain('先存好回执')
      await household.keepScreen('aid-missing')
      const slot = household.page.getByRole('button', { name: `拍照或选文件：${missing}` })
      const [chooser] = await Promise.all([household.page.waitForEvent('filechooser'), slot.last().click()])
      await chooser.setFiles([{ name: 'account.png', mimeType: 'image/png', buffer: PHOTO }])
      await household.pressPart('补 1 样材料')
      await household.sees('交上去了')
      await household.keepScreen('aid-supplied')
    },
    PATIENCE,
  )

  test(
    'the township looks into it, and the village posts it',
    async () => {
      const township = await as('ouhai-reviewer')
      await takeStep(township, world, { ...flow, from: 'accept', to: 'investigate' })
      await takeStep(township, world, {
        ...flow,
        from: 'investigate',
        to: 'town-review',
        record: { people: '2', perHeadIncome: '0' },
        screen: 'aid-investigate',
      })
      await takeStep(township, world, { ...flow, from: 'town-review', to: 'village-publicity' })
      const village = await as('ouhai-cadre')
      await openCase(village, world, who)
      await village.pressPart('写公示')
      await village.sees('这份公示有 1 户')
      await post(village, TEMPORARY_AID, 'aid')
    },
    PATIENCE,
  )

  test(
    'after the close the township chooses the way, decides, tells and pays',
    async () => {
      const township = await as('ouhai-reviewer')
      const { closesAt } = await windowOf('330304108296')
      const later = new Date(Date.parse(closesAt) + 9 * 3_600_000).toISOString()
      await world.moveClock(closesAt)
      await world.moveClock(later)
      const after = { ...flow, today: later.slice(0, 10) }
      await takeStep(township, world, { ...after, from: 'village-publicity', to: 'decide-town' })
      await takeStep(township, world, { ...after, from: 'decide-town', to: 'notify' })
      await takeStep(township, world, { ...after, from: 'notify', to: 'pay' })
      await takeStep(township, world, { ...after, from: 'pay', to: 'end', screen: 'aid-pay' })
      const household = await as('ouhai-resident')
      await household.page.reload()
      await household.sees('办成了')
      await household.keepScreen('aid-done')
    },
    PATIENCE,
  )
})

const TEMPORARY_AID: [label: string, value: string][] = [
  ['批次', '2026年12月'],
  ['办理过程', '12月21日申请，入户调查，镇里初审。'],
  ['现行标准', '按示例标准'],
  ['拟救助户数（人数）', '1'],
  ['每月（本次）合计', '1'],
  ['经办人、村干部近亲属', '无'],
  ['依据', '示例临时救助办法'],
  ...OFFICE,
]
