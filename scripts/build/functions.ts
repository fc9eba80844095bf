import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { openapiPermissions } from '../../config/functions-permissions'
import { buildIfChanged } from './inputs'

export const FUNCTIONS_OUTPUT = 'dist/cloudfunctions'
const SOURCES = 'cloudfunctions'
/** CloudBase's newest runtime is Nodejs18.15. */
const RUNTIME_TARGET = 'node18.15'

export type BundleSize = { name: string; bytes: number; gzipBytes: number }

/** Every folder of `cloudfunctions/` with an `index.ts` is one function; the others are shared by them. */
export function functionNames(): string[] {
  return readdirSync(SOURCES)
    .filter(name => existsSync(join(SOURCES, name, 'index.ts')))
    .sort()
}

/** Bundles each function into one file of its own, with the files that CloudBase wants beside it. */
export function buildFunctions(): Promise<boolean> {
  const inputs = [
    SOURCES,
    'shared',
    'config/functions-permissions.ts',
    'scripts/build/functions.ts',
    'package-lock.json',
  ]
  return buildIfChanged({ output: FUNCTIONS_OUTPUT, inputs }, async () => {
    rmSync(FUNCTIONS_OUTPUT, { recursive: true, force: true })
    mkdirSync(FUNCTIONS_OUTPUT, { recursive: true })
    await Promise.all(functionNames().map(bundle))
  })
}

async function bundle(name: string): Promise<void> {
  const folder = join(FUNCTIONS_OUTPUT, name)
  await build({
    entryPoints: [join(SOURCES, name, 'index.ts')],
    outfile: join(folder, 'index.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: RUNTIME_TARGET,
    // Chinese stays Chinese: escaped, each character takes six bytes instead of three.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  })
  writeJson(join(folder, 'package.json'), { name, version: '1.0.0', private: true, main: 'index.js' })
  writeJson(join(folder, 'config.json'), { permissions: { openapi: openapiPermissions[name] ?? [] } })
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

/** What the built functions weigh; cold start and the upload grow with it. */
export function bundleSizes(): BundleSize[] {
  return functionNames().map(name => {
    const code = readFileSync(join(FUNCTIONS_OUTPUT, name, 'index.js'))
    return { name, bytes: code.length, gzipBytes: gzipSync(code).length }
  })
}
