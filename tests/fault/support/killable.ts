import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BUILT = join(__dirname, '../../../dist/cloudfunctions')
const DEPLOYED = join(__dirname, '../../../cloudbaserc.json')

/** Dies at its n-th request to the platform: before the request leaves, or when its answer arrives. */
export type Kill = { function: string; at: number; when: 'before' | 'after' }

/** Runs the built bundle as it is; only `http.request` knows of the kill. */
const WRAPPER = `'use strict'
const { readFileSync } = require('node:fs')
const http = require('node:http')
const { basename, join } = require('node:path')
const die = () => process.kill(process.pid, 'SIGKILL')
const request = http.request
let kill = null
let sent = 0
http.request = (...args) => {
  sent += 1
  const isIt = kill !== null && sent === kill.at
  if (isIt && kill.when === 'before') die()
  const made = request(...args)
  if (isIt) made.prependListener('response', die)
  return made
}
const { main } = require('./built.js')
exports.main = (event, context) => {
  const plan = JSON.parse(readFileSync(join(__dirname, '..', 'kill.json'), 'utf8'))
  kill = plan !== null && plan.function === basename(__dirname) ? plan : null
  sent = 0
  return main(event, context)
}
`

/** A copy of the built functions whose processes can be killed at any of their requests. */
export function killableFunctions() {
  const folder = mkdtempSync(join(tmpdir(), 'killable-'))
  const plan = join(folder, 'kill.json')
  for (const name of readdirSync(BUILT)) {
    cpSync(join(BUILT, name), join(folder, name), { recursive: true })
    renameSync(join(folder, name, 'index.js'), join(folder, name, 'built.js'))
    writeFileSync(join(folder, name, 'index.js'), WRAPPER)
  }
  writeFileSync(plan, 'null')
  return {
    folder,
    /** From the next call on, until null. */
    plan: (kill: Kill | null) => writeFileSync(plan, JSON.stringify(kill)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A `cloudbaserc.json` like the deployed one, but with so few seconds for a function. Answers its path. */
export function deployedWith(folder: string, functionName: string, seconds: number): string {
  const deployed: { functions: { name: string; timeout: number }[] } = JSON.parse(
    readFileSync(DEPLOYED, 'utf8'),
  )
  const functions = deployed.functions.map(one =>
    one.name === functionName ? { ...one, timeout: seconds } : one,
  )
  const file = join(folder, 'cloudbaserc.json')
  writeFileSync(file, JSON.stringify({ ...deployed, functions }))
  return file
}
