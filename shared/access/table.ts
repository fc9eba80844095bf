import type { Post, Role } from './model'

/** What needs an office. Everything else a function does is open to every resident. */
export type ActionKey =
  | 'notices.draft'
  | 'notices.open'
  | 'notices.desk'
  | 'notices.preview'
  | 'notices.publish'

/** own-unit: the office must be at the very unit the thing belongs to. */
type Rule = { roles: readonly Role[]; at: 'own-unit' }

/** Who may do what, where. What the table does not name is refused. */
export const ACCESS: Readonly<Record<ActionKey, Rule>> = {
  'notices.draft': { roles: ['cadre'], at: 'own-unit' },
  'notices.open': { roles: ['cadre'], at: 'own-unit' },
  'notices.desk': { roles: ['cadre'], at: 'own-unit' },
  'notices.preview': { roles: ['cadre'], at: 'own-unit' },
  'notices.publish': { roles: ['cadre'], at: 'own-unit' },
}

/** True where the office allows the action at the unit. */
export function mayAct(
  action: ActionKey,
  post: Pick<Post, 'role' | 'unit' | 'until'>,
  unit: string,
): boolean {
  const rule = ACCESS[action]
  const holdsOffice = post.until === null
  return holdsOffice && rule.roles.includes(post.role) && post.unit === unit
}
