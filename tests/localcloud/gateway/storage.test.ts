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

  describe('an upload from the phone, with an address that a function gives', () => {
    /** What a function hands to the phone, and what the phone puts. */
    const permit = async (cloudPath: string) => {
      const { data } = await cloud.app.getUploadMetadata({ cloudPath })
      const headers = {
        authorization: data.authorization,
        'x-cos-security-token': data.token,
        'x-cos-meta-fileid': data.cosFileId,
      }
      return { url: data.url, fileID: data.fileId, headers }
    }
    const put = (url: string, headers: Record<string, string>, body: BodyInit = content) =>
      fetch(url, { method: 'PUT', headers, body })

    test('the file is there, with its size and type, for the function that asks afterwards', async () => {
      const { url, fileID, headers } = await permit('材料/照片 1.jpg')
      const response = await put(url, headers)
      expect([response.status, await response.text()]).toEqual([200, ''])
      const { fileList } = await cloud.app.getFileInfo({ fileList: [fileID] })
      expect(fileList).toMatchObject([{ code: 'SUCCESS', size: content.length, mime: 'image/jpeg' }])
      expect((await cloud.app.downloadFile({ fileID })).fileContent).toEqual(content)
    })

    test.each(['authorization', 'x-cos-security-token', 'x-cos-meta-fileid'])(
      'without the header %s nothing is written',
      async left => {
        const { url, fileID, headers } = await permit('headers.jpg')
        const others = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== left))
        expect((await put(url, others)).status).toBe(403)
        const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] })
        expect(fileList).toMatchObject([{ code: 'STORAGE_FILE_NONEXIST' }])
      },
    )

    test('the permit is good for its own path only, and for a quarter of an hour', async () => {
      const { url, headers } = await permit('mine.jpg')
      expect((await put(url.replace('mine', 'yours'), headers)).status).toBe(403)
      await cloud.setClock(Date.now() + 16 * 60_000)
      expect((await put(url, headers)).status).toBe(403)
      await cloud.setClock(null)
      expect((await put(url, headers)).status).toBe(200)
    })

    test('it does not read the file', async () => {
      const { url, headers } = await permit('written.jpg')
      await put(url, headers)
      expect((await fetch(url, { headers })).status).toBe(403)
    })

    test('a web app opened under localhost may put too, a foreign page may not', async () => {
      const { url } = await permit('cors.jpg')
      const ask = async (origin: string) =>
        (await fetch(url, { method: 'OPTIONS', headers: { origin } })).headers.get(
          'access-control-allow-origin',
        )
      expect(await ask('http://localhost:8787')).toBe('http://localhost:8787')
      expect(await ask('https://example.com')).toBeNull()
    })

    test('a form upload is refused by name: the permit is one for PUT', async () => {
      const { url, headers } = await permit('form.jpg')
      expect((await fetch(url, { method: 'POST', headers, body: new FormData() })).status).toBe(405)
    })

    test('a client that asks storage by itself is refused, with what to do instead', async () => {
      const response = await fetch(`${cloud.url}/v1/storages/get-objects-upload-info`, {
        method: 'POST',
        headers: { authorization: 'Bearer token-resident', 'content-type': 'application/json' },
        body: '[{"objectId":"a.jpg"}]',
      })
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({
        code: 'STORAGE_EXCEED_AUTHORITY',
        message: expect.stringContaining('请调用云函数'),
      })
    })
  })

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
