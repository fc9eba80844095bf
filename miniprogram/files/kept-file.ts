/** What the server takes. */
export type FileMime = 'image/jpeg' | 'image/png' | 'application/pdf'

/** A photo or file that was chosen, kept on the phone until it is handed in and a while after. */
export type KeptFile = {
  id: string
  /** Where the phone keeps it: a path in WeChat, a key on the web. */
  local: string
  mime: FileMime
  /** Bytes. */
  size: number
  name: string
}

/** What was chosen, before it is kept. */
export type ChosenFile = { name: string; bytes: Uint8Array }

/** How a platform chooses files and where it keeps them. */
export type FileWays = {
  /** Asks for photos or files, and makes photos small. Answers none where the choosing was closed. */
  choose: (most: number) => Promise<ChosenFile[]>
  /** @returns where it lies */
  keep: (id: string, mime: FileMime, bytes: Uint8Array) => Promise<string>
  /** @throws FileProblem where it is gone */
  read: (local: string) => Promise<Uint8Array>
  /** An address to draw the file from. */
  addressOf: (local: string) => Promise<string>
  forget: (local: string) => Promise<void>
}

/** Why a file cannot be taken; `message` is the sentence for the person. */
export class FileProblem extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'FileProblem'
  }
}

/** As much as the server takes of one file, in bytes. */
export const MOST_BYTES = 5_000_000
/** What a photo is made down to: paper stays readable, and it goes through in a village. */
export const PHOTO_BYTES = 1_000_000
export const LONG_SIDE = 1600

/** Width and height of a picture made down to the long side; a small one stays as it is. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const shrink = Math.min(1, LONG_SIDE / Math.max(width, height))
  return { width: Math.round(width * shrink), height: Math.round(height * shrink) }
}

/** What the bytes are, whatever the name says; null for something the server does not take. */
export function mimeOf(bytes: Uint8Array): FileMime | null {
  const begins = (...head: number[]) => head.every((byte, place) => bytes[place] === byte)
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (begins(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  return begins(0x25, 0x50, 0x44, 0x46) ? 'application/pdf' : null
}
