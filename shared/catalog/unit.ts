import * as z from 'zod/mini'

/** 区、部门、镇街、村（社区）: the four kinds of units that publish or read. */
export const unitLevel = z.enum(['district', 'department', 'township', 'village'])
export type UnitLevel = z.infer<typeof unitLevel>

/**
 * A unit as stored. `_id` is its statistical code; a department has none, so its `_id` is
 * `<district code>-<name>`. `path` runs from the district down to the unit itself.
 */
export const unit = z.strictObject({
  _id: z.string().check(z.minLength(1)),
  level: unitLevel,
  name: z.string().check(z.minLength(1)),
  parent: z.nullable(z.string()),
  districtId: z.string(),
  path: z.array(z.string()).check(z.minLength(1)),
})
export type Unit = z.infer<typeof unit>

/** One row of `units.csv`. */
export const unitRow = z.strictObject({
  level: z.enum(['township', 'village']),
  code: z.string().check(z.regex(/^\d{9}(\d{3})?$/, '编码应为 9 位（镇街）或 12 位（村）数字')),
  name: z.string().check(z.minLength(1, '名称不能空着')),
  parent: z.string().check(z.regex(/^\d{6}(\d{3})?$/, '上级编码应为 6 位（区）或 9 位（镇街）数字')),
})
export type UnitRow = z.infer<typeof unitRow>
