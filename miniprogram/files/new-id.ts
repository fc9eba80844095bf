const LENGTH = 24
const CHARACTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Made on the phone, so that what is sent twice is still one thing. */
export function newId(): string {
  const pick = () => CHARACTERS.charAt(Math.floor(Math.random() * CHARACTERS.length))
  return Array.from({ length: LENGTH }, pick).join('')
}
