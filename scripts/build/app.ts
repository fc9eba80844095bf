import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { ErrorForPeople } from '../lib/for-people'
import { resolvePackage } from '../lib/resolve-package'
import { buildIfChanged } from './inputs'

/**
 * weapp: for WeChat. h5: the web app for the public. h5-trial: the web app with localcloud's trial
 * identities, which must never be deployed; so it has a folder of its own.
 */
export type AppTarget = 'weapp' | 'h5' | 'h5-trial'

const INPUTS = ['miniprogram', 'shared', 'config', 'babel.config.js', 'package.json', 'package-lock.json']
const MOST_OF_COMPLAINTS = 3000

/** What `config/index.ts` takes from the environment into the app, beside the target. */
const settings = () => JSON.stringify([process.env.CLOUD_ENV, process.env.API_BASE])

export const appOutput = (target: AppTarget) => `dist/${target}`

/** Builds the app with Taro's own command line. Answers whether there was anything to build. */
export function buildApp(target: AppTarget): Promise<boolean> {
  const output = appOutput(target)
  return buildIfChanged({ output, inputs: INPUTS, settings: settings() }, async () => {
    rmSync(output, { recursive: true, force: true })
    await taroBuild(target)
  })
}

function taroBuild(target: AppTarget): Promise<void> {
  const trial = target === 'h5-trial'
  const platform = target === 'weapp' ? 'weapp' : 'h5'
  const taro = resolvePackage('@tarojs/cli/bin/taro')
  const child = spawn(process.execPath, [taro, 'build', '--type', platform], {
    env: { ...process.env, NODE_ENV: 'production', TRIAL: trial ? '1' : '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let drawn = ''
  child.stdout.on('data', chunk => {
    said += chunk
  })
  child.stderr.on('data', chunk => {
    drawn += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => {
      if (code === 0) resolve()
      else reject(new ErrorForPeople(`${target} 没有编译成。Taro 说：\n${complaints(said, drawn)}`))
    })
  })
}

/** Errors of the app stand on stdout behind a cross; a crash of Taro's own ends what it drew on stderr. */
function complaints(said: string, drawn: string): string {
  const cross = said.indexOf('✖')
  if (cross >= 0) return said.slice(cross, cross + MOST_OF_COMPLAINTS)
  return stripVTControlCharacters(drawn).slice(-MOST_OF_COMPLAINTS)
}
