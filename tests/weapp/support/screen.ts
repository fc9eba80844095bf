import { Component, Element, Event } from 'miniprogram-exparser'

const QUIET_MS = 60
const PATIENCE_MS = 10_000

/**
 * What may be looked for on a page: words it shows (an element with just these words comes first), a button
 * with just these words, a label for a screen reader, or a selector.
 */
export type Target = { text: string } | { button: string } | { label: string } | { selector: string }

type Rendered = {
  dom: HTMLElement | undefined
  instance: { data: unknown; setData: (data: object, done?: () => void) => void }
  detach: () => void
}

/** A page of the app as it stands on the phone: what it says, and what a person can do with it. */
export type Screen = ReturnType<typeof screenOf>

/** `busy` is true while the app waits for a function or has work of its own left: the page is not done yet. */
export function screenOf(route: string, rendered: Rendered, busy: () => boolean) {
  const root = rootOf(rendered)
  let drawings = 0
  let lastDrawn = Date.now()
  const draw = rendered.instance.setData
  rendered.instance.setData = function (data, done) {
    drawings += 1
    lastDrawn = Date.now()
    return draw.call(this, data, done)
  }

  /** Waits until the app has been idle for a moment. */
  async function settle(): Promise<void> {
    const began = Date.now()
    lastDrawn = began
    while (busy() || Date.now() - lastDrawn < QUIET_MS) {
      if (Date.now() - began > PATIENCE_MS) throw new Error(`${route} did not come to rest`)
      if (busy()) lastDrawn = Date.now()
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  }

  /** Waits for the first drawing, however slow the page is to begin, and then until it has come to rest. */
  async function begin(): Promise<void> {
    const began = Date.now()
    while (drawings === 0) {
      if (Date.now() - began > PATIENCE_MS) throw new Error(`${route} was never drawn`)
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    await settle()
  }

  function find(target: Target): Element[] {
    const all = everyElement(root)
    const fits = all.filter(element => isTarget(element, target))
    const exact = 'text' in target ? fits.filter(element => wordsOf(element) === target.text) : []
    const best = exact.length > 0 ? exact : fits
    // The innermost ones: a parent has the words of its child too.
    return best.filter(outer => !best.some(inner => inner !== outer && outer.$$.contains(inner.$$)))
  }

  function findOne(target: Target): Element {
    const [found] = find(target)
    if (!found) throw new Error(`${route} shows no ${JSON.stringify(target)}. It shows: ${text()}`)
    return found
  }

  async function fire(target: Target, type: string, detail: object): Promise<void> {
    const options = {
      bubbles: true,
      composed: true,
      capturePhase: true,
      originalEvent: new CustomEvent(type),
      extraFields: { touches: [], changedTouches: [] },
    }
    Event.dispatchEvent(findOne(target), Event.create(type, detail, options))
    await settle()
  }

  function text(): string {
    return wordsOf(root)
  }

  return {
    route,
    begin,
    settle,
    text,
    shows: (target: Target) => find(target).length > 0,
    /** Waits for what comes a moment later, after a pause in typing or a timer of the page. */
    async waitFor(target: Target): Promise<void> {
      const began = Date.now()
      while (find(target).length === 0) {
        if (Date.now() - began > PATIENCE_MS) findOne(target)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
      await settle()
    },
    count: (target: Target) => find(target).length,
    tap: (target: Target) => fire(target, 'tap', {}),
    input: (target: Target, value: string) => fire(target, 'input', { value, cursor: value.length }),
    choose: (target: Target, value: unknown) => fire(target, 'change', { value }),
    fire,
    /** The page's data: Taro's tree, in which an input keeps its value. */
    data: () => rendered.instance.data,
    html: () => root.$$.innerHTML,
    /** How often the page was drawn: each is a crossing between WeChat's two threads. */
    drawings: () => drawings,
    close: () => rendered.detach(),
  }
}

/** The engine's own node, which the simulator's wrapper keeps to itself. */
function rootOf(rendered: Rendered): Element {
  const node: unknown = Reflect.get(rendered, '_exparserNode')
  if (!(node instanceof Element)) throw new Error('miniprogram-simulate wraps its nodes in another way now')
  return node
}

const wordsOf = (element: Element) => element.$$.textContent.replace(/\s+/g, ' ').trim()

function isTarget(element: Element, target: Target): boolean {
  if ('text' in target) return wordsOf(element).includes(target.text)
  if ('selector' in target) return element.$$.matches(target.selector)
  if ('button' in target) return hasAttribute(element, 'button') && wordsOf(element) === target.button
  return hasAttribute(element, target.label)
}

const hasAttribute = (element: Element, wanted: string) =>
  element._vt?.attrs.some(({ value }) => value === wanted) ?? false

/** All elements of a page, through every shadow tree: Taro's nested `comp`, and components within them. */
function everyElement(node: Element): Element[] {
  const shadow = node instanceof Component && node.shadowRoot instanceof Element ? [node.shadowRoot] : []
  const children = [...shadow, ...node.childNodes].filter(child => child instanceof Element)
  const below = children.flatMap(everyElement)
  return node.__virtual || !node.$$ ? below : [node, ...below]
}
