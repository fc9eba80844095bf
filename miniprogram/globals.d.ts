/// <reference types="@tarojs/taro" />

/** True in a trial build only; see config/index.ts. */
declare const TRIAL: boolean

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
    /** The CloudBase environment of a weapp build. */
    TARO_APP_CLOUD_ENV?: string
  }
}
