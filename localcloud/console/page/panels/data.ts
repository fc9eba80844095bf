import * as z from 'zod/mini'
import { anything, ask, collection, exported } from '../api'
import type { Panel } from '../app'
import { button, choice, el, field, parseTyped, say, sheet } from '../dom'

const PAGE = 20

let chosen: string | undefined
let filter = '{}'
let skipped = 0

/** Browse, filter, edit, export and import a collection. Special types are written as EJSON. */
export const dataPanel: Panel = async redraw => {
  const collections = await ask(z.array(collection), 'collections')
  const current = collections.find(({ name }) => name === chosen) ?? collections[0]
  if (!current) return [sheet('数据', el('p', { class: 'hint' }, '还没有集合。'))]
  const picker = choice(
    collections.map(({ name, documents }) => [name, `${name}（${documents}）`] as const),
    current.name,
  )
  const typed = el('input', { value: filter, size: '40', spellcheck: 'false' })
  const show = (skip: number) => {
    parseTyped(typed.value)
    filter = typed.value
    skipped = skip
    redraw()
  }
  picker.addEventListener('change', () => {
    chosen = picker.value
    filter = '{}'
    skipped = 0
    redraw()
  })
  const { total, documents } = await ask(exported, pathOf(current.name, PAGE))
  return [
    sheet(
      '数据',
      el(
        'div',
        { class: 'row' },
        field('集合', picker),
        field('条件（JSON）', typed),
        button('查询', () => show(0), 'main'),
      ),
      el('p', { class: 'hint' }, indexWords(current)),
      el(
        'div',
        { class: 'row' },
        el(
          'span',
          {},
          `共 ${total} 条，显示第 ${total === 0 ? 0 : skipped + 1}–${skipped + documents.length} 条`,
        ),
        skipped > 0 && button('上一页', () => show(Math.max(0, skipped - PAGE))),
        skipped + documents.length < total && button('下一页', () => show(skipped + PAGE)),
        button('导出符合条件的全部', () => download(current.name)),
      ),
      ...documents.map(document => editor(current.name, document, redraw)),
    ),
    importForm(current.name, redraw),
    await warnings(),
  ]
}

function pathOf(name: string, limit: number): string {
  const query = new URLSearchParams({
    collection: name,
    query: filter,
    limit: String(limit),
    skip: String(skipped),
  })
  return `export?${query}`
}

function indexWords({ indexes }: z.infer<typeof collection>): string {
  if (indexes.length === 0) return '索引：只有 _id'
  return `索引：${indexes.map(({ name, keys, unique }) => `${name} ${JSON.stringify(keys)}${unique ? ' 唯一' : ''}`).join('；')}`
}

function editor(name: string, document: Record<string, unknown>, redraw: () => void): HTMLElement {
  const text = el('textarea', { 'aria-label': '文档', spellcheck: 'false' })
  text.value = JSON.stringify(document, null, 2)
  const save = async () => {
    await ask(anything, 'import', { collection: name, documents: [parseTyped(text.value)] })
    say('已保存。')
    redraw()
  }
  const remove = async () => {
    if (!window.confirm('删除后不能恢复，确定删除这一条？')) return
    await ask(anything, 'remove', { collection: name, id: document._id })
    say('已删除。')
    redraw()
  }
  return el(
    'details',
    {},
    el('summary', {}, el('code', {}, JSON.stringify(document).slice(0, 140))),
    text,
    el('div', { class: 'row' }, button('保存', save, 'main'), button('删除', remove, 'grave')),
  )
}

async function download(name: string): Promise<void> {
  const query = new URLSearchParams({ collection: name, query: filter })
  const { documents } = await ask(exported, `export?${query}`)
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(documents, null, 2)], { type: 'application/json' }),
  )
  el('a', { href: address, download: `${name}.json` }).click()
  URL.revokeObjectURL(address)
}

function importForm(name: string, redraw: () => void): HTMLElement {
  const file = el('input', { type: 'file', accept: '.json' })
  const add = async () => {
    const chosenFile = file.files?.[0]
    if (!chosenFile) throw new Error('请先选择一个 JSON 文件。')
    const documents = parseTyped(await chosenFile.text())
    const answer = await ask(z.object({ imported: z.number() }), 'import', { collection: name, documents })
    say(`已导入 ${answer.imported} 条。`)
    redraw()
  }
  return sheet(
    `导入到 ${name}`,
    el('p', { class: 'hint' }, '文件是一个数组；_id 相同的文档被覆盖。'),
    el('div', { class: 'row' }, field('JSON 文件', file), button('导入', add, 'main')),
  )
}

async function warnings(): Promise<HTMLElement> {
  const list = await ask(z.array(z.string()), 'warnings')
  return sheet(
    '缺少索引的查询',
    list.length === 0 && el('p', { class: 'hint' }, '没有。'),
    ...list.map(text => el('p', {}, el('span', { class: 'tag warn' }, '扫描'), ' ', text)),
  )
}
