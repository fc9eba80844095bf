import * as z from 'zod/mini'
import { ask, run, timer } from '../api'
import type { Panel } from '../app'
import { button, el, json, sheet } from '../dom'

const fired = z.object({ ran: z.array(run) })

/** Fire a timer now, fire it twice at once, hold it back. */
export const timersPanel: Panel = async redraw => {
  const timers = await ask(z.array(timer), 'timers')
  const result = el('div')
  const fire = (name: string, times: number) => async () => {
    const { ran } = await ask(fired, `timers/${name}`, { times })
    result.replaceChildren(el('h3', {}, `${name} 的运行结果`), json(ran))
  }
  const hold = (name: string, isHeld: boolean) => async () => {
    await ask(fired, `timers/${name}`, { hold: isHeld })
    redraw()
  }
  const rows = timers.map(({ function: name, config, isHeld, isRunning }) =>
    el(
      'tr',
      {},
      el('td', {}, name),
      el('td', {}, el('code', {}, config)),
      el('td', {}, state(isHeld, isRunning)),
      el(
        'td',
        {},
        button('运行一次', fire(name, 1), 'main'),
        ' ',
        button('同时运行两次', fire(name, 2)),
        ' ',
        button(isHeld ? '恢复' : '扣住', hold(name, !isHeld)),
      ),
    ),
  )
  return [
    sheet(
      '定时器',
      el('p', { class: 'hint' }, '平台有时会漏掉一次，有时会重复一次；在这里可以照样试一试。'),
      timers.length === 0 && el('p', { class: 'hint' }, '没有定时器。'),
      el(
        'div',
        { class: 'wide' },
        el(
          'table',
          {},
          el('tr', {}, ...['函数', '时间', '状态', '操作'].map(text => el('th', {}, text))),
          ...rows,
        ),
      ),
      result,
    ),
  ]
}

function state(isHeld: boolean, isRunning: boolean): HTMLElement {
  if (isHeld) return el('span', { class: 'tag warn' }, '已扣住')
  return el('span', { class: 'tag' }, isRunning ? '运行中' : '按时运行')
}
