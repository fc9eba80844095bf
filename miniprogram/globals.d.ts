/// <reference types="@tarojs/taro" />

/** True in a trial build only; see config/index.ts. */
declare const TRIAL: boolean
/** The CloudBase environment of a WeChat build; empty for the one chosen in DevTools. */
declare const CLOUD_ENV: string
/** Where the web app finds the functions; empty for its own host. */
declare const API_BASE: string

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}
