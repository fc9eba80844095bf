import type { UnitLevel } from '../../shared/catalog'

const POSTED_BY: Record<UnitLevel, string> = {
  village: '村（社区）',
  township: '镇街',
  department: '区里的部门',
  district: '区里',
  partner: '学校、医院等单位',
}

/** Which units post a form that the caller's unit cannot. */
export function postedByWords(level: UnitLevel): string {
  return `这种公示由${POSTED_BY[level]}来发，标题里要写它的名字。请换一种公示表，或者请那里的经办人来办`
}
