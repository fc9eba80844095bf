import * as z from 'zod/mini'
import { anything, ask, persona } from '../api'
import type { Panel } from '../app'
import { button, el, field, say, sheet } from '../dom'

/** The trial identities: see them, take a token, add one. */
export const personasPanel: Panel = async redraw => {
  const people = await ask(z.array(persona), 'personas')
  const rows = people.map(person =>
    el(
      'tr',
      {},
      el('td', {}, person.name_zh),
      el('td', {}, person.role),
      el('td', {}, person.unit ?? '—'),
      el('td', {}, person.openid ?? '不是微信用户'),
      el('td', {}, el('code', {}, person.token)),
      el(
        'td',
        {},
        button('复制令牌', async () => copy(person.token)),
      ),
    ),
  )
  return [
    sheet(
      '身份',
      el(
        'p',
        { class: 'hint' },
        '网页版用令牌表明身份：Authorization: Bearer 令牌。权限由数据库里的任职记录决定。',
      ),
      el('div', { class: 'wide' }, el('table', {}, heading(), ...rows)),
    ),
    addForm(redraw),
  ]
}

function heading(): HTMLElement {
  return el('tr', {}, ...['姓名', '角色', '单位', 'openid', '令牌', ''].map(text => el('th', {}, text)))
}

function addForm(redraw: () => void): HTMLElement {
  const id = el('input', { placeholder: 'chen', pattern: '[a-z0-9-]+' })
  const name = el('input', { placeholder: '陈大姐' })
  const role = el('input', { placeholder: '村民' })
  const unit = el('input', { placeholder: '单位代码，可不填' })
  const add = async () => {
    if (!/^[a-z0-9-]+$/.test(id.value)) throw new Error('代号要用小写字母、数字和短横线。')
    await ask(anything, 'personas', {
      id: id.value,
      name_zh: name.value || id.value,
      role: role.value || '村民',
      unit: unit.value || null,
      token: `token-${id.value}`,
      openid: `openid-${id.value}`,
    })
    say('已添加。关闭本地云后，这个身份不再保留。')
    redraw()
  }
  return sheet(
    '添加身份',
    el(
      'div',
      { class: 'row' },
      field('代号', id),
      field('姓名', name),
      field('角色', role),
      field('单位', unit),
      button('添加', add, 'main'),
    ),
    el(
      'p',
      { class: 'hint' },
      '要让新身份有职权，请在“数据”里给它加一条任职记录（集合 members，personId 为 wx:openid）。',
    ),
  )
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  say('已复制。')
}
