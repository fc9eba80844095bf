import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { ErrorForPeople, type Phase } from '../lib/for-people'
import { type AppTarget, appOutput, buildApp } from './app'
import { buildFunctions, bundleSizes } from './functions'
import { filesUnder } from './inputs'

const BUILDS: Record<string, (phase: Phase) => Promise<void>> = {
  functions: async phase => {
    await phase('打包云函数', buildFunctions)
    for (const { name, bytes, gzipBytes } of bundleSizes()) console.log(sizeLine(name, bytes, gzipBytes))
  },
  weapp: phase => buildAndWeigh('weapp', phase),
  h5: phase => buildAndWeigh('h5', phase),
  'h5-trial': phase => buildAndWeigh('h5-trial', phase),
}

/** `npm run build:…`: builds what is named, unless nothing it is made of has changed. */
export async function main(args: string[], phase: Phase): Promise<void> {
  const [name = ''] = args
  const build = BUILDS[name]
  if (!build) throw new ErrorForPeople(`要编译什么？请写 ${Object.keys(BUILDS).join('、')} 中的一个。`)
  await build(phase)
}

async function buildAndWeigh(target: AppTarget, phase: Phase): Promise<void> {
  const built = await phase(`编译 ${target}`, () => buildApp(target))
  const code = filesUnder(appOutput(target)).filter(file => /\.(js|css|wxss|wxml|json|html|wxs)$/.test(file))
  const contents = code.map(file => readFileSync(file))
  const bytes = contents.reduce((sum, content) => sum + content.length, 0)
  const gzipBytes = contents.reduce((sum, content) => sum + gzipSync(content).length, 0)
  console.log(sizeLine(appOutput(target), bytes, gzipBytes))
  if (!built) console.log('  内容没有变，沿用上次的。')
}

function sizeLine(name: string, bytes: number, gzipBytes: number): string {
  const kilobytes = (value: number) => `${(value / 1000).toFixed(0)} KB`
  return `  ${name.padEnd(16)}${kilobytes(bytes).padStart(9)}，压缩后 ${kilobytes(gzipBytes)}`
}
