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

const uploadParams = z.object({ path: z.string() })
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

function getUploadMetadata(params: Params, { files, origin }: StorageContext) {
  const path = files.assertPath(read(uploadParams, params).path)
  const { sign, t } = files.sign(path, 'put')
  return {
    data: {
      url: `${origin}/storage/${encodeURI(path)}?sign=${sign}&t=${t}`,
      token: sign,
      authorization: sign,
      fileId: files.fileId(path),
      cosFileId: sign,
    },
  }
}

/** The address is not percent-encoded: the SDK does that itself before it downloads. */
function batchGetDownloadUrl(params: Params, { files, origin }: StorageContext) {
  const download_list = read(downloadParams, params).file_list.map(({ fileid, max_age }) => {
    const path = files.pathOf(fileid)
    if (!files.has(path)) return { fileID: fileid, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' }
    const { sign, t } = files.sign(path, 'get', max_age)
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
