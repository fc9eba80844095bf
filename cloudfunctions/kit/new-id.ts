import { randomBytes } from 'node:crypto'

/** A new id of 16 characters that nobody can guess, short enough for the scene of a mini-program code. */
export function newId(): string {
  return randomBytes(12).toString('base64url')
}
