import type { NoticeForm } from '../../../shared/contract/catalog'
import type { NoticePage } from '../../../shared/contract/notices'
import type { ChecklistItem } from '../../components/Checklist'
import { deskWords } from '../../words/desk'
import type { Contents } from './draft'
import { isNameList } from './name-list'
import { requiredOf } from './required'

/** All that a notice must have before it hangs: the catalog's contents, its list, whom to ask, and its end. */
export function mustHave(form: NoticeForm, contents: Contents, notice: NoticePage): ChecklistItem[] {
  const words = deskWords.preview
  const { contacts, window } = notice
  const elements = requiredOf(form, contents).map(({ content, done }) => ({
    key: content,
    label: content,
    done,
  }))
  const rows = contents.rows.length
  const listName = isNameList(form) ? words.names : words.table
  const list = {
    key: 'list',
    label: words.rows(listName, rows),
    done: rows > 0,
    ...(isNameList(form) ? { hint: words.masked } : {}),
  }
  const hasContact = contacts.phone !== '' && contacts.address !== ''
  return [
    ...elements,
    ...(form.columns.length > 0 ? [list] : []),
    { key: 'contact', label: words.contact, done: hasContact },
    ...(window.closesAt === null
      ? []
      : [{ key: 'closes', label: words.closes, done: true, hint: words.closesAuto }]),
  ]
}
