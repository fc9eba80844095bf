import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../browser/support/chromium'
import type { TestCloud } from '../support/cloud'
import { RESIDENT, startTestCloud } from '../support/cloud'
import { get } from '../support/http'

const TEMPLATE = {
  templateId: 'T1',
  title: '公示提醒',
  kind: 'one-time' as const,
  keywords: [{ name_zh: '公示事项', field: 'thing1' }],
}

/** Sends a message, and says how it went and whether that took long. */
const MESSENGER = `
  const cloud = require(${JSON.stringify(createRequire(__filename).resolve('wx-server-sdk'))})
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  exports.main = async () => {
    const started = process.hrtime.bigint()
    const data = { thing1: { value: '低保对象公示' } }
    const { errCode } = await cloud.openapi.subscribeMessage
      .send({ touser: '${RESIDENT.openid}', templateId: 'T1', page: 'pages/notice/index?id=1', data })
      .catch(error => error)
    return { errCode, tookLong: process.hrtime.bigint() - started >= 1_000_000_000n }
  }`

/** Looked at by a person with SCREENSHOTS=<folder>. */
const screenshots = process.env.SCREENSHOTS

describe('the console in a browser', () => {
  let cloud: TestCloud
  let browser: Browser
  let page: Page
  const errors: string[] = []

  const open = async (tab: string) => {
    await page.getByRole('button', { name: tab, exact: true }).click()
    await page.getByRole('heading', { level: 2 }).first().waitFor()
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  const said = (text: string | RegExp) => page.getByText(text).first().waitFor()
  const clockOf = async () => (await get(`${cloud.url}/console/api/clock`)).body
  const look = async (name: string) => {
    if (screenshots) await page.screenshot({ path: join(screenshots, `console-${name}.png`), fullPage: true })
  }

  beforeAll(async () => {
    cloud = await startTestCloud({
      templates: [TEMPLATE],
      indexManifest: {
        notices: [{ name: 'due', keys: [['nextTransitionAt', 1]] }],
        applications: [{ name: 'due', keys: [['dueAt', 1]] }],
        runs: [],
      },
    })
    writeFileSync(
      join(cloud.folder, 'cloudbaserc.json'),
      JSON.stringify({
        functions: [{ name: 'clock', triggers: [{ name: 't', type: 'timer', config: '0 * * * * * *' }] }],
      }),
    )
    cloud = await cloud.restart()
    cloud.addFunction(
      'clock',
      'let n = 0; exports.main = async event => { console.log("第", ++n, "次"); return { n, event } }',
    )
    cloud.addFunction('hour', 'exports.main = async () => new Date().toISOString()')
    cloud.addFunction('messenger', MESSENGER, ['subscribeMessage.send'])
    browser = await launchChromium()
    page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1100, height: 800 } })
    page.on('pageerror', error => errors.push(error.message))
    page.on('console', message => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('dialog', dialog => void dialog.accept())
    await page.goto(`${cloud.url}/console`)
  })
  afterAll(async () => {
    await browser.close()
    await cloud.close()
    expect(errors).toEqual([])
  })

  test('the clock is set, stepped to the next change of a notice, and let go again', async () => {
    await cloud.importDocuments('notices', [{ _id: 'n1', nextTransitionAt: '2030-10-09T01:00:00.000Z' }])
    await open('时钟')
    await page.getByLabel('设为（北京时间）').fill('2030-10-08T09:00:00')
    await press('设定')
    await said(/运行了 2 次定时函数/)
    await page.getByText(/^2030-10-08 09:00:\d\d 北京时间（已调整）$/).waitFor()
    await open('身份')
    await open('时钟')
    await look('clock')
    await press('走到这一刻')
    await page.getByText(/^2030-10-09 09:00:\d\d 北京时间（已调整）$/).waitFor()
    await open('身份')
    await open('时钟')
    await press('回到真实时间')
    await page.getByText('现在是真实时间（北京时间）。').waitFor()
  })

  test('the clock stands still, also across a restart, and runs on', async () => {
    const shown = () => page.locator('#now').textContent()
    await open('身份')
    await open('时钟')
    await page.getByLabel('设为（北京时间）').fill('2026-10-08T09:00:00')
    await press('设定')
    await page.getByText(/^2026-10-08 09:00:\d\d 北京时间（已调整）$/).waitFor()
    await open('身份')
    await open('时钟')
    await press('停住')
    await page.getByText(/北京时间（已停住）$/).waitFor()
    const stood = await shown()
    await page.goto('about:blank')
    cloud = await cloud.restart()
    await page.goto(`${cloud.url}/console`)
    await page.getByText(stood ?? '', { exact: true }).waitFor()
    const { now } = await clockOf()
    expect((await clockOf()).now).toBe(now)
    const { result } = await cloud.callFunction('hour', {}, RESIDENT.id)
    expect(JSON.parse(result).slice(0, 16)).toBe(now.slice(0, 16))
    await look('clock-standing')
    await press('走到这一刻')
    await page.getByText('2030-10-09 09:00:00 北京时间（已停住）').waitFor()
    await open('身份')
    await open('时钟')
    await press('继续走')
    await page.getByText(/^2030-10-09 09:00:0[1-9] 北京时间（已调整）$/).waitFor()
    await press('回到真实时间')
    await page.getByText('现在是真实时间（北京时间）。').waitFor()
  })

  test('the clock steps to the earliest change of any collection that waits for one', async () => {
    await cloud.importDocuments('applications', [
      { _id: 'p1', dueAt: '2029-01-02T01:00:00.000Z' },
      { _id: 'p2', dueAt: null },
    ])
    await open('身份')
    await open('时钟')
    await page.getByText('申请 2029-01-02 09:00:00').waitFor()
    await cloud.app.database().collection('applications').doc('p1').remove()
    await open('身份')
    await open('时钟')
    await page.getByText('公示 2030-10-09 09:00:00').waitFor()
  })

  test('an identity is added with a role, holds that office at once, and is there after a restart', async () => {
    await open('身份')
    await page.getByLabel('代号').fill('chen')
    await page.getByLabel('姓名').fill('陈大姐')
    await page.getByLabel('角色').selectOption('村干部')
    await press('添加')
    await said('有职务的人要填单位代码。')
    await page.getByLabel('单位').fill('330304108296')
    await press('添加')
    await page.getByRole('cell', { name: 'token-chen' }).waitFor()
    await look('personas')
    const office = {
      _id: 'wx:openid-chen|330304108296',
      personId: 'wx:openid-chen',
      unit: '330304108296',
      role: 'cadre',
      until: null,
    }
    const members = () => cloud.app.database().collection('members').get()
    expect((await members()).data).toEqual([office])
    // An open page asks for the time each second.
    await page.goto('about:blank')
    cloud = await cloud.restart()
    await page.goto(`${cloud.url}/console#personas`)
    await page.getByRole('cell', { name: 'token-chen' }).waitFor()
    await page.getByRole('cell', { name: '村干部' }).waitFor()
    expect((await members()).data).toEqual([office])
  })

  test('an identity without an office is a resident; an id that is taken by a token is refused', async () => {
    await open('身份')
    await page.getByLabel('代号').fill('wang')
    await press('添加')
    await page.getByRole('cell', { name: 'token-wang' }).waitFor()
    expect((await cloud.app.database().collection('members').get()).data).toHaveLength(1)
    await page.getByLabel('代号').fill('anonymous')
    await press('添加')
    await said(/代号 anonymous 不能用/)
    errors.splice(0, errors.length, ...errors.filter(text => !/status of 400/.test(text)))
  })

  test('consent is given in a person’s name, and a message stands in the inbox as WeChat shows it', async () => {
    await open('收件箱')
    await press('允许')
    await page.getByRole('cell', { name: '1 次' }).waitFor()
    cloud.store.database
      .prepare('INSERT INTO wx_inbox(openid, template, title, lines, page, sentAt) VALUES(?, ?, ?, ?, ?, ?)')
      .run(
        RESIDENT.openid,
        'T1',
        '公示提醒',
        JSON.stringify([{ name_zh: '公示事项', field: 'thing1', value: '低保<b>对象</b>公示' }]),
        'pages/notice/index?id=1',
        '2026-10-08T01:00:00.000Z',
      )
    await press('刷新')
    await page.getByText('低保<b>对象</b>公示').waitFor()
    await page.getByText('2026-10-08 09:00:00').waitFor()
    await look('inbox')
  })

  test('a function is called by hand, and its calls are seen with answer and log', async () => {
    await open('云函数')
    await page.getByLabel('事件（JSON）').fill('{ "action": "hello" }')
    await press('调用')
    await page.getByText('"action": "hello"').first().waitFor()
    await page.getByLabel('事件（JSON）').fill('{ broken')
    await press('调用')
    await said('这段内容不是 JSON，请检查引号和逗号。')
    await press('列入最近的调用')
    await page.locator('summary').first().click()
    await page
      .getByText(/第 \d+ 次/)
      .first()
      .waitFor()
    await look('calls')
  })

  test('a collection is browsed, filtered, edited, and a document removed', async () => {
    await cloud.importDocuments(
      'runs',
      Array.from({ length: 45 }, (_, n) => ({ _id: `r${n}`, n })),
    )
    await open('数据')
    await page.getByLabel('集合').selectOption('runs')
    await page.getByText('共 45 条，显示第 1–20 条').waitFor()
    await press('下一页')
    await page.getByText('共 45 条，显示第 21–40 条').waitFor()
    await page.getByLabel('条件（JSON）').fill('{"n":{"$gte":44}}')
    await press('查询')
    await page.getByText('共 1 条，显示第 1–1 条').waitFor()
    await page.locator('summary').first().click()
    await page.getByLabel('文档').first().fill('{"_id":"r44","n":99}')
    await look('data')
    await press('保存')
    await page.getByText('"n":99').first().waitFor()
    await page.locator('summary').first().click()
    await press('删除')
    await page.getByText('共 0 条，显示第 0–0 条').waitFor()
    expect((await cloud.app.database().collection('runs').count()).total).toBe(44)
  })

  test('a collection is exported to a file, and a file is imported into it', async () => {
    await cloud.importDocuments('papers', [{ _id: 'p1', at: new Date('2026-10-08T01:00:00.000Z') }])
    await page.reload()
    await open('数据')
    await page.getByLabel('集合').selectOption('papers')
    await page.getByText('共 1 条，显示第 1–1 条').waitFor()
    const downloading = page.waitForEvent('download')
    await press('导出符合条件的全部')
    const file = readFileSync(await (await downloading).path(), 'utf8')
    expect(JSON.parse(file)).toEqual([{ _id: 'p1', at: { $date: '2026-10-08T01:00:00Z' } }])
    const buffer = Buffer.from(file.replace('"p1"', '"p2"'))
    await page
      .getByLabel('JSON 文件')
      .setInputFiles({ name: 'papers.json', mimeType: 'application/json', buffer })
    await press('导入')
    await said('已导入 1 条。')
    await page.getByText('共 2 条，显示第 1–2 条').waitFor()
    const { data } = await cloud.app.database().collection('papers').doc('p2').get()
    expect(data).toEqual([{ _id: 'p2', at: new Date('2026-10-08T01:00:00.000Z') }])
  })

  test('a timer is fired, doubled and held back', async () => {
    await open('定时器')
    await press('运行一次')
    await page.getByText('clock 的运行结果').waitFor()
    await press('同时运行两次')
    await page.getByText(/"ok": true[\s\S]*"ok": true/).waitFor()
    await press('扣住')
    await page.getByText('已扣住').waitFor()
    await look('timers')
    await press('恢复')
    await page.getByText('按时运行').waitFor()
  })

  test('WeChat is made slow for one message, then is as quick as ever', async () => {
    const send = async () => {
      await open('身份')
      await page.getByLabel('代号').waitFor()
      await open('云函数')
      await page.getByLabel('函数').selectOption('messenger')
      await press('调用')
      const form = page.locator('section').filter({ has: page.getByRole('heading', { name: '调用云函数' }) })
      return form.locator('pre').textContent()
    }
    await open('收件箱')
    for (const _consent of ['first', 'second']) await press('允许')
    await open('故障')
    await page.getByLabel('每次等待（毫秒）').fill('1200')
    await page.getByLabel('持续次数（不填则一直）').fill('1')
    await press('设定')
    await page.getByText('故障中').waitFor()
    expect(JSON.parse((await send()) ?? '')).toEqual({ errCode: 0, tookLong: true })
    expect(JSON.parse((await send()) ?? '')).toEqual({ errCode: 0, tookLong: false })
    await open('故障')
    await press('恢复正常')
    await page.getByText('正常', { exact: true }).first().waitFor()
  })

  test('faults are switched on and off', async () => {
    await open('故障')
    await page.getByLabel('返回错误').selectOption('45009')
    await press('设定')
    await page.getByText('故障中').waitFor()
    await look('faults')
    await press('恢复正常')
    await press('让数据库失败')
    await page.getByText('全部请求失败').waitFor()
    await expect(cloud.app.database().collection('runs').get()).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    })
    await page.getByRole('button', { name: '恢复正常' }).last().click()
    await page.getByText('全部请求失败').waitFor({ state: 'detached' })
    expect((await cloud.app.database().collection('runs').count()).total).toBe(44)
  })
})
