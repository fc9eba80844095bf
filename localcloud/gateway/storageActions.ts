import * as z from 'zod/mini'
import type { FileStore } from '../files/fileStore'
import { read } from './databaseActions'

export interface StorageContext {
  readonly files: FileStore
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
}

type Params = Record<string, unknown>
export type StorageAction = (params: Params, context: StorageContext) => Record<string, unknown>

/** The SDK asks for a PUT only; a form upload (POST) would need another signature. */
const uploadParams = z.object({ path: z.string(), method: z.literal('put') })
const downloadParams = z.object({
  file_list: z
    .array(z.object({ fileid: z.string(), max_age: z.optional(z.number()) }))
    .check(z.maxLength(50)),
})
const deleteParams = z.object({ fileid_list: z.array(z.string()).check(z.maxLength(50)) })

export const storageActions = new Map<string, StorageAction>([
  ['storage.getUploadMetadata', getUploadMetadata],
  ['storage.batchGetDownloadUrl', batchGetDownloadUrl],
  ['storage.batchDeleteFile', batchDeleteFile],
])

/** As on COS the address alone opens nothing: the PUT has to carry the three values as headers. */
function getUploadMetadata(params: Params, { files, origin }: StorageContext) {
  const path = files.assertPath(read(uploadParams, params).path)
  const url = `${origin}/storage/${encodeURI(path)}`
  return { data: { url, ...files.permitUpload(path), fileId: files.fileId(path) } }
}

/** The address is not percent-encoded: the SDK does that itself before it downloads. */
function batchGetDownloadUrl(params: Params, { files, origin }: StorageContext) {
  const download_list = read(downloadParams, params).file_list.map(({ fileid, max_age }) => {
    const path = files.pathOf(fileid)
    if (!files.has(path)) return { fileID: fileid, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' }
    const { sign, t } = files.sign(path, max_age)
    return { fileID: fileid, tempFileURL: `${origin}/storage/${path}?sign=${sign}&t=${t}`, code: 'SUCCESS' }
  })
  return { data: { download_list } }
}

function batchDeleteFile(params: Params, { files }: StorageContext) {
  const delete_list = read(deleteParams, params).fileid_list.map(fileID => ({
    fileID,
    code: files.remove(files.pathOf(fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
  }))
  return { data: { delete_list } }
}
