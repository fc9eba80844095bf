import type { Post, Role } from './model'

/** What needs an office. Everything else a function does is open to every resident. */
export type ActionKey =
  | 'notices.draft'
  | 'notices.open'
  | 'notices.desk'
  | 'notices.preview'
  | 'notices.publish'
  | 'applications.handle'
  | 'applications.register'
  | 'applications.registerChange'

/**
 * own-unit: the office must be at the very unit the thing belongs to. own-or-above: there, or at a unit that it lies
 * in.
 */
type Place = 'own-unit' | 'own-or-above'
type Rule = { roles: readonly Role[]; at: Place }

/** Who may do what, where. What the table does not name is refused. */
export const ACCESS: Readonly<Record<ActionKey, Rule>> = {
  'notices.draft': { roles: ['cadre'], at: 'own-unit' },
  'notices.open': { roles: ['cadre'], at: 'own-unit' },
  'notices.desk': { roles: ['cadre'], at: 'own-unit' },
  'notices.preview': { roles: ['cadre'], at: 'own-unit' },
  'notices.publish': { roles: ['cadre'], at: 'own-unit' },
  /** Takes a step of an application in the name of one of the unit's bodies. */
  'applications.handle': { roles: ['cadre', 'handler'], at: 'own-unit' },
  'applications.register': { roles: ['cadre', 'reviewer', 'officer'], at: 'own-or-above' },
  'applications.registerChange': { roles: ['cadre', 'officer'], at: 'own-or-above' },
}

type Held = Pick<Post, 'role' | 'unit' | 'until'>

/**
 * True where the office allows the action at the unit. `path` runs from the district down to the unit itself;
 * without it nothing is known to lie above the unit.
 */
export function mayAct(
  action: ActionKey,
  post: Held,
  unit: string,
  path: readonly string[] = [unit],
): boolean {
  const rule = ACCESS[action]
  const holdsOffice = post.until === null
  return holdsOffice && rule.roles.includes(post.role) && isPlaced(rule.at, post.unit, unit, path)
}

function isPlaced(place: Place, office: string, unit: string, path: readonly string[]): boolean {
  const isOwn = office === unit
  return place === 'own-unit' ? isOwn : isOwn || path.includes(office)
}

/**
 * In the name of which bodies the person acts at the unit of the office; none where the office gives no such right or
 * has ended. Of the unit's own an office that names bodies has no others; for those whose steps the unit enters for
 * them a cadre acts all the same, so that no step is without anybody.
 */
export function bodiesOf(
  post: Held & Pick<Post, 'bodies'>,
  own: readonly string[],
  enteredForThem: readonly string[] = [],
): string[] {
  if (!mayAct('applications.handle', post, post.unit)) return []
  const isNamed = (body: string) => post.bodies?.includes(body) ?? true
  const others = enteredForThem.filter(body => post.role === 'cadre' || isNamed(body))
  return [...new Set([...own.filter(isNamed), ...others])]
}
