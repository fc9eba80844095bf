import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestCloud } from '../support/cloud'
import { refusalOf, startTestCloud } from '../support/cloud'

describe('storage', () => {
  let cloud: TestCloud
  const content = Buffer.from('名单,金额\n王*明,1200\n')
  beforeAll(async () => {
    cloud = await startTestCloud()
  })
  afterAll(() => cloud.close())

  const upload = (cloudPath: string, fileContent = content) =>
    cloud.app.uploadFile({ cloudPath, fileContent })

  test('a file goes up, is downloaded whole and deleted', async () => {
    const { fileID } = await upload('公示/2026/名单.csv')
    expect(fileID).toMatch(/^cloud:\/\//)
    const down = await cloud.app.downloadFile({ fileID })
    expect(down.fileContent).toEqual(content)
    const into = join(cloud.folder, 'down.csv')
    await cloud.app.downloadFile({ fileID, tempFilePath: into })
    const { fileList } = await cloud.app.deleteFile({ fileList: [fileID] })
    expect(fileList).toMatchObject([{ fileID, code: 'SUCCESS' }])
    await expect(cloud.app.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })

  test('a temporary address works for everybody who has it, and no other does', async () => {
    const { fileID } = await upload('a.png')
    const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] })
    const address: string = fileList[0]?.tempFileURL ?? ''
    const response = await fetch(address)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content)
    expect((await fetch(address.replace('a.png', 'b.png'))).status).toBe(403)
    expect((await fetch(address.split('?')[0] ?? '')).status).toBe(403)
    expect((await fetch(address, { method: 'PUT', body: 'x' })).status).toBe(403)
  })

  test('a temporary address ends with its time', async () => {
    const { fileID } = await upload('timed.txt')
    const { fileList } = await cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
    await cloud.setClock(Date.now() + 61_000)
    expect((await fetch(fileList[0]?.tempFileURL ?? '')).status).toBe(403)
    await cloud.setClock(null)
  })

  test('a stream goes up too, and a second upload replaces the first', async () => {
    await upload('twice.txt')
    const { fileID } = await upload('twice.txt', Buffer.from('second'))
    expect((await cloud.app.downloadFile({ fileID })).fileContent?.toString()).toBe('second')
  })

  test.each(['../outside.txt', '/absolute.txt', 'a/../../b.txt', 'a//b.txt', '.', ''])(
    'the path %j is refused',
    async path => {
      writeFileSync(join(cloud.folder, 'outside.txt'), 'untouched')
      expect((await refusalOf(upload(path))).code).toBe('INVALID_PARAM')
      expect(readFileSync(join(cloud.folder, 'outside.txt'), 'utf8')).toBe('untouched')
    },
  )

  test('a file that is missing is told for itself', async () => {
    const { fileID } = await upload('here.txt')
    const gone = fileID.replace('here', 'gone')
    const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID, gone] })
    expect(fileList).toMatchObject([{ code: 'SUCCESS' }, { code: 'STORAGE_FILE_NONEXIST' }])
  })

  test('an id of another place is refused', async () => {
    expect((await refusalOf(cloud.app.deleteFile({ fileList: ['cloud://other/../x'] }))).code).toBe(
      'INVALID_PARAM',
    )
  })
})
