import { InvalidParam } from '../values/errors'

export interface Form {
  readonly fields: Map<string, string>
  /** Parts with binary content, by name. */
  readonly files: Map<string, Buffer>
}

const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * Reads `multipart/form-data` as the `form-data` package writes it. A part with a content type of its own
 * (how a Buffer is appended) is binary, every other part is text.
 * @throws InvalidParam
 */
export function parseMultipart(contentType: string, body: Buffer): Form {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) throw new InvalidParam('multipart body without a boundary')
  const form: Form = { fields: new Map(), files: new Map() }
  for (const part of split(body, Buffer.from(`--${boundary}`))) readPart(part, form)
  return form
}

function split(body: Buffer, delimiter: Buffer): Buffer[] {
  const parts: Buffer[] = []
  let start = body.indexOf(delimiter)
  while (start >= 0) {
    const from = start + delimiter.length
    const isLast = body.subarray(from, from + 2).toString() === '--'
    const next = isLast ? -1 : body.indexOf(delimiter, from)
    // Each part stands between "\r\n" after its delimiter and "\r\n" before the next one.
    if (next >= 0) parts.push(body.subarray(from + 2, next - 2))
    start = next
  }
  return parts
}

function readPart(part: Buffer, { fields, files }: Form): void {
  const end = part.indexOf(HEAD_END)
  if (end < 0) throw new InvalidParam('broken multipart body')
  const head = part.subarray(0, end).toString('utf8')
  const content = part.subarray(end + HEAD_END.length)
  const name = /name="([^"]*)"/.exec(head)?.[1]
  if (name === undefined) throw new InvalidParam('a multipart part has no name')
  if (/content-type:/i.test(head) || /filename=/i.test(head)) files.set(name, content)
  else fields.set(name, content.toString('utf8'))
}
