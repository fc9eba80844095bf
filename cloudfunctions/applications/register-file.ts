import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { beijingDate } from '../../shared/calendar/date'
import { instant } from '../../shared/calendar/model'
import { cloud } from '../kit/cloud'
import { command, documents } from '../kit/documents'
import { addressOf } from '../kit/file-address'
import { newId } from '../kit/new-id'
import type { Call } from '../kit/serve'
import { DESK_WORDS } from './desk-words'
import { type Filter, lineOf, registerQuery, registerSources } from './register-lines'
import { reachOf } from './register-reach'
import { registerSheet } from './register-sheet'

type Input = { unit: string } & Filter

/** That somebody took a copy of a part of the register; the file itself is removed soon after. */
const registerExport = z.object({
  _id: z.string(),
  personId: z.string(),
  unit: z.string(),
  rows: z.int(),
  at: instant,
  fileId: z.string(),
  isKept: z.boolean(),
})
const exports = documents('registerExports', registerExport)

const MOST_REMOVED = 50
const ADDRESS_MS = 600_000

/**
 * The register as an xlsx file, to be fetched within ten minutes, with the ID numbers masked. Each copy leaves a
 * trace; files whose address has run out are removed with the next.
 */
export async function registerFile({ unit, ...filter }: Input, { caller, now }: Call) {
  const reach = await reachOf(caller, 'applications.register', unit)
  const today = beijingDate(now)
  const found = await registerSources.all(registerQuery(reach, filter, today))
  const lines = found.flatMap(one => lineOf(one, today)).sort((a, b) => (a.caseNo < b.caseNo ? -1 : 1))
  const content = await registerSheet(lines)
  await removeOld(now)
  const id = newId()
  const { fileID } = await cloud().uploadFile({
    cloudPath: `register/${folderOf(reach.acting.personId)}/${id}.xlsx`,
    fileContent: content,
  })
  const { personId } = reach.acting
  const entry = {
    _id: id,
    personId,
    unit: reach.area._id,
    rows: lines.length,
    at: now,
    fileId: fileID,
    isKept: true,
  }
  await exports.addOnce(entry)
  const url = await addressOf(fileID)
  if (url === null) throw new Error('the register that was just put up is not there')
  return { url, name: DESK_WORDS.registerName(reach.area.name, today), rows: lines.length }
}

async function removeOld(now: string): Promise<void> {
  const before = new Date(Date.parse(now) - ADDRESS_MS).toISOString()
  const old = await exports.find({ isKept: true, at: command().lt(before) }, { limit: MOST_REMOVED })
  if (old.length === 0) return
  await cloud().deleteFile({ fileList: old.map(({ fileId }) => fileId) })
  await exports.change({ _id: command().in(old.map(({ _id }) => _id)) }, { isKept: false })
}

function folderOf(personId: string): string {
  return createHash('sha256').update(personId).digest('hex').slice(0, 16)
}
