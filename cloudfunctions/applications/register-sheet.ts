import type { RegisterLine } from '../../shared/application/page'

type Cell = { value: string; type: StringConstructor } | { value: number; type: NumberConstructor } | null
type Column = { title: string; width: number; cell: (line: RegisterLine, index: number) => Cell }

const STATUS_WORDS = { in: '在册', out: '已退出' } as const

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 6, cell: (_line, index) => number(index + 1) },
  { title: '受理编号', width: 16, cell: line => text(line.caseNo) },
  { title: '事项', width: 24, cell: line => text(line.procedureName) },
  { title: '村（社区）', width: 18, cell: line => text(line.unitName) },
  { title: '姓名', width: 12, cell: line => text(line.subjectName) },
  { title: '身份证号（遮住中间）', width: 22, cell: line => text(line.idNumber) },
  { title: '人数', width: 6, cell: line => (line.people === null ? null : number(line.people)) },
  { title: '状态', width: 8, cell: line => text(STATUS_WORDS[line.status]) },
  { title: '列入日期', width: 12, cell: line => text(line.since) },
  { title: '退出日期', width: 12, cell: line => text(line.until ?? '') },
  { title: '下次复核', width: 12, cell: line => text(line.reviewDueOn ?? '') },
  { title: '到期该复核', width: 12, cell: line => text(line.reviewDue ? '是' : '') },
  { title: '说明', width: 30, cell: line => text(line.reason) },
]

/** The register as a workbook of one sheet, a line for each household under a line of titles. */
export async function registerSheet(lines: readonly RegisterLine[]): Promise<Buffer> {
  // Loaded by the one action that needs it: the other twenty start without it.
  const { default: writeSheet } = await import('write-excel-file/node')
  const titles = COLUMNS.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const }))
  const rows = lines.map((line, index) => COLUMNS.map(({ cell }) => cell(line, index)))
  const columns = COLUMNS.map(({ width }) => ({ width }))
  return writeSheet([titles, ...rows], { sheet: '名册', columns, stickyRowsCount: 1 }).toBuffer()
}

function text(value: string): Cell {
  return value === '' ? null : { value, type: String }
}

function number(value: number): Cell {
  return { value, type: Number }
}
