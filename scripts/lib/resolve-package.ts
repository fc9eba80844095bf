import { createRequire } from 'node:module'

/** The file that `require` would load. WeChat's typings, which the app needs, know a `require` without `resolve`. */
export const resolvePackage = createRequire(__filename).resolve
