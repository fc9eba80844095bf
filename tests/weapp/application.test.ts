import { personaNamed } from '../../scripts/trial/personas'
import { startWorld, type World } from '../support/world'
import { phoneOf } from './support/phone-in-world'
import type { Screen } from './support/screen'

const APPLIED = '2026-10-12T01:00:00.000Z'
const ID = 'weapp-application-0001'
const HOUSEHOLD = 'jiangbei-resident'
const CADRE = 'jiangbei-cadre'
const ASKED = ['户口簿每一页', '去年的收入证明']
/** A JPEG of 8 × 8 grey points. */
const PHOTO = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAB/9k=',
  'base64',
)

let world: World
let phone: ReturnType<typeof phoneOf>
let page: Screen
let trackCode: string

beforeAll(async () => {
  world = await startWorld(APPLIED)
  phone = phoneOf(world, HOUSEHOLD)
  const { application } = await world.call(HOUSEHOLD, 'applications', 'submit', {
    id: ID,
    district: 'jiangbei',
    procedure: 'JB.1',
    start: 'apply',
    unit: personaNamed(HOUSEHOLD).unit,
    way: 'self',
    subject: {
      kind: 'household',
      name: '林示例',
      idNumber: '330205199001011239',
      phone: '13800000000',
      address: '第 3 村民小组',
      people: 3,
      bankAccount: '',
      reason: '家里有人生病',
    },
    family: [],
    agent: null,
    partners: {},
    materials: [],
    example: true,
  })
  trackCode = application.trackCode
})
afterAll(() => world.stop())

describe('an application followed on the phone of the household', () => {
  test('it says which step of how many it is at, in whose hands, and what comes next', async () => {
    page = await phone.open('pages/application/index', { id: ID })
    expect(page.text()).toContain('低收入农户认定')
    expect(page.text()).toMatch(/第2步共 \d+ 步/)
    expect(page.text()).toContain('村民委员会受理')
    expect(page.text()).toContain('在谁手里')
    expect(page.text()).toContain('10月12日 周一')
    page.close()
  })

  test('it shows a neighbour who looks on neither the whole name nor any number', async () => {
    page = await phone.open('pages/application/index', { id: ID })
    for (const secret of ['林示例', '330205', '138000']) expect(page.text()).not.toContain(secret)
    expect(page.text()).toContain('林*例')
    page.close()
    const kept = JSON.stringify([...phone.storage.entries()])
    for (const secret of ['林示例', '330205', '138000', '生病']) expect(kept).not.toContain(secret)
  })

  test('what is missing is told once and whole, with a camera button each', async () => {
    const { case: found } = await world.call(CADRE, 'applications', 'case', { id: ID })
    const ask = found.offers.find(offer => offer.type === 'ask')
    if (ask?.type !== 'ask') throw new Error('the village may ask for what is missing')
    await world.call(CADRE, 'applications', 'act', {
      id: ID,
      version: found.version,
      as: ask.as,
      handling: { type: 'ask', to: ask.to, items: ASKED },
    })
    page = await phone.open('pages/application/index', { id: ID })
    expect(page.text()).toContain('还缺 2 样一次说全，不会再添')
    for (const kind of ASKED) expect(page.shows({ label: `拍照：${kind}` })).toBe(true)
  })

  test('nothing is handed in before there is a photo of each', async () => {
    await page.tap({ button: '补 2 样材料' })
    expect(page.text()).toContain(`还差：${ASKED.join('、')}。拍齐了一起交。`)
  })

  test('closing the camera changes nothing', async () => {
    await page.tap({ label: `拍照：${ASKED[0]}` })
    expect(page.text()).not.toContain('拍好了')
  })

  test('a photo stays on the phone when the page is left before it is sent', async () => {
    phone.habits.photo = () => PHOTO
    await page.tap({ label: `拍照：${ASKED[0]}` })
    expect(page.text()).toContain('1 份，拍好了')
    page.close()
    page = await phone.open('pages/application/index', { id: ID })
    expect(page.text()).toContain('1 份，拍好了')
    expect(phone.filesKept()).toHaveLength(1)
  })

  test('all go up together, the village has it again, and the phone keeps no copy of them', async () => {
    await page.tap({ label: `拍照：${ASKED[1]}` })
    await page.tap({ button: '补 2 样材料' })
    expect(page.text()).toContain('交上去了。')
    expect(page.text()).not.toContain('还缺')
    expect(page.text()).toContain('村民委员会受理')
    expect(phone.filesKept()).toEqual([])
    const { case: found } = await world.call(CADRE, 'applications', 'case', { id: ID })
    expect(found.materials.map(({ kind }) => kind)).toEqual(ASKED)
    page.close()
  })

  test('the receipt shows the code in two halves, for those who follow without this phone', async () => {
    page = await phone.open('pages/application/index', { id: ID })
    expect(page.text()).toContain(`${trackCode.slice(0, 5)}-${trackCode.slice(5)}`)
    page.close()
  })
})

describe('followed by the code of the receipt', () => {
  const stranger = () => phoneOf(world, 'ouhai-resident')

  test('typed as it is read out, it shows how far the matter is and nothing of the household', async () => {
    const track = await stranger().open('pages/track/index')
    await track.input(
      { label: '回执上的查询码' },
      `${trackCode.slice(0, 5)} ${trackCode.slice(5)}`.toLowerCase(),
    )
    await track.tap({ button: '查一查' })
    expect(track.text()).toContain('低收入农户认定')
    expect(track.text()).toContain('村民委员会受理')
    for (const secret of ['林', '330205', '138000', ...ASKED]) expect(track.text()).not.toContain(secret)
    track.close()
  })

  test('scanned, it shows the same; closing the scanner changes nothing', async () => {
    const other = stranger()
    const track = await other.open('pages/track/index')
    await track.tap({ button: '扫回执上的码' })
    expect(track.text()).toContain('回执上的查询码')
    other.habits.scans = () => 'https://example.cn/other'
    await track.tap({ button: '扫回执上的码' })
    expect(track.text()).toContain('这个码不是回执上的，请换一个扫。')
    other.habits.scans = () => trackCode
    await track.tap({ button: '扫回执上的码' })
    expect(track.text()).toContain('村民委员会受理')
    track.close()
  })

  test('a code that nobody has is said to be wrong, and can be put right there', async () => {
    const track = await stranger().open('pages/track/index', { code: '0000000000' })
    expect(track.text()).toContain('没有这个查询码')
    await track.input({ label: '回执上的查询码' }, trackCode)
    await track.tap({ button: '查一查' })
    expect(track.text()).toContain('村民委员会受理')
    track.close()
  })
})

describe('taken back', () => {
  test('only with a reason, asked on the page', async () => {
    page = await phone.open('pages/application/index', { id: ID })
    await page.tap({ button: '撤回申请' })
    await page.tap({ button: '撤回' })
    expect(page.text()).toContain('请写一句为什么撤回。')
    await page.input({ label: '为什么撤回' }, '孩子找到工作了')
    await page.tap({ button: '撤回' })
    expect(page.text()).toContain('这件不再办')
    expect(page.shows({ button: '撤回申请' })).toBe(false)
    page.close()
  })
})
