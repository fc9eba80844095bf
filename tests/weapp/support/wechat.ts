import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A call of `wx.…` as the app made it, for a test to look at. */
export type WxCall = { name: string; options: Record<string, unknown> }

/** What the person holding the phone does when WeChat asks; a test may change it. */
export type Habits = {
  /** The answer to each message template that `wx.requestSubscribeMessage` asks about. */
  subscribe: (templateIds: string[]) => Record<string, 'accept' | 'reject'>
  /** Which button of a modal is pressed. */
  confirmsModal: boolean
  /** The photo that the camera takes; null where the person closes it. */
  photo: () => Uint8Array | null
  /** What the phone says of its network: `none` while there is none. */
  network: 'wifi' | 'none'
  /** What the scanner reads; null where the person closes it. */
  scans: () => string | null
}

export type WechatParts = {
  /** Where the app's functions run; answers what the function answered. */
  callFunction: (name: string, data: object) => Promise<unknown>
  /** `wx.request`: a file put up, or an address asked for. Answers the status and what came back. */
  request: (options: Record<string, unknown>) => Promise<{ statusCode: number; data: unknown }>
  /** Told of the templates that were accepted, so that the message server knows of them too. */
  onAccepted: (templateIds: string[]) => Promise<void>
  /** Asked to open a page, by `wx.navigateTo` and its kin. */
  onNavigate: (how: string, options: Record<string, unknown>) => void
  habits: Habits
}

const NAVIGATIONS = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack']
const ANSWERED_OK = [
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'setBackgroundColor',
  'setBackgroundTextStyle',
  'pageScrollTo',
  'stopPullDownRefresh',
  'setClipboardData',
  'makePhoneCall',
  'vibrateShort',
  'showShareMenu',
]
const LISTENERS = [
  'onAppShow',
  'onAppHide',
  'onError',
  'onUnhandledRejection',
  'onPageNotFound',
  'onThemeChange',
  'onMemoryWarning',
  'offNetworkStatusChange',
  'offThemeChange',
]
const SCREEN = { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, pixelRatio: 3 }
const BASE = {
  SDKVersion: '3.5.0',
  language: 'zh_CN',
  theme: 'light',
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
}
const DEVICE = { platform: 'android', system: 'Android 14', brand: 'example', model: 'example' }

type Options = Record<string, unknown>

