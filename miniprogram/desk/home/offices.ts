import type { DataOf } from '../../../shared/contract'

type Post = DataOf<'members', 'me'>['posts'][number]

/** What a person may do at one unit, whatever offices it comes from. */
export type Office = Omit<Post, 'role'>

/** The units with something to do on the desk; two offices at one unit are one desk. */
export function officesOf(posts: readonly Post[]): Office[] {
  const offices = new Map<string, Office>()
  for (const { role: _, ...post } of posts) {
    const known = offices.get(post.unit)
    offices.set(post.unit, known ? both(known, post) : post)
  }
  return [...offices.values()].filter(office => office.mayPost || office.handles || office.seesRegister)
}

function both(one: Office, other: Office): Office {
  return {
    ...one,
    mayPost: one.mayPost || other.mayPost,
    handles: one.handles || other.handles,
    seesRegister: one.seesRegister || other.seesRegister,
    changesRegister: one.changesRegister || other.changesRegister,
  }
}
