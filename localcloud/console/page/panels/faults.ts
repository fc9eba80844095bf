import * as z from 'zod/mini'
import { anything, ask, fault } from '../api'
import type { Panel } from '../app'
import { button, choice, el, field, say, sheet } from '../dom'

const codes: readonly (readonly [string, string])[] = [
  ['', '不出错'],
  ['-1', '-1 系统繁忙（可重试）'],
  ['40001', '40001 access_token 失效（可重试）'],
  ['43101', '43101 用户没有订阅'],
  ['43107', '43107 订阅能力被封禁'],
  ['43108', '43108 同时发给同一个人（可重试）'],
  ['45009', '45009 当天次数用完'],
  ['45168', '45168 含敏感词'],
  ['47003', '47003 参数不对'],
]

const databaseFault = z.object({ message: z.nullable(z.string()) })

/** Let WeChat or the database fail, to see what a resident would see. */
export const faultsPanel: Panel = async redraw => [await wechat(redraw), await database(redraw)]

async function wechat(redraw: () => void): Promise<HTMLElement> {
  const now = await ask(fault, 'wechat/faults')
  const code = choice(codes, String(now.errcode ?? ''))
  const delay = el('input', { type: 'number', min: '0', max: '60000', value: String(now.delayMs ?? 0) })
  const count = el('input', { type: 'number', min: '1', value: now.count ? String(now.count) : '' })
  const drop = el('input', { type: 'checkbox' })
  drop.checked = now.dropAfterSend === true
  const set = async (value: object) => {
    await ask(fault, 'wechat/faults', value)
    say('已设定。')
    redraw()
  }
  const isOn = Boolean(now.errcode) || Boolean(now.delayMs) || now.dropAfterSend === true
  return sheet(
    '微信',
    el('p', {}, el('span', { class: isOn ? 'tag warn' : 'tag' }, isOn ? '故障中' : '正常')),
    el(
      'div',
      { class: 'row' },
      field('返回错误', code),
      field('每次等待（毫秒）', delay),
      field('持续次数（不填则一直）', count),
      field('消息送达但连接断开', drop),
    ),
    el(
      'div',
      { class: 'row' },
      button(
        '设定',
        () =>
          set({
            errcode: code.value === '' ? null : Number(code.value),
            delayMs: Number(delay.value),
            dropAfterSend: drop.checked,
            count: count.value === '' ? null : Number(count.value),
          }),
        'main',
      ),
      button('恢复正常', () => set({})),
    ),
  )
}

async function database(redraw: () => void): Promise<HTMLElement> {
  const { message } = await ask(databaseFault, 'database/fault')
  const set = async (value: string | null) => {
    await ask(anything, 'database/fault', { message: value })
    redraw()
  }
  return sheet(
    '数据库',
    el(
      'p',
      {},
      el('span', { class: message === null ? 'tag' : 'tag bad' }, message === null ? '正常' : '全部请求失败'),
    ),
    el(
      'div',
      { class: 'row' },
      button('让数据库失败', () => set('数据库暂时不可用（控制台设定）'), 'grave'),
      button('恢复正常', () => set(null)),
    ),
  )
}
