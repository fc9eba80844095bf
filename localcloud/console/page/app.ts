import { ask, clock } from './api'
import { attempt, el, say } from './dom'
import { callsPanel } from './panels/calls'
import { clockPanel } from './panels/clock'
import { dataPanel } from './panels/data'
import { faultsPanel } from './panels/faults'
import { inboxPanel } from './panels/inbox'
import { personasPanel } from './panels/personas'
import { timersPanel } from './panels/timers'
import { beijing } from './time'

/** Draws itself into an empty place, and again after every change. */
export type Panel = (redraw: () => void) => Promise<Node[]>

const panels: readonly (readonly [string, string, Panel])[] = [
  ['clock', '时钟', clockPanel],
  ['personas', '身份', personasPanel],
  ['inbox', '收件箱', inboxPanel],
  ['calls', '云函数', callsPanel],
  ['data', '数据', dataPanel],
  ['timers', '定时器', timersPanel],
  ['faults', '故障', faultsPanel],
]

/** A draw that was overtaken by a later one does not show. */
let drawing = 0

async function draw(): Promise<void> {
  const place = document.getElementById('panel')
  const chosen = panels.find(([id]) => `#${id}` === location.hash) ?? panels[0]
  if (!place || !chosen) return
  const mine = ++drawing
  const [id, , panel] = chosen
  for (const tab of document.querySelectorAll('#tabs button')) {
    if (tab.id === `tab-${id}`) tab.setAttribute('aria-current', 'page')
    else tab.removeAttribute('aria-current')
  }
  await attempt(async () => {
    const nodes = await panel(() => void draw())
    if (mine === drawing) place.replaceChildren(...nodes)
  })
}

async function showNow(): Promise<void> {
  const place = document.getElementById('now')
  if (!place) return
  try {
    const { now, isReal, isStanding } = await ask(clock, 'clock')
    const moved = isStanding ? '（已停住）' : '（已调整）'
    place.textContent = `${beijing(now)} 北京时间${isReal ? '' : moved}`
  } catch {
    place.textContent = '本地云没有回答，可能已经关闭。'
  }
}

document.getElementById('tabs')?.append(
  ...panels.map(([id, title]) => {
    const open = () => {
      location.hash = id
    }
    return el('button', { id: `tab-${id}`, type: 'button', onclick: open }, title)
  }),
)
window.addEventListener('hashchange', () => {
  say('')
  void draw()
})
window.setInterval(() => void showNow(), 1000)
void showNow()
void draw()
