import type { CalendarDate } from '../calendar/model'
import type { CatalogItem } from '../catalog/item'
import type { ListColumn, NoticeField, NoticeForms, NoticeTemplate } from '../catalog/template'
import type { DraftGap } from './draft-gap'
import { DRAFT_WORDS } from './draft-words'
import type { FieldValues, ListRow } from './model'

/** A draft with all it is checked against. `today`, where given, lets no date of the past lie in the future. */
export type Draft = {
  values: FieldValues
  rows: readonly ListRow[]
  template: NoticeTemplate
  item: CatalogItem
  forms: Pick<NoticeForms, 'commonFields'>
  today?: CalendarDate | undefined
}

/** The fields of a draft: its form's own, then those every notice has and the form does not write anew. */
export function fieldsOfDraft({ template, forms }: Pick<Draft, 'template' | 'forms'>): NoticeField[] {
  const own = new Set(template.fields.map(field => field.key))
  return [...template.fields, ...forms.commonFields.filter(field => !own.has(field.key))]
}

/** True for a notice about persons: there are names to it, shown or not. */
export function isAboutPersons({ namesOn }: Pick<NoticeTemplate, 'namesOn'>): boolean {
  return namesOn !== null
}

/** A gap of a field. */
export function fieldGap({ key, label }: NoticeField, kind: DraftGap['kind'], message: string): DraftGap {
  return { key, label, kind, message }
}

/** A gap of one cell; rows are counted from 1 where people read them. */
export function cellGap(
  row: number,
  { key, label }: Pick<ListColumn, 'key' | 'label'>,
  kind: DraftGap['kind'],
  message: string,
): DraftGap {
  return { key: `rows.${row}.${key}`, label: DRAFT_WORDS.cell(row + 1, label), kind, message }
}

/** A gap of the list as a whole. */
export function listGap(template: NoticeTemplate, kind: DraftGap['kind'], message: string): DraftGap {
  const label = isAboutPersons(template) ? DRAFT_WORDS.nameList : DRAFT_WORDS.table
  return { key: 'rows', label, kind, message }
}
