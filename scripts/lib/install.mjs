import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Installs by the lockfile when `node_modules` is missing or holds other versions than it names. */
export async function ensureInstalled(phase) {
  if (isInstalled()) return
  await phase('安装依赖（第一次大约一两分钟）', installByLockfile)
}

function isInstalled() {
  const [wanted, present] = ['package-lock.json', 'node_modules/.package-lock.json'].map(packagesOf)
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    const installed = present[path]
    const absentByPlatform = optional && installed === undefined
    return absentByPlatform || installed?.version === version
  })
}

function packagesOf(lockfile) {
  if (!existsSync(lockfile)) return {}
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages
}

function installByLockfile() {
  return new Promise((resolve, reject) => {
    const npm = npmCommand()
    const child = spawn(npm.command, [...npm.args, 'ci', '--ignore-scripts'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: npm.shell,
    })
    const complaints = []
    child.stderr.on('data', chunk => complaints.push(chunk))
    child.once('error', reject)
    child.once('close', code => {
      if (code === 0) resolve()
      else reject(installFailed(Buffer.concat(complaints).toString()))
    })
  })
}

/** npm tells its scripts where it lives; called by hand, it is looked for on the path. */
function npmCommand() {
  const own = process.env.npm_execpath
  if (own?.endsWith('.js')) return { command: process.execPath, args: [own], shell: false }
  return { command: 'npm', args: [], shell: process.platform === 'win32' }
}

const MOST_LINES = 15

function installFailed(complaints) {
  const errors = complaints.split('\n').filter(line => line.startsWith('npm error'))
  const said = errors.slice(0, MOST_LINES).join('\n')
  const error = new Error(`依赖没有装上。npm 说：\n${said}\n如果是网络的问题，过一会儿再运行一次。`)
  return Object.assign(error, { forPeople: true })
}
