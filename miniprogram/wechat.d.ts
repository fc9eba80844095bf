import '@tarojs/taro'

declare module '@tarojs/taro' {
  namespace getAppBaseInfo {
    interface Result {
      /** WeChat's own font setting in px: 16 or 17 is the standard; Taro's types lack it. */
      fontSizeSetting?: number
    }
  }
}
