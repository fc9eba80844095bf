import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BUILT = join(__dirname, '../../../dist/cloudfunctions')

/** Runs the built bundle as it is; only its measure of time goes on with every request. */
const WRAPPER = `'use strict'
const { readFileSync } = require('node:fs')
const http = require('node:http')
const { join } = require('node:path')
const request = http.request
const measured = performance.now.bind(performance)
let spentMs = 0
let requestMs = 0
http.request = (...args) => {
  spentMs += requestMs
  return request(...args)
}
performance.now = () => measured() + spentMs
const { main } = require('./built.js')
exports.main = (event, context) => {
  requestMs = JSON.parse(readFileSync(join(__dirname, '..', 'request-ms.json'), 'utf8'))
  return main(event, context)
}
`

/** A copy of the built functions to whom every request seems to take so long, without anybody waiting. */
export function laboriousFunctions() {
  const folder = mkdtempSync(join(tmpdir(), 'laborious-'))
  const setting = join(folder, 'request-ms.json')
  for (const name of readdirSync(BUILT)) {
    cpSync(join(BUILT, name), join(folder, name), { recursive: true })
    renameSync(join(folder, name, 'index.js'), join(folder, name, 'built.js'))
    writeFileSync(join(folder, name, 'index.js'), WRAPPER)
  }
  writeFileSync(setting, '0')
  return {
    folder,
    /** From the next call on. */
    requestsTake: (ms: number) => writeFileSync(setting, String(ms)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
