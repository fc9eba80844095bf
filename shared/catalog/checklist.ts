import type { CatalogItem } from './item'
import type { NoticeTemplate } from './template'

/** One element of an item's 公开内容 and the fields of a form that answer it; none where another form does. */
export type ChecklistEntry = { content: string; fields: string[] }

/**
 * The item's 公开内容 as a checklist for one form. An item often takes several forms, and where the printed
 * cell is merged its contents are shared by the whole group, so an entry without a field is no fault.
 */
export function checklistOf(
  item: Pick<CatalogItem, 'contents'>,
  template: Pick<NoticeTemplate, 'fields'>,
): ChecklistEntry[] {
  return item.contents.map(content => ({
    content,
    fields: template.fields.filter(field => field.contents.includes(content)).map(field => field.key),
  }))
}
