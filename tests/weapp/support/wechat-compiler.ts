import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { resolvePackage } from '../../../scripts/lib/resolve-package'

const MOST_OUTPUT = 256 * 1024 * 1024

/** What WeChat's own compilers answer about an app: how many files each took, and what it complained of. */
export type Compilation = { files: number; complaints: string }

/** Compiles every `.wxml` and `.wxs` under `folder` with WeChat's `wcc`. */
export function compileMarkup(folder: string): Compilation {
  const files = [...filesEndingIn(folder, '.wxml'), ...filesEndingIn(folder, '.wxs')]
  return compile('wcc', ['-d', '-cc', '0', ...files, '-gn', '$gwx'], folder, files.length)
}

/** Compiles every `.wxss` under `folder` with WeChat's `wcsc`. */
export function compileStyles(folder: string): Compilation {
  const files = filesEndingIn(folder, '.wxss')
  // Without the count (-pc) it takes the first file and says nothing of the others.
  return compile('wcsc', ['-db', '-pc', String(files.length), ...files], folder, files.length)
}

function compile(tool: string, args: string[], cwd: string, files: number): Compilation {
  const result = spawnSync(binary(tool), args, { cwd, maxBuffer: MOST_OUTPUT, encoding: 'utf8' })
  if (result.error) throw result.error
  const wentWrong = result.status !== 0 || result.stdout.length === 0
  return { files, complaints: wentWrong ? `${tool}: exit ${result.status} ${result.stderr}` : '' }
}

function binary(tool: string): string {
  const system = process.platform === 'darwin' ? 'mac' : 'linux'
  const file = join(dirname(resolvePackage('miniprogram-compiler/package.json')), 'bin', system, tool)
  // npm unpacks it without the right to run.
  chmodSync(file, 0o755)
  return file
}

function filesEndingIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(ending))
    .sort()
}
