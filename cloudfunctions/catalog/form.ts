import { beijingDate } from '../../shared/calendar/date'
import { windowRuleOf } from '../../shared/catalog'
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
  const { commonFields } = await noticeFormsSettings()
  const own = new Set(template.fields.map(one => one.key))
  const fields = [...template.fields, ...commonFields.filter(one => !own.has(one.key))]
  return {
    form: {
      templateId: template._id,
      name: template.name,
      kind: template.kind,
      titlePattern: template.titlePattern,
      fields: fields.map(({ contents, ...field }) => ({ ...field, covers: contents })),
      columns: template.columns,
      checklist: found.contents.map(content => ({
        content,
        fields: template.fields.filter(one => one.contents.includes(content)).map(one => one.key),
      })),
      windowRule: windowRuleOf(template, found, district),
      afterClose: template.afterClose,
    },
  }
}
