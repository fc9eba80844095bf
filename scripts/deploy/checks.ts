import type { BundleSize } from '../build/functions'
import type { Configuration, FunctionSettings } from './configuration'

/** What is about to be deployed. */
export type Deployment = {
  configuration: Configuration
  bundles: BundleSize[]
  /** Indexes of each collection, by `config/indexes.json`. */
  indexes: Record<string, { name: string }[]>
  /** Collections that the functions' sources name. */
  collectionsUsed: string[]
  /** WeChat interfaces that each function asks leave for. */
  permissions: Record<string, string[]>
  /** The messages that the functions send, and the template each is mapped to. */
  messages: { event: string; templateId: string | null }[]
}

const RUNTIME = 'Nodejs18.15'
const MEMORY_MB = { least: 128, most: 2048 }
const TIMEOUT_S = { least: 1, most: 60 }
const MOST_INDEXES = 20
/** Ours, far under CloudBase's: a bundle is read and compiled at every cold start. */
const MOST_BUNDLE_BYTES = 2_000_000
const TIMED = ['clock', 'courier']
/** Which version of the mini-program a message opens, in WeChat's words. */
const MINIPROGRAM_STATES = ['formal', 'trial', 'developer']
const CRON_FIELDS = 7
const STAND_IN = /^TEMPLATE-/

/** What must be mended before a deployment, a sentence each. */
export function problemsOf(deployment: Deployment): string[] {
  const { configuration, bundles, indexes, collectionsUsed, permissions } = deployment
  const built = bundles.map(({ name }) => name)
  const configured = configuration.functions.map(({ name }) => name)
  return [
    ...missing(built, configured).map(name => `cloudbaserc.json 里没有函数 ${name}`),
    ...missing(configured, built).map(name => `cloudbaserc.json 写了函数 ${name}，可是没有打包出来`),
    ...configuration.functions.flatMap(settingProblems),
    ...bundles
      .filter(({ bytes }) => bytes > MOST_BUNDLE_BYTES)
      .map(({ name, bytes }) => `函数 ${name} 有 ${bytes} 字节，超过 ${MOST_BUNDLE_BYTES}`),
    ...missing(collectionsUsed, Object.keys(indexes)).map(name => `config/indexes.json 里没有集合 ${name}`),
    ...Object.entries(indexes)
      .filter(([, list]) => list.length > MOST_INDEXES)
      .map(([name, list]) => `集合 ${name} 有 ${list.length} 个索引，最多 ${MOST_INDEXES} 个`),
    ...missing(Object.keys(permissions), built).map(
      name => `给了函数 ${name} 微信接口权限，可是没有这个函数`,
    ),
    ...(permissions.courier?.includes('subscribeMessage.send')
      ? []
      : ['函数 courier 没有 subscribeMessage.send 的权限，消息发不出去']),
  ]
}

/** What works without, but not as it should: to be seen to, not a reason to stop. */
export function warningsOf({ configuration, messages }: Deployment): string[] {
  const state = configuration.functions.find(({ name }) => name === 'courier')?.envVariables.MINIPROGRAM_STATE
  return [
    ...messages
      .filter(({ templateId }) => templateId === null || STAND_IN.test(templateId))
      .map(({ event }) => `消息 ${event} 还没有填微信给的模板编号，这种消息不会送到`),
    ...(state === undefined || state === 'formal'
      ? []
      : [`消息点开的是小程序的 ${state} 版，正式用之前改成 formal`]),
  ]
}

function settingProblems(one: FunctionSettings): string[] {
  const { name, memorySize, timeout } = one
  const inRange = (value: number, { least, most }: typeof TIMEOUT_S) => value >= least && value <= most
  return [
    ...(one.runtime === RUNTIME ? [] : [`函数 ${name} 的 runtime 应为 ${RUNTIME}`]),
    ...(one.handler === 'index.main' ? [] : [`函数 ${name} 的 handler 应为 index.main`]),
    ...(inRange(memorySize, MEMORY_MB) ? [] : [`函数 ${name} 的内存 ${memorySize} MB 不在 128 到 2048 之间`]),
    ...(inRange(timeout, TIMEOUT_S) ? [] : [`函数 ${name} 的时限 ${timeout} 秒不在 1 到 60 之间`]),
    ...(one.envVariables.TZ === 'Asia/Shanghai' ? [] : [`函数 ${name} 没有设 TZ=Asia/Shanghai`]),
    ...stateProblems(one),
    ...timerProblems(one),
  ]
}

function stateProblems({ name, envVariables }: FunctionSettings): string[] {
  const state = envVariables.MINIPROGRAM_STATE ?? ''
  if (name !== 'courier' || MINIPROGRAM_STATES.includes(state)) return []
  return [`函数 courier 的 MINIPROGRAM_STATE 要写 ${MINIPROGRAM_STATES.join('、')} 之一，现在是“${state}”`]
}

function timerProblems({ name, triggers }: FunctionSettings): string[] {
  const wanted = TIMED.includes(name) ? 1 : 0
  const wrongCount = triggers.length !== wanted
  const wrongCron = triggers.filter(({ config }) => config.trim().split(/\s+/).length !== CRON_FIELDS)
  return [
    ...(wrongCount ? [`函数 ${name} 应有 ${wanted} 个定时器，现在有 ${triggers.length} 个`] : []),
    ...wrongCron.map(({ config }) => `函数 ${name} 的定时器“${config}”不是 ${CRON_FIELDS} 段`),
  ]
}

const missing = (wanted: string[], present: string[]) => wanted.filter(name => !present.includes(name))
