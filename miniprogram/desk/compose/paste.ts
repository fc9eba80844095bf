import type { FormColumn } from '../../../shared/contract/catalog'
import type { Row } from './draft'

/** What was made of a piece of a spreadsheet. */
export type Pasted = {
  rows: Row[]
  /** True where the first line named the columns. */
  byHeader: boolean
  /** Headers that fit no column of the form. */
  unused: string[]
  /** Cells beyond the last column, where the order decides. */
  extra: number
}

type Columns = readonly Pick<FormColumn, 'key' | 'label'>[]

/**
 * Reads cells copied from a spreadsheet (tabs between them) or a CSV (commas). A first line with the names of
 * columns decides where the cells go; without one they go in the form's order, a running number left out.
 */
export function readPasted(text: string, columns: Columns): Pasted {
  const lines = cellsOf(text).filter(line => line.some(cell => cell !== ''))
  const [first, ...others] = lines
  if (!first) return { rows: [], byHeader: false, unused: [], extra: 0 }
  const header = headerOf(first, columns)
  return header ? byHeader(header, first, others) : byOrder(lines, columns)
}

function byHeader(header: readonly (string | null)[], names: readonly string[], lines: string[][]): Pasted {
  const rows = lines.map(line => rowOf(line, header))
  const isUnused = (name: string, index: number) =>
    header[index] === null && name !== '' && !isNumbering(name)
  return { rows, byHeader: true, unused: names.filter(isUnused), extra: 0 }
}

function byOrder(lines: string[][], columns: Columns): Pasted {
  const isNumbered = lines.length > 1 && lines.every(([first], index) => first === String(index + 1))
  const plain = isNumbered ? lines.map(line => line.slice(1)) : lines
  const keys = columns.map(column => column.key)
  const widest = Math.max(...plain.map(line => line.length))
  return {
    rows: plain.map(line => rowOf(line, keys)),
    byHeader: false,
    unused: [],
    extra: Math.max(0, widest - keys.length),
  }
}

function rowOf(line: readonly string[], keys: readonly (string | null)[]): Row {
  const cells = keys.flatMap((key, index) => {
    const cell = line[index] ?? ''
    return key === null || cell === '' ? [] : [[key, cell]]
  })
  return Object.fromEntries(cells)
}

/** The key each cell of the first line names, or null where the line is no header. */
function headerOf(line: readonly string[], columns: Columns): (string | null)[] | null {
  const taken = new Set<string>()
  const keys = line.map(name => {
    const found = columnNamed(
      name,
      columns.filter(({ key }) => !taken.has(key)),
    )
    if (found) taken.add(found.key)
    return found?.key ?? null
  })
  const names = line.filter(name => name !== '' && !isNumbering(name))
  const isHeader = taken.size > 0 && taken.size * 2 >= names.length
  return isHeader ? keys : null
}

function columnNamed(name: string, columns: Columns) {
  const wanted = bare(name)
  if (wanted.length < 2) return undefined
  const same = columns.find(({ label }) => bare(label) === wanted)
  return same ?? columns.find(({ label }) => bare(label).includes(wanted) || wanted.includes(bare(label)))
}

function isNumbering(name: string): boolean {
  return ['序号', '编号', '号', 'No', 'No.'].includes(name)
}

/** A label without what people write differently: signs, units in brackets, blanks. */
function bare(label: string): string {
  return label.replace(/[（(][^）)]*[）)]/g, '').replace(/[\s、／/：:·*]/g, '')
}

/** Cells line by line. A cell in quotes may hold the separator, a line break and doubled quotes. */
function cellsOf(text: string): string[][] {
  const separators = text.includes('\t') ? ['\t'] : [',', '，']
  const lines: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    lines.at(-1)?.push(cell.trim())
    cell = ''
  }
  const source = text.replace(/\r\n?/g, '\n')
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at)
    if (isQuoted) {
      const isDoubled = character === '"' && source.charAt(at + 1) === '"'
      if (isDoubled) at++
      if (character === '"' && !isDoubled) isQuoted = false
      else cell += character === '\n' ? ' ' : character
    } else if (character === '"' && cell.trim() === '') {
      isQuoted = true
      cell = ''
    } else if (separators.includes(character)) {
      endCell()
    } else if (character === '\n') {
      endCell()
      lines.push([])
    } else {
      cell += character
    }
  }
  endCell()
  return lines
}
