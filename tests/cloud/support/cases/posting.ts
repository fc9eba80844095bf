import { beijingDate } from '../../../../shared/calendar/date'
import type { FieldType, NoticeForms, NoticeTemplate } from '../../../../shared/catalog/template'
import { noticeForms, noticeTemplate } from '../../../../shared/catalog/template'
import type { DataOf } from '../../../../shared/contract'
import type { House, Person } from '../house'

type Written = Record<string, string>
type Opened = DataOf<'notices', 'open'>

/** The forms of notices, read once. */
export type Forms = { templates: readonly NoticeTemplate[]; shared: NoticeForms }

export async function formsIn(house: House): Promise<Forms> {
  const [templates, settings] = await Promise.all([
    house.stored('templates', noticeTemplate),
    house.stored('settings', noticeForms, { _id: 'noticeForms' }),
  ])
  const [shared] = settings
  if (shared === undefined) throw new Error('no noticeForms among the settings')
  return { templates, shared }
}

/** Fills what the announced draft still lacks, as its form's types want it, and posts it. */
export async function finishAndPost(cadre: Person, noticeId: string, forms: Forms): Promise<void> {
  const version = await finish(cadre, noticeId, forms)
  await cadre.call('notices', 'publish', { id: noticeId, version })
}

/** Fills the draft so that it can be posted; answers its version. */
export async function finish(cadre: Person, noticeId: string, forms: Forms): Promise<number> {
  const opened = await cadre.call('notices', 'open', { id: noticeId })
  const { draft, unit } = opened
  const saved = await cadre.call('notices', 'draft', {
    id: noticeId,
    version: draft.version,
    unit,
    district: draft.districtId,
    item: draft.itemId,
    template: draft.templateId,
    ...filledIn(opened, forms),
  })
  if (saved.gaps.length > 0) throw new Error(`${draft.title} lacks ${JSON.stringify(saved.gaps)}`)
  return saved.draft.version
}

function filledIn({ now, draft, values, rows, gaps }: Opened, forms: Forms) {
  const template = forms.templates.find(one => one._id === draft.templateId)
  if (template === undefined) throw new Error(`no form ${draft.templateId}`)
  const typeOf = new Map<string, FieldType>(
    [...forms.shared.commonFields, ...template.fields].map(({ key, type }) => [key, type]),
  )
  const today = beijingDate(now)
  const filledValues: Written = { ...values }
  const filledRows: Written[] = rows.map(row => ({ ...row }))
  for (const { key } of gaps) {
    const [, row, column] = /^rows\.(\d+)\.(\w+)$/.exec(key) ?? []
    const cells = filledRows[Number(row)]
    if (column !== undefined && cells !== undefined) cells[column] = '1'
    else filledValues[key] = example(typeOf.get(key) ?? 'text', key, today)
  }
  return { values: filledValues, rows: filledRows }
}

const SUPERVISION = 'supervisionPhone'

/** A value of the type, such as the one household on the list makes it. */
function example(type: FieldType, key: string, today: string): string {
  switch (type) {
    case 'date':
      return today
    case 'year':
      return today.slice(0, 4)
    case 'count':
    case 'money':
    case 'number':
      return '1'
    case 'phone':
      return key === SUPERVISION ? '0577-00000001' : '0577-00000000'
    default:
      return '示例'
  }
}
