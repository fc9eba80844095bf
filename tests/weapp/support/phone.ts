import { join, relative, resolve } from 'node:path'
import { load, render } from 'miniprogram-simulate'
import simulator from 'miniprogram-simulate/src/utils'
import { logicThread } from './logic-thread'
import { type Screen, screenOf } from './screen'
import { shortTimers } from './short-timers'
import { type Definition, type Drawn, wrapperDrawnByPage } from './taro-wrapper'
import { type Habits, wechatOf } from './wechat'

const MOST_COMPILED = 64 * 1024 * 1024

type Query = Record<string, string>
type Visit = { how: string; route: string; query: Query }

export type PhoneSetup = {
  /** The folder of the compiled app. */
  dist: string
  callFunction: (name: string, data: object) => Promise<unknown>
  request?: (options: Record<string, unknown>) => Promise<{ statusCode: number; data: unknown }>
  onAccepted?: (templateIds: string[]) => Promise<void>
}

/** A phone with the compiled app started on it, page by page under WeChat's own view engine. */
export type Phone = ReturnType<typeof startPhone>

/** Starts the app. The view is drawn by miniprogram-simulate; the app's scripts see WeChat's globals only. */
export function startPhone(setup: PhoneSetup) {
  const dist = resolve(setup.dist)
  const pages: Drawn[] = []
  const visits: Visit[] = []
  const queries = new Map<string, Query>()
  const ids = new Map<string, string>()
  const timers = shortTimers()
  let callsUnderWay = 0
  const habits: Habits = {
    subscribe: ids => Object.fromEntries(ids.map(id => [id, 'accept'])),
    confirmsModal: true,
    photo: () => null,
    network: 'wifi',
    scans: () => null,
  }
  const waited = async <T>(work: () => Promise<T>): Promise<T> => {
    callsUnderWay += 1
    try {
      return await work()
    } finally {
      callsUnderWay -= 1
    }
  }
  const { wx, calls, storage, filesKept, tellNetwork } = wechatOf(dist, {
    habits,
    onAccepted: setup.onAccepted ?? (async () => undefined),
    onNavigate: (how, { url = '' }) => visits.push({ how, ...placeOf(String(url)) }),
    callFunction: (name, data) => waited(() => setup.callFunction(name, data)),
    request: options => waited(() => requestOf(setup)(options)),
  })

  let app: Definition = {}
  const defined: { kind: 'page' | 'component'; definition: Definition }[] = []
  const defines = (kind: 'page' | 'component') => (definition: Definition) => {
    defined.push({ kind, definition })
  }
  const keepApp = (definition: Definition) => {
    app = definition
  }
  const loadScript = logicThread({
    wx,
    App: keepApp,
    getApp: () => app,
    getCurrentPages: () => [...pages],
    Page: defines('page'),
    Component: defines('component'),
    Behavior: Reflect.get(globalThis, 'Behavior'),
    requirePlugin: () => ({}),
    __wxConfig: {},
    setTimeout: timers.setTimeout,
    clearTimeout: timers.clearTimeout,
  })
  loadScript(join(dist, 'app.js'))
  run(app, 'onLaunch', wx.getLaunchOptionsSync())
  run(app, 'onShow', wx.getLaunchOptionsSync())

  const definitions = new Map<string, Definition>()
  const register: (definition: Definition) => void = Reflect.get(globalThis, 'Component')

  /** The simulator would `require` a page's script; it gets what the script defined on the logic thread. */
  const runScript = (file: string) => register({ ...definitionIn(file) })

  /** What a script defines, as the simulator takes it; a script defines only the first time it is loaded. */
  function definitionIn(file: string): Definition {
    const known = definitions.get(file)
    if (known) return known
    loadScript(file)
    const found = defined.pop()
    if (!found) throw new Error(`${file} defines no page and no component`)
    const definition =
      found.kind === 'page'
        ? pageAsComponent(found.definition, relative(dist, file))
        : wrapperDrawnByPage(found.definition, () => pages.at(-1))
    definitions.set(file, definition)
    return definition
  }

  function pageAsComponent(page: Definition, route: string): Definition {
    const methods = Object.fromEntries(
      Object.entries(page).filter(([, value]) => typeof value === 'function'),
    )
    return {
      data: JSON.parse(JSON.stringify(page.data ?? {})),
      behaviors: page.behaviors ?? [],
      methods,
      lifetimes: {
        attached(this: Drawn) {
          const query = queries.get(route) ?? {}
          Object.assign(this, { route, __route__: route, options: query })
          pages.push(this)
          run(this, 'onLoad', query)
          run(this, 'onShow')
        },
        ready(this: Drawn) {
          run(this, 'onReady')
        },
        detached(this: Drawn) {
          pages.splice(pages.indexOf(this), 1)
          run(this, 'onUnload')
        },
      },
    }
  }

  /** Opens a page above the one that is open, and waits until it has come to rest. */
  async function open(route: string, query: Query = {}): Promise<Screen> {
    const hidden = pages.at(-1)
    if (hidden) run(hidden, 'onHide')
    queries.set(route, query)
    simulator.runJs = runScript
    const id = ids.get(route) ?? load(join(dist, route), { rootPath: dist, compilerOptions })
    ids.set(route, id)
    const rendered = render(id)
    const host = document.createElement('page')
    document.body.appendChild(host)
    const screen = screenOf(route, rendered, () => callsUnderWay > 0 || timers.areWaiting())
    rendered.attach(host)
    await screen.begin()
    return screen
  }

  return {
    open,
    /** Opens an address as a message or a link has it: `pages/notice/index?id=…`. */
    openAddress(address: string): Promise<Screen> {
      const { route, query } = placeOf(address)
      return open(route, query)
    },
    habits,
    /** Every call of `wx.…` so far, and what the app keeps in its storage. */
    calls,
    storage,
    /** The paths of the files that the app keeps on the phone. */
    filesKept,
    /** The network goes or comes back, as WeChat tells the app. */
    network(status: Habits['network']): void {
      habits.network = status
      tellNetwork()
    },
    /** Does what leads to another page, and opens that page. */
    async follow(doing: () => Promise<void>): Promise<Screen> {
      const before = visits.length
      await doing()
      const visit = visits[before]
      if (!visit) throw new Error('that led to no other page')
      return open(visit.route, visit.query)
    },
    /** Comes back to the page below: WeChat shows it again as it stood. */
    async back(top: Screen, below: Screen): Promise<Screen> {
      top.close()
      const shown = pages.at(-1)
      if (shown) run(shown, 'onShow')
      await below.settle()
      return below
    },
  }
}

function requestOf({ request }: PhoneSetup): NonNullable<PhoneSetup['request']> {
  if (!request) throw new Error('this phone has no network of its own: give it `request`')
  return request
}

const compilerOptions = { maxBuffer: MOST_COMPILED }

function run(target: Record<string, unknown>, method: string, ...args: unknown[]): void {
  const found = target[method]
  if (typeof found === 'function') Reflect.apply(found, target, args)
}

/** `/pages/notice/index?id=…` as a route and its query. */
function placeOf(url: string): { route: string; query: Query } {
  const [path = '', search = ''] = url.split('?')
  return { route: path.replace(/^\//, ''), query: Object.fromEntries(new URLSearchParams(search)) }
}
