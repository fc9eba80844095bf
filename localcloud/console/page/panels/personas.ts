import * as z from 'zod/mini'
import { anything, ask, collection, exported, persona } from '../api'
import type { Panel } from '../app'
import { button, choice, el, field, say, sheet } from '../dom'
import { openWebAppAs, type Person, webAppIdentity } from '../webApp'

const RESIDENT = 'resident'
const MOST_UNITS = 2000

/** As the functions name the offices, and as people do. */
const ROLES = [
  [RESIDENT, '村民'],
  ['cadre', '村干部'],
  ['reviewer', '审核员'],
  ['officer', '区级管理员'],
  ['supervisor', '监督员'],
] as const

/** The trial identities: see them, be one of them in the web app, take a token, add one. */
export const personasPanel: Panel = async redraw => {
  const people = await ask(z.array(persona), 'personas')
  const current = webAppIdentity()
  const openAs = (person: Person | null) => {
    openWebAppAs(person)
    redraw()
  }
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
        el(
          'div',
          { class: 'row' },
          person.openid === null ? undefined : button('打开网页版', () => openAs(person)),
          button('复制令牌', async () => copy(person.token)),
          person.id === current && el('span', { class: 'tag' }, '网页版现在是这个人'),
        ),
      ),
    ),
  )
  return [
    sheet(
      '身份',
      el(
        'p',
        { class: 'hint' },
        '“打开网页版”就以这个人的身份看网页版；换人时清掉上一个人看过的内容，草稿留着。已打开的网页版要刷新。' +
          '直接调用云函数用令牌：Authorization: Bearer 令牌。权限由数据库里的任职记录决定。',
      ),
      el(
        'div',
        { class: 'row' },
        button('以访客身份打开网页版', () => openAs(null)),
        current === null && el('span', { class: 'tag' }, '网页版现在是访客'),
      ),
      el('div', { class: 'wide' }, el('table', {}, heading(), ...rows)),
    ),
    await addForm(redraw),
  ]
}

function heading(): HTMLElement {
  return el('tr', {}, ...['姓名', '角色', '单位', 'openid', '令牌', ''].map(text => el('th', {}, text)))
}

async function addForm(redraw: () => void): Promise<HTMLElement> {
  const units = await unitList()
  const id = el('input', { placeholder: 'chen', pattern: '[a-z0-9-]+' })
  const name = el('input', { placeholder: '陈大姐' })
  const role = choice(ROLES)
  const unit = el('input', { placeholder: '单位代码', list: 'units', size: '16' })
  const add = async () => {
    if (!/^[a-z0-9-]+$/.test(id.value)) throw new Error('代号要用小写字母、数字和短横线。')
    if (role.value !== RESIDENT && unit.value === '') throw new Error('有职务的人要填单位代码。')
    await ask(anything, 'personas', {
      id: id.value,
      name_zh: name.value || id.value,
      role: role.selectedOptions[0]?.text ?? role.value,
      unit: unit.value || null,
      token: `token-${id.value}`,
      openid: `openid-${id.value}`,
      ...(role.value === RESIDENT ? {} : { office: { unit: unit.value, role: role.value } }),
    })
    say(role.value === RESIDENT ? '已添加。' : '已添加，任职记录已写入 members。')
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
      units,
      button('添加', add, 'main'),
    ),
    el(
      'p',
      { class: 'hint' },
      '新身份保存在数据目录里，重新启动后还在。选村民以外的角色，会同时在集合 members 里写入一条任职记录' +
        '（_id 为“wx:openid|单位代码”，until 为 null），这个人马上有该单位的职权；要撤销，请在“数据”里删除这一条。',
    ),
  )
}

/** What may be typed as a unit, when the units are in the database. */
async function unitList(): Promise<HTMLDataListElement> {
  const list = el('datalist', { id: 'units' })
  const collections = await ask(z.array(collection), 'collections')
  if (!collections.some(({ name }) => name === 'units')) return list
  const { documents } = await ask(exported, `export?collection=units&limit=${MOST_UNITS}`)
  for (const { _id, name } of documents) list.append(el('option', { value: String(_id) }, String(name)))
  return list
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  say('已复制。')
}