/** The `wx` of a phone, as far as the app uses it. An interface it does not know fails the app that calls it. */
export function wechatOf(dist: string, parts: WechatParts) {
  const calls: WxCall[] = []
  const storage = new Map<string, unknown>()
  const phoneFiles = filesOfPhone()
  const onNetwork = new Set<(status: object) => void>()
  const launch = { path: firstPage(dist), query: {}, scene: 1001, referrerInfo: {} }

  /** `wx.name(options)`: recorded, then answered to the callbacks and to the promise alike. */
  const api = (name: string, answer: (options: Options) => Promise<object> | object) => {
    return (options: Options = {}) => {
      calls.push({ name, options })
      const answered = (async () => ({ errMsg: `${name}:ok`, ...(await answer(options)) }))()
      const told = answered.then(
        result => {
          callBack(options.success, result)
          callBack(options.complete, result)
          return result
        },
        error => {
          callBack(options.fail, error)
          callBack(options.complete, error)
          throw error
        },
      )
      // Whoever gave callbacks does not look at the promise; WeChat returns none then.
      const givesCallbacks = 'success' in options || 'fail' in options || 'complete' in options
      if (!givesCallbacks) return told
      told.catch(() => undefined)
      return undefined
    }
  }
  const named = (names: string[], answer: (name: string) => (options: Options) => object) =>
    Object.fromEntries(names.map(name => [name, api(name, answer(name))]))

  const wx = {
    ...named(ANSWERED_OK, () => () => ({})),
    ...named(NAVIGATIONS, how => options => {
      parts.onNavigate(how, options)
      return {}
    }),
    ...Object.fromEntries(LISTENERS.map(name => [name, () => undefined])),
    cloud: {
      init: () => undefined,
      callFunction: api('cloud.callFunction', async ({ name, data }) => ({
        result: await parts.callFunction(String(name), Object(data)),
        requestID: 'local',
      })),
    },
    requestSubscribeMessage: api('requestSubscribeMessage', async ({ tmplIds }) => {
      const asked = Array.isArray(tmplIds) ? tmplIds.map(String) : []
      const answers = parts.habits.subscribe(asked)
      await parts.onAccepted(asked.filter(id => answers[id] === 'accept'))
      return answers
    }),
    showModal: api('showModal', () => ({
      confirm: parts.habits.confirmsModal,
      cancel: !parts.habits.confirmsModal,
    })),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    request: api('request', parts.request),
    chooseMedia: api('chooseMedia', () => {
      const photo = parts.habits.photo()
      if (photo === null) throw { errMsg: 'chooseMedia:fail cancel' }
      const tempFilePath = phoneFiles.putTemporary(photo)
      return { tempFiles: [{ tempFilePath, size: photo.length, fileType: 'image' }], type: 'image' }
    }),
    getImageInfo: api('getImageInfo', ({ src }) => ({
      width: 1200,
      height: 900,
      path: String(src),
      type: 'jpeg',
    })),
    compressImage: api('compressImage', ({ src }) => ({ tempFilePath: String(src) })),
    previewImage: api('previewImage', () => ({})),
    getFileSystemManager: () => ({
      readFile: api('readFile', ({ filePath }) => ({ data: phoneFiles.read(String(filePath)) })),
      writeFile: api('writeFile', ({ filePath, data }) => {
        phoneFiles.write(String(filePath), data)
        return {}
      }),
      unlink: api('unlink', ({ filePath }) => {
        phoneFiles.remove(String(filePath))
        return {}
      }),
    }),
    scanCode: api('scanCode', () => {
      const result = parts.habits.scans()
      if (result === null) throw { errMsg: 'scanCode:fail cancel' }
      return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData: '' }
    }),
    getNetworkType: api('getNetworkType', () => statusOf(parts.habits)),
    onNetworkStatusChange: (listener: (status: object) => void) => void onNetwork.add(listener),
    getSetting: api('getSetting', () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true } })),
    getSystemInfoSync: () => ({ ...SCREEN, ...BASE, ...DEVICE, statusBarHeight: 20 }),
    getWindowInfo: () => ({ ...SCREEN, statusBarHeight: 20 }),
    getAppBaseInfo: () => ({ ...BASE, host: { env: 'WeChat' } }),
    getDeviceInfo: () => DEVICE,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () => ({
      top: 24,
      bottom: 56,
      left: 293,
      right: 380,
      width: 87,
      height: 32,
    }),
    canIUse: () => true,
    nextTick: (work: () => void) => void Promise.resolve().then(work),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
  }
  /** Tells the app of the network as it is now. */
  const tellNetwork = () => {
    for (const listener of onNetwork) listener(statusOf(parts.habits))
  }
  return { wx, calls, storage, filesKept: phoneFiles.kept, tellNetwork }
}

function statusOf({ network }: Habits): object {
  return { networkType: network, isConnected: network !== 'none' }
}

/** The phone's files as WeChat's file system manager has them: temporary ones, and those the app keeps. */
function filesOfPhone() {
  const files = new Map<string, ArrayBuffer>()
  let taken = 0
  return {
    putTemporary(bytes: Uint8Array): string {
      taken += 1
      const path = `wxfile://tmp_${taken}.jpg`
      files.set(path, Uint8Array.from(bytes).buffer)
      return path
    },
    write(path: string, data: unknown): void {
      if (!(data instanceof ArrayBuffer)) throw { errMsg: 'writeFile:fail data is no ArrayBuffer' }
      files.set(path, data)
    },
    read(path: string): ArrayBuffer {
      const found = files.get(path)
      if (!found) throw { errMsg: `readFile:fail no such file ${path}` }
      return found
    },
    remove(path: string): void {
      if (!files.delete(path)) throw { errMsg: `unlink:fail no such file ${path}` }
    },
    /** The files in the app's own folder. */
    kept: () => [...files.keys()].filter(path => path.startsWith('wxfile://usr')),
  }
}

function callBack(callback: unknown, result: unknown): void {
  if (typeof callback === 'function') callback(result)
}

function firstPage(dist: string): string {
  return appConfig(dist).pages[0] ?? ''
}

/** `app.json` of the compiled app, as far as the tests need it. */
export function appConfig(dist: string): { pages: string[] } {
  const { pages, subPackages = [] } = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'))
  const inPackages = subPackages.flatMap(({ root, pages: names }: { root: string; pages: string[] }) =>
    names.map(name => join(root, name)),
  )
  return { pages: [...pages, ...inPackages] }
}
