/** The part of WeChat's view engine that the tests touch; the package ships no types. */
declare module 'miniprogram-exparser' {
  export class Element {
    $$: HTMLElement
    childNodes: unknown[]
    __virtual: boolean
    _vt?: { attrs: { name: string; value: unknown }[]; event: Record<string, unknown> }
  }
  export class Component extends Element {
    shadowRoot: unknown
  }
  export const Event: {
    create(type: string, detail: object, options: object): object
    dispatchEvent(target: Element, event: object): void
  }
}

declare module 'miniprogram-simulate/src/utils' {
  const utils: { runJs: (file: string) => void }
  export default utils
}
