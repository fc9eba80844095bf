import type { NoticeForm } from '../../../shared/contract/catalog'

/** True for a list of persons: it is a 名单, any other an 附表. */
export function isNameList(form: Pick<NoticeForm, 'columns'>): boolean {
  return form.columns.some(column => column.mask === 'name')
}
