import * as z from 'zod/mini'
import { ask, call, persona } from '../api'
import type { Panel } from '../app'
import { button, choice, el, field, json, parseTyped, sheet } from '../dom'
import { beijing } from '../time'

const SHOWN = 60

/** Call a function by hand, and see the latest calls. */
export const callsPanel: Panel = async redraw => {
  const calls = await ask(z.array(call), 'calls')
  const list = calls
    .slice(0, SHOWN)
    .map(one =>
      el(
        'details',
        {},
        el(
          'summary',
          {},
          `${beijing(one.at)}  ${one.function}  ${one.ms} ms  `,
          el(
            'span',
            { class: one.error ? 'tag bad' : 'tag' },
            one.error ? one.error.code : sourceOf(one.source),
          ),
        ),
        el('p', { class: 'hint' }, `调用人：${one.caller || '无'}`),
        el('h3', {}, '输入'),
        json(one.input),
        el('h3', {}, one.error ? '错误' : '回答'),
        json(one.error ?? one.answer),
        one.log !== '' && el('h3', {}, '日志'),
        one.log !== '' && el('pre', {}, one.log),
      ),
    )
  return [
    await callForm(redraw),
    sheet(
      '最近的调用',
      el('div', { class: 'row' }, button('刷新', redraw)),
      list.length === 0 && el('p', { class: 'hint' }, '还没有调用。'),
      ...list,
    ),
  ]
}

async function callForm(redraw: () => void): Promise<HTMLElement> {
  const names = await ask(z.array(z.string()), 'functions')
  const people = await ask(z.array(persona), 'personas')
  const name = choice(names.map(text => [text, text] as const))
  const who = choice(people.map(({ id, name_zh }) => [id, name_zh] as const))
  const event = el('textarea', { 'aria-label': '事件（JSON）', spellcheck: 'false' })
  event.value = '{\n  "action": ""\n}'
  const result = el('div')
  const send = async () => {
    const { answer } = await ask(z.object({ answer: z.unknown() }), 'functions/call', {
      name: name.value,
      persona: who.value,
      event: parseTyped(event.value),
    })
    result.replaceChildren(el('h3', {}, '回答'), json(answer), button('列入最近的调用', redraw))
  }
  return sheet(
    '调用云函数',
    el('div', { class: 'row' }, field('函数', name), field('身份', who)),
    event,
    el('div', { class: 'row' }, button('调用', send, 'main')),
    result,
  )
}

function sourceOf(source: string): string {
  return { wx_client: '小程序', tcb_http: '网页', timer: '定时器', scf: '云函数' }[source] ?? source
}
