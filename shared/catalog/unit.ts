import * as z from 'zod/mini'

/** 区、部门、镇街、村（社区）: the four kinds of units that the catalog knows. */
export const officeLevel = z.enum(['district', 'department', 'township', 'village'])

/** partner: a school, hospital or insurer that has steps of procedures and is no office. */
export const unitLevel = z.enum([...officeLevel.options, 'partner'])
export type UnitLevel = z.infer<typeof unitLevel>

const text = z.string().check(z.minLength(1))

/**
 * A unit as stored. `_id` is its statistical code; departments and partners have none, so theirs is
 * `<district code>-<name>`. `path` runs from the district down to the unit itself.
 */
export const unit = z.strictObject({
  _id: text,
  level: unitLevel,
  name: text,
  parent: z.nullable(z.string()),
  districtId: z.string(),
  path: z.array(z.string()).check(z.minLength(1)),
  /** Departments and partners: the actors of the district's procedures that the unit may be. */
  bodies: z.optional(z.array(text)),
})
export type Unit = z.infer<typeof unit>

/** True for what people live in and choose as theirs: a district, a township or a village. */
export function isPlace({ level }: Pick<Unit, 'level'>): boolean {
  return level === 'district' || level === 'township' || level === 'village'
}

/** One row of `units.csv`. */
export const unitRow = z.strictObject({
  level: z.enum(['township', 'village']),
  code: z.string().check(z.regex(/^\d{9}(\d{3})?$/, '编码应为 9 位（镇街）或 12 位（村）数字')),
  name: z.string().check(z.minLength(1, '名称不能空着')),
  parent: z.string().check(z.regex(/^\d{6}(\d{3})?$/, '上级编码应为 6 位（区）或 9 位（镇街）数字')),
})
export type UnitRow = z.infer<typeof unitRow>

/** One row of `partners.csv`; `bodies` names the procedures' actors that it may be, with 、 between them. */
export const partnerRow = z.strictObject({
  name: z
    .string()
    .check(
      z.regex(/^[0-9A-Za-z\u4e00-\u9fa5（）]{2,33}$/, '名称写 2 到 33 个汉字、字母或数字，不要空格和符号'),
    ),
  parent: z.string().check(z.regex(/^\d{6}(\d{3})?$/, '所在地编码应为 6 位（区）或 9 位（镇街）数字')),
  bodies: z.string().check(z.minLength(1, '写明在流程里是谁，例如 学校；几个之间用、隔开')),
})
export type PartnerRow = z.infer<typeof partnerRow>

/** The actors that a row's `bodies` names. */
export function bodiesOf({ bodies }: Pick<PartnerRow, 'bodies'>): string[] {
  return bodies.split('、').map(body => body.trim())
}
