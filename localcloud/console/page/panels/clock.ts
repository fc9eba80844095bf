import * as z from 'zod/mini'
import { ask, clock, run } from '../api'
import type { Panel } from '../app'
import { button, el, field, json, say, sheet } from '../dom'
import { beijing, beijingInput, instantTyped } from '../time'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const moved = z.extend(clock, { ran: z.array(run) })
const next = z.object({ at: z.nullable(z.string()), collection: z.nullable(z.string()) })

/** What changes by itself, as people call it; other collections go by their own name. */
const CHANGING: Record<string, string> = { notices: '公示', applications: '申请' }

function stateOf(isReal: boolean, isStanding: boolean): string {
  if (isReal) return '现在是真实时间（北京时间）。'
  return isStanding ? '时钟停在这一刻。' : '时钟已调整，从这里继续走。'
}

/** See the clock, set it, step to what happens next. */
export const clockPanel: Panel = async redraw => {
  const { now, isReal, isStanding } = await ask(clock, 'clock')
  const { at, collection } = await ask(next, 'clock/next')
  const runs = el('div')
  const set = async (to: string | null) => {
    const { ran } = await ask(moved, 'clock', { now: to })
    say(ran.length > 0 ? `时钟已调整，运行了 ${ran.length} 次定时函数。` : '时钟已调整。')
    if (ran.length > 0) runs.replaceChildren(el('h3', {}, '刚才运行的定时函数'), json(ran))
    else redraw()
  }
  const stand = async (stands: boolean) => {
    await ask(clock, 'clock/stand', { stands })
    say(stands ? '时钟停住了。' : '时钟继续走。')
    redraw()
  }
  const after = (ms: number) => () => set(new Date(Date.parse(now) + ms).toISOString())
  const typed = el('input', { type: 'datetime-local', step: '1', value: beijingInput(now) })
  const setTyped = async () => {
    const to = instantTyped(typed.value)
    if (to) await set(to)
    else say('时间没有填完整。')
  }
  return [
    sheet(
      '时钟',
      el('p', { class: 'figure' }, beijing(now)),
      el('p', { class: 'hint' }, stateOf(isReal, isStanding)),
      el(
        'div',
        { class: 'row' },
        field('设为（北京时间）', typed),
        button('设定', setTyped, 'main'),
        isStanding ? button('继续走', () => stand(false)) : button('停住', () => stand(true)),
        button('回到真实时间', () => set(null)),
      ),
      el(
        'div',
        { class: 'row' },
        button('＋10 分钟', after(10 * MINUTE)),
        button('＋1 小时', after(HOUR)),
        button('＋1 天', after(DAY)),
        button('＋7 天', after(7 * DAY)),
      ),
      el('h3', {}, '下一次变化'),
      at === null
        ? el('p', { class: 'hint' }, '没有等待开始或结束的公示，也没有别的到期事项。')
        : el(
            'div',
            { class: 'row' },
            el('span', {}, `${CHANGING[collection ?? ''] ?? collection} ${beijing(at)}`),
            button('走到这一刻', () => set(at), 'main'),
          ),
      el('p', { class: 'hint' }, '向前调整时钟后，所有定时器依次运行一遍，再重复一遍。'),
      runs,
    ),
  ]
}
