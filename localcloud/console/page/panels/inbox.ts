import * as z from 'zod/mini'
import { anything, ask, credit, message, persona, template } from '../api'
import type { Panel } from '../app'
import { button, choice, el, field, say, sheet } from '../dom'
import { beijing } from '../time'

let chosen: string | undefined

/** What each person got from WeChat, as WeChat would show it, and what they allowed. */
export const inboxPanel: Panel = async redraw => {
  const people = (await ask(z.array(persona), 'personas')).filter(({ openid }) => openid !== null)
  const who = people.find(({ id }) => id === chosen) ?? people[0]
  if (!who) return [sheet('收件箱', el('p', { class: 'hint' }, '没有微信用户身份。'))]
  const picker = choice(
    people.map(({ id, name_zh }) => [id, name_zh] as const),
    who.id,
  )
  picker.addEventListener('change', () => {
    chosen = picker.value
    redraw()
  })
  const messages = await ask(z.array(message), `inbox?persona=${encodeURIComponent(who.id)}`)
  return [
    sheet(
      '收件箱',
      el('div', { class: 'row' }, field('谁的收件箱', picker), button('刷新', redraw)),
      messages.length === 0 && el('p', { class: 'hint' }, '还没有收到消息。'),
      ...messages.map(card),
    ),
    await consents(who.id, redraw),
  ]
}

function card({ title, lines, page, sentAt }: z.infer<typeof message>): HTMLElement {
  const pairs = lines.flatMap(({ name_zh, value }) => [el('dt', {}, name_zh), el('dd', {}, value)])
  return el(
    'article',
    { class: 'message' },
    el('h3', {}, title),
    el('dl', {}, ...pairs),
    el('footer', {}, `${beijing(sentAt)} · `, el('code', {}, page || '未指定页面')),
  )
}

async function consents(who: string, redraw: () => void): Promise<HTMLElement> {
  const templates = await ask(z.array(template), 'wechat/templates')
  const credits = await ask(z.array(credit), `wechat/credits?persona=${encodeURIComponent(who)}`)
  const tap = (templateId: string, result: string, words: string) =>
    button(words, async () => {
      await ask(anything, 'wechat/consent', { persona: who, results: { [templateId]: result } })
      say('已记录。')
      redraw()
    })
  const rows = templates.map(({ templateId, title, kind }) => {
    const known = credits.find(one => one.templateId === templateId)
    const left = known?.banned ? '已禁止' : `${known?.credits ?? 0} 次`
    return el(
      'tr',
      {},
      el('td', {}, title),
      el('td', {}, kind === 'long-term' ? '长期' : '一次性'),
      el('td', {}, el('span', { class: known?.banned ? 'tag bad' : 'tag' }, left)),
      el(
        'td',
        {},
        tap(templateId, 'accept', '允许'),
        ' ',
        tap(templateId, 'reject', '拒绝'),
        ' ',
        tap(templateId, 'ban', '禁止'),
      ),
    )
  })
  return sheet(
    '订阅授权',
    el('p', { class: 'hint' }, '相当于这个人在微信的授权框里点了什么。一次性模板每允许一次，可以收到一条。'),
    el(
      'div',
      { class: 'wide' },
      el(
        'table',
        {},
        el('tr', {}, ...['模板', '类型', '剩余', '操作'].map(text => el('th', {}, text))),
        ...rows,
      ),
    ),
  )
}
