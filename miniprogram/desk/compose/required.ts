import type { NoticeForm } from '../../../shared/contract/catalog'
import type { Contents } from './draft'

/** One element of 公开内容 that this form carries, and whether it is there. */
export type Required = { content: string; done: boolean; fields: string[] }

/** The item's 公开内容 as far as this form carries it; what another form of the item carries is not asked here. */
export function requiredOf(form: NoticeForm, contents: Contents): Required[] {
  const isFilled = (key: string) =>
    (contents.values[key]?.trim() ?? '') !== '' || isListed(key, form, contents)
  return form.checklist
    .filter(({ fields }) => fields.length > 0)
    .map(({ content, fields }) => ({ content, fields, done: fields.some(isFilled) }))
}

/** A field for a list of names is answered by the list that hangs below the text. */
function isListed(key: string, form: NoticeForm, { rows }: Contents): boolean {
  const field = form.fields.find(one => one.key === key)
  return field?.type === 'list' && field.label.includes('名单') && form.columns.length > 0 && rows.length > 0
}
