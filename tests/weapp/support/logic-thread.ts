import { readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** What a JavaScript engine itself brings; all that WeChat's logic thread shares with a browser or Node. */
const OF_THE_LANGUAGE = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise
  RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl
  ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array
  Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef Proxy Reflect
  FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite
  isNaN console setTimeout clearTimeout setInterval clearInterval Atomics SharedArrayBuffer globalThis Iterator
  arguments`.split(/\s+/),
)
const OF_THE_MODULE = ['module', 'exports', 'require']
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

type Module = { exports: unknown }

/**
 * Evaluates the app's scripts as WeChat's logic thread does: CommonJS, with `globals` and the language and
 * nothing else. A script that leans on `window`, `document` or `process` fails here as it would on a phone.
 * Answers a function that loads a file, once, by its absolute path.
 */
export function logicThread(globals: Record<string, unknown>): (file: string) => unknown {
  const modules = new Map<string, Module>()
  const given: Record<string, unknown> = { globalThis: languageGlobals(), ...globals }
  const hidden = namesToHide(given)

  return function load(path: string): unknown {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = modules.get(file)
    if (known) return known.exports
    const module: Module = { exports: {} }
    modules.set(file, module)
    const require = (request: string) => load(resolve(dirname(file), request))
    const names = [...OF_THE_MODULE, ...Object.keys(given), ...hidden]
    const script = new Function(
      ...names,
      `${readFileSync(file, 'utf8')}\n//# sourceURL=app:///${basename(file)}`,
    )
    script.call(undefined, module, module.exports, require, ...Object.values(given))
    return module.exports
  }
}

/** webpack's runtime asks for `globalThis` first; the real one would lead it to the simulator's DOM. */
function languageGlobals(): Record<string, unknown> {
  const names = [...OF_THE_LANGUAGE].filter(name => name !== 'globalThis')
  return Object.fromEntries(
    names.flatMap(name => {
      const value: unknown = Reflect.get(globalThis, name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function namesToHide(given: Record<string, unknown>): string[] {
  const everywhere = [...Object.getOwnPropertyNames(globalThis), 'global', 'process', 'Buffer', 'self']
  return [...new Set(everywhere)].filter(
    name =>
      IDENTIFIER.test(name) &&
      !OF_THE_LANGUAGE.has(name) &&
      !OF_THE_MODULE.includes(name) &&
      !(name in given),
  )
}
