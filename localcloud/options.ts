import type { Persona } from './personas'
import type { IndexManifest } from './store/manifest'
import type { Template } from './wechat/templates'

/** How to start localcloud. Paths are absolute or relative to the working directory. */
export interface LocalcloudOptions {
  /** Where everything is kept; made when missing, used by one process at a time. */
  readonly dataDir: string
  /** 0 lets the system choose. */
  readonly port: number
  /** The built web app. */
  readonly h5Dir: string
  /** Holds `<name>/index.js` and `<name>/config.json` for each function. */
  readonly functionsDir: string
  /** `cloudbaserc.json`: time, memory and timers of the functions. */
  readonly cloudbaserc: string
  /** `config/indexes.json`, or its content. */
  readonly indexManifest: string | IndexManifest
  readonly personas: readonly Persona[]
  readonly templates: readonly Template[]
  /** One line for the terminal. */
  readonly log?: (line: string) => void
  /** Whether timers run by their schedule (default) or only when the clock is set or a person fires them. */
  readonly schedule?: boolean
  /**
   * Fields that hold the ISO instant of a document's next change by itself. The console steps to the earliest
   * one of all collections that have an index beginning with such a field.
   */
  readonly dueFields?: readonly string[]
  /** Text that WeChat would refuse, for trying it out. */
  readonly sensitiveWords?: readonly string[]
}

export const ENV_ID = 'localcloud'
export const APPID = 'wx0000000000000000'

/** Made up: they guard nothing but show that the signature of every request is right. */
export const CREDENTIALS = { secretId: 'localcloud', secretKey: 'localcloud-secret-key' } as const

export const DEFAULT_SENSITIVE_WORDS: readonly string[] = ['违禁测试词']

/** Where the functions look up who holds which office: `{ _id, personId, unit, role, until }`. */
export const OFFICES = 'members'

export const DEFAULT_DUE_FIELDS: readonly string[] = ['nextTransitionAt', 'dueAt']
