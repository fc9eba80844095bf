import Taro from '@tarojs/taro'
import { fileWords } from '../words/files'
import { type ChosenFile, type FileMime, FileProblem, type FileWays, fitted } from './kept-file'

const QUALITY = 80
const ENDINGS: Readonly<Record<FileMime, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
}

/** Files in WeChat: photos by its camera or album, kept in the mini-program's own folder. */
export const phoneFiles: FileWays = {
  async choose(most) {
    const chosen: ChosenFile[] = []
    for (const path of await chosenPaths(most)) {
      chosen.push({ name: nameIn(path), bytes: await bytesAt(await madeSmall(path)) })
    }
    return chosen
  },
  async keep(id, mime, bytes) {
    const filePath = `${Taro.env.USER_DATA_PATH}/${id}.${ENDINGS[mime]}`
    try {
      await written(filePath, bytes)
    } catch (cause) {
      throw new FileProblem(fileWords.noRoom, { cause })
    }
    return filePath
  },
  read: bytesAt,
  async addressOf(local) {
    return local
  },
  forget(local) {
    return new Promise(resolve => {
      // One that is gone already is as good as removed.
      Taro.getFileSystemManager().unlink({ filePath: local, complete: () => resolve() })
    })
  },
}

async function chosenPaths(count: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(count, 9),
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    })
    return tempFiles.map(({ tempFilePath }) => tempFilePath)
  } catch (error) {
    if (messageOf(error).includes('cancel')) return []
    throw new FileProblem(fileWords.noCamera, { cause: error })
  }
}

/** WeChat's own compressing writes the picture anew. Where a phone cannot, the photo stays as it was taken. */
async function madeSmall(src: string): Promise<string> {
  try {
    const { width, height } = await Taro.getImageInfo({ src })
    const side = fitted(width, height)
    const { tempFilePath } = await Taro.compressImage({
      src,
      quality: QUALITY,
      compressedWidth: side.width,
      compressedHeight: side.height,
    })
    return tempFilePath
  } catch {
    return src
  }
}

function bytesAt(filePath: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => {
        if (typeof data === 'string') reject(new FileProblem(fileWords.unreadable))
        else resolve(new Uint8Array(data))
      },
      fail: cause => reject(new FileProblem(fileWords.gone, { cause })),
    })
  })
}

function written(filePath: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: bytes.slice().buffer,
      success: () => resolve(),
      fail: reject,
    })
  })
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).slice(-80)
}

function messageOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'errMsg' in error
  return hasMessage ? String(error.errMsg) : ''
}
