type Data = Record<string, unknown>
type Drawing = (data: Data, done?: () => void) => unknown
export type Drawn = { data: Data; setData: Drawing; [member: string]: unknown }
export type Definition = Record<string, unknown>

/**
 * Taro's CustomWrapper draws itself, past its page. WeChat keeps that; the simulator hands the wrapper the
 * page's older data at the page's next drawing and so undoes it. Here a wrapper draws through its page.
 */
export function wrapperDrawnByPage(definition: Definition, currentPage: () => Drawn | undefined): Definition {
  const { attached } = definition
  const isWrapper = hasProperty(definition.properties, 'i') && typeof attached === 'function'
  if (!isWrapper) return definition
  return {
    ...definition,
    attached(this: Drawn) {
      const drawItself = this.setData
      this.setData = (data, done) => {
        const page = currentPage()
        const place = page && placeOf(page.data.root, this.data.i, 'root')
        if (!page || !place) return drawItself.call(this, data, done)
        const through = Object.entries(data).map(([path, value]) => [
          path.replace(/^i\./, `${place}.`),
          value,
        ])
        return page.setData(Object.fromEntries(through), done)
      }
      return Reflect.apply(attached, this, [])
    },
  }
}

/** Where in the page's tree the wrapper's node stands, as a path for `setData`; empty where it does not. */
function placeOf(node: unknown, wanted: unknown, path: string): string {
  if (sidOf(node) !== undefined && sidOf(node) === sidOf(wanted)) return path
  for (const [nth, child] of childrenOf(node).entries()) {
    const place = placeOf(child, wanted, `${path}.cn.[${nth}]`)
    if (place) return place
  }
  return ''
}

function sidOf(node: unknown): unknown {
  return hasProperty(node, 'sid') ? node.sid : undefined
}

function childrenOf(node: unknown): unknown[] {
  return hasProperty(node, 'cn') && Array.isArray(node.cn) ? node.cn : []
}

function hasProperty<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value
}
