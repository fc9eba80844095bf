import { beijingDate } from '../../shared/calendar/date'
import { windowRuleOf } from '../../shared/catalog'
import { checklistOf } from '../../shared/catalog/checklist'
import { fieldsOfDraft } from '../../shared/notice/draft'
import { districtOf, editionOn, itemOf, noticeFormsSettings, templateOf } from '../kit/reference'
import { Refusal } from '../kit/refusal'
import type { Call } from '../kit/serve'
import { WORDS } from '../kit/words'

type Input = { district: string; item: string; template: string }

/** The form that a cadre fills for an item: fields, columns of its list, and the checklist of 公开内容. */
export async function form(input: Input, { now }: Call) {
  const district = await districtOf(input.district)
  const edition = await editionOn(district._id, beijingDate(now))
  const found = await itemOf(edition._id, input.item)
  if (!found.templates.includes(input.template)) throw new Refusal('NOT_FOUND', WORDS.templateNotFound)
  const template = await templateOf(input.template)
  const fields = fieldsOfDraft({ template, forms: await noticeFormsSettings() })
  return {
    form: {
      templateId: template._id,
      name: template.name,
      kind: template.kind,
      titlePattern: template.titlePattern,
      fields: fields.map(({ contents, ...field }) => ({ ...field, covers: contents })),
      columns: template.columns,
      checklist: checklistOf(found, template),
      windowRule: windowRuleOf(template, found, district),
      afterClose: template.afterClose,
    },
  }
}
