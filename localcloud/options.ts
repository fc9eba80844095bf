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
  /** The field by which the console finds the next instant worth stepping to. */
  readonly transitions?: TransitionField
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

/** A field that holds the ISO instant of a document's next change by itself. */
export interface TransitionField {
  readonly collection: string
  readonly field: string
}

export const DEFAULT_TRANSITIONS: TransitionField = { collection: 'notices', field: 'nextTransitionAt' }
