import * as z from 'zod/mini'
import { calendarDate, dayOverride } from '../calendar/model'
import { district } from './district'
import { editionFields } from './edition'
import { itemFields } from './item'
import { messageSettings } from './message'
import { plainWords } from './plain-words'
import { noticeForms, templateFields } from './template'
import { partnerRow, unitRow } from './unit'

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/, '用小写字母、数字和短横'))

/** `<district>/district.yaml`; `id` is the folder's name. */
export const districtFile = z.extend(z.omit(district, { _id: true }), { id })

/** `<district>/editions.yaml`: every edition of the catalog, oldest first. */
export const editionsFile = z.strictObject({
  editions: z.array(z.extend(editionFields, { id })).check(z.minLength(1, '至少写一版')),
})

/** `<district>/catalog*.yaml`: the items of one edition, in the order of the document. */
export const catalogFile = z.strictObject({
  edition: id,
  items: z.array(itemFields).check(z.minLength(1, '至少写一个事项')),
})

/** `<district>/calendar.yaml`, where a district has working days or days off of its own. */
export const calendarFile = z.strictObject({
  issuedOn: calendarDate,
  overrides: z.array(dayOverride).check(z.minLength(1, '至少写一天；没有就删去这个文件')),
})

/** `<district>/units.csv` as rows. */
export const unitsFile = z.array(unitRow).check(z.minLength(1, '至少写一个镇街'))

/** `<district>/partners.csv`, where schools, hospitals or insurers handle their own steps. */
export const partnersFile = z.array(partnerRow)

/** `common/notice-templates.yaml`. */
export const templatesFile = z.extend(z.omit(noticeForms, { _id: true }), {
  templates: z.array(z.extend(templateFields, { id })),
})

/** `common/message-templates.yaml`. */
export const messagesFile = z.omit(messageSettings, { _id: true })

/** `common/plain-words.yaml`. */
export const plainWordsFile = z.omit(plainWords, { _id: true })
