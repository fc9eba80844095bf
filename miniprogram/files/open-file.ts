import Taro from '@tarojs/taro'

/** What the phone's reader is told the file is. */
export type FileType = 'pdf' | 'xlsx'

/** On the web a link opens a file; on WeChat it is fetched first and shown by the phone's own reader. */
export const opensByLink = process.env.TARO_ENV === 'h5'

/** Fetches a file and shows it, with WeChat's own menu to pass it on. */
export async function openOnPhone(url: string, fileType: FileType): Promise<void> {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url })
  if (statusCode !== 200) throw new Error(`the file answered ${statusCode}`)
  await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true })
}
