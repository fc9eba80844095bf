import { DIAGNOSES, HEALTH_WORDS } from '../privacy/health-words'
import type { Procedure } from '../procedures/definition'
import { MATERIAL_WORDS } from './words'

/** What stands behind it in the message (，点开看全部) takes the rest of WeChat's 20. */
const MOST_CHARACTERS = 14

/**
 * What is missing, in a few words. A material is named only as the procedure itself names it: what somebody wrote by
 * hand may hold a person's name. One that tells of an illness is counted, not named.
 * @example '户口簿等3样', '3样材料'
 */
export function missingMaterials(
  items: readonly string[],
  { materials }: Pick<Procedure, 'materials'>,
  neutral: boolean,
): string {
  const [first = ''] = items
  const isNameable = !neutral && materials.includes(first) && !tellsOfHealth(first)
  const named = items.length === 1 ? MATERIAL_WORDS.one(first) : MATERIAL_WORDS.firstOf(first, items.length)
  return isNameable && named.length <= MOST_CHARACTERS ? named : MATERIAL_WORDS.counted(items.length)
}

/** True where a text speaks of an illness, a disability or care. */
export function tellsOfHealth(text: string): boolean {
  return [...DIAGNOSES, ...HEALTH_WORDS].some(word => text.includes(word))
}
