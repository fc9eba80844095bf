import type { NoticeForm } from '../../../shared/contract/catalog'
import type { DraftGap } from '../../../shared/contract/notices'
import { CASE_NUMBER } from '../../../shared/notice/case-number'

export type Values = Record<string, string>
export type Row = Record<string, string>

/** What a cadre writes, as it goes to the server. `item` and `template` are empty until they are chosen. */
export type Contents = { item: string; template: string; values: Values; rows: Row[] }

/** A draft as the phone keeps it. */
export type Draft = {
  id: string
  unit: string
  district: string
  /** For the desk's list, until the server has made a title. */
  itemName: string
  contents: Contents
  /** The version the server last answered; null while it has none. */
  version: number | null
  /** True where the server has all that is written. */
  isSent: boolean
  /** Sent, but the answer got lost: it goes out again as it was, so that the server knows it. */
  unanswered: Contents | null
  changedAt: string
  /** The applications whose publicity step it is to be; a draft kept by an earlier version has none. */
  applications?: string[]
}

/** As many as the server takes. */
export const MOST_ROWS = 2000

const ID_LENGTH = 24
const ID_CHARACTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Made on the phone, so that a draft sent twice is still one draft. */
export function newDraftId(): string {
  const pick = () => ID_CHARACTERS.charAt(Math.floor(Math.random() * ID_CHARACTERS.length))
  return Array.from({ length: ID_LENGTH }, pick).join('')
}

export function newDraft(id: string, unit: string, district: string, now: string): Draft {
  return {
    id,
    unit,
    district,
    itemName: '',
    contents: { item: '', template: '', values: {}, rows: [] },
    version: null,
    isSent: true,
    unanswered: null,
    changedAt: now,
  }
}

export function sameContents(one: Contents, other: Contents): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/**
 * The contents cut to a form: what another form asked for goes, what is known from the start comes in.
 * Answers the same object where nothing changes.
 */
export function fittedTo(form: NoticeForm, contents: Contents, known: Values): Contents {
  const keys = new Set(form.fields.map(field => field.key))
  const starts = Object.entries(known).filter(([key]) => keys.has(key))
  const values: Values = {
    ...Object.fromEntries(starts),
    ...Object.fromEntries(Object.entries(contents.values).filter(([key]) => keys.has(key))),
  }
  // A row that came from an application is known by its number, whether the form shows it or not.
  const columns = new Set([...form.columns.map(column => column.key), CASE_NUMBER])
  const rows = contents.rows.map(row => cellsOf(row, columns)).filter(hasWords)
  const fitted = { ...contents, values, rows }
  return sameEntries(values, contents.values) && rows.length === contents.rows.length ? contents : fitted
}

function cellsOf(row: Row, columns: Set<string>): Row {
  return Object.fromEntries(Object.entries(row).filter(([key]) => columns.has(key)))
}

export function hasWords(row: Row): boolean {
  return Object.values(row).some(cell => cell.trim() !== '')
}

function sameEntries(one: Values, other: Values): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every(key => one[key] === other[key])
}

/** Gaps that still hold after a change: what was written anew is judged by the next answer. */
export function gapsAfter(gaps: readonly DraftGap[], before: Contents, after: Contents): DraftGap[] {
  const areRowsNew = before.rows !== after.rows
  return gaps.filter(({ key }) =>
    key === 'rows' || key.startsWith('rows.') ? !areRowsNew : before.values[key] === after.values[key],
  )
}
