/** A CSV file as records by its header, with the line on which each record begins. */
export type CsvRows = { rows: Record<string, string>[]; lines: number[] }

/**
 * Parses CSV (RFC 4180: commas, double quotes, CRLF or LF; a byte order mark is skipped).
 * Empty lines are left out; a cell beyond the header is kept under `第 N 列`, so that it is not lost unseen.
 */
export function parseCsv(text: string): CsvRows {
  const records = splitRecords(text.replace(/^\uFEFF/, ''))
  const [header, ...body] = records
  if (header === undefined) return { rows: [], lines: [] }
  const names = header.cells.map(cell => cell.trim())
  const filled = body.filter(record => record.cells.some(cell => cell.trim() !== ''))
  return {
    rows: filled.map(record =>
      Object.fromEntries(
        record.cells.map((cell, index) => [names[index] ?? `第 ${index + 1} 列`, cell.trim()]),
      ),
    ),
    lines: filled.map(record => record.line),
  }
}

type CsvRecord = { cells: string[]; line: number }

function splitRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let record: CsvRecord = { cells: [''], line: 1 }
  let line = 1
  let isQuoted = false
  const append = (part: string): void => {
    record.cells[record.cells.length - 1] += part
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '\n') line += 1
    if (isQuoted) {
      const isEscapedQuote = char === '"' && text.charAt(at + 1) === '"'
      if (isEscapedQuote) at += 1
      if (char === '"' && !isEscapedQuote) isQuoted = false
      else append(char)
    } else if (char === '"') isQuoted = true
    else if (char === ',') record.cells.push('')
    else if (char === '\n') {
      records.push(record)
      record = { cells: [''], line }
    } else if (char !== '\r') append(char)
  }
  return [...records, record]
}
