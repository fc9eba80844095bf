import { personaNamed } from '../../scripts/trial/personas'
import { startWorld, type World } from '../support/world'
import { phoneOf } from './support/phone-in-world'
import type { Screen } from './support/screen'

const HOUSEHOLD = 'jiangbei-resident'
const PROCEDURE = { district: 'jiangbei', id: 'JB.1' }
const ID_NUMBER = '110101195001010017'
/** A JPEG of 8 × 8 grey points. */
const PHOTO = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAB/9k=',
  'base64',
)

let world: World
let phone: ReturnType<typeof phoneOf>
let page: Screen

beforeAll(async () => {
  world = await startWorld('2026-10-12T01:00:00.000Z')
  phone = phoneOf(world, HOUSEHOLD)
  phone.habits.photo = () => PHOTO
  const { unit, name } = { unit: personaNamed(HOUSEHOLD).unit, name: '示例村' }
  phone.storage.set('home-unit', { districtId: PROCEDURE.district, code: unit, name, within: '' })
})
afterAll(() => world.stop())

const mine = () => world.call(HOUSEHOLD, 'applications', 'mine', {})

async function fill(words: Record<string, string>) {
  for (const [label, value] of Object.entries(words)) await page.input({ label }, value)
}

describe('applying on the phone', () => {
  test('办事 shows what one can apply for, and one’s own applications', async () => {
    page = await phone.open('pages/services/index')
    expect(page.text()).toContain('还没有办过')
    expect(page.text()).toContain('低收入农户认定')
    page.close()
  })

  test('a procedure is drawn step by step, with what may also happen folded away', async () => {
    page = await phone.open('pages/procedure/index', PROCEDURE)
    expect(page.text()).toContain('每人每年 6000 元以下')
    expect(page.text()).toContain('村民委员会受理')
    expect(page.text()).not.toContain('回到第 1 步')
    await page.tap({ label: '村民委员会受理，也可能……（1 种）' })
    expect(page.text()).toContain('回到第 1 步')
    page.close()
  })

  test('what is missing is said at each field before anything is sent', async () => {
    page = await phone.open('pages/apply/index', PROCEDURE)
    await page.tap({ button: '提交申请' })
    expect(page.text()).toContain('还有 5 处要补，已经标出来了。')
    expect(page.text()).toContain('请写户主姓名。')
    await fill({ 户主姓名: '徐示例', 身份证号: '110101195001010018', 电话: '13800000000' })
    expect(page.text()).toContain('身份证号不对，请照着证件再看一遍。')
    await fill({ 身份证号: ID_NUMBER, 家里几口人: '2', 为什么申请: '老伴长年吃药' })
    expect(page.text()).not.toContain('处要补')
  })

  test('the income line helps to work it out, and says that it decides nothing', async () => {
    await page.input({ label: '户主去年一年的收入（元）' }, '13000')
    expect(page.text()).toContain('平均每人一年 6500 元')
    expect(page.text()).toContain('比 6000 元的线高，全家一年高 1000 元')
    await page.input({ label: '户主去年一年的收入（元）' }, '12000')
    expect(page.text()).toContain('没有超过 6000 元的线')
    expect(page.text()).toContain('只是帮您算，不是决定')
  })

  test('what was written and photographed is there again when the page was left', async () => {
    await page.tap({ label: '拍照：书面申请' })
    expect(page.text()).toContain('拍了 1 样')
    expect(JSON.stringify([...phone.storage.entries()])).toContain('老伴长年吃药')
    page.close()
    page = await phone.open('pages/apply/index', PROCEDURE)
    expect(page.text()).toContain('接着写就行')
    expect(page.text()).toContain('平均每人一年 6000 元')
    expect(page.text()).toContain('拍了 1 样')
  })

  test('without a network it waits on the phone, and 办事 says so', async () => {
    phone.network('none')
    await page.tap({ button: '提交申请' })
    expect(page.text()).toContain('存在手机里，有网再发')
    page.close()
    expect((await mine()).applications).toEqual([])
    page = await phone.open('pages/services/index')
    expect(page.text()).toContain('还没发出的')
    expect(page.text()).toContain('存在手机里，有网再发')
  })

  test('when the network is back it goes out by itself, once, and leaves nothing on the phone', async () => {
    phone.network('wifi')
    phone.network('wifi')
    await page.waitFor({ text: '刚才存的那件发出去了。' })
    const { applications } = await mine()
    expect(applications).toHaveLength(1)
    expect(applications[0]).toMatchObject({ procedureName: '低收入农户认定', stepName: '村民委员会受理' })
    expect(page.text()).toContain('正在办')
    page.close()
    expect(phone.filesKept()).toEqual([])
    expect(JSON.stringify([...phone.storage.entries()])).not.toContain(ID_NUMBER)
    const [made] = applications
    const { application } = await world.call(HOUSEHOLD, 'applications', 'get', { id: made?.id ?? '' })
    expect(application.materials.map(({ kind }) => kind)).toEqual(['书面申请'])
  })

  test('a second application of the household is refused, and what was written stays', async () => {
    page = await phone.open('pages/apply/index', PROCEDURE)
    await fill({ 户主姓名: '徐示例', 身份证号: ID_NUMBER, 电话: '13800000000', 家里几口人: '2' })
    await page.input({ label: '为什么申请' }, '再申请一次')
    await page.tap({ button: '提交申请' })
    expect(page.text()).toContain('没有收下')
    expect(page.text()).toContain('这一户今年已经在办这件事')
    expect(page.text()).toContain('提交申请')
    page.close()
    expect((await mine()).applications).toHaveLength(1)
  })
})
