type Child = Node | string | false | undefined
type Properties = Record<string, string | boolean | ((event: Event) => void)>

/** Makes an element; text is always text, never markup. `onclick` and its like are listeners. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false) element.setAttribute(name, value)
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child)
  return element
}

export function button(text: string, act: () => Promise<unknown> | unknown, kind = ''): HTMLButtonElement {
  const made = el('button', { type: 'button', class: `act ${kind}` }, text)
  made.addEventListener('click', () => {
    made.disabled = true
    void attempt(act).finally(() => {
      made.disabled = false
    })
  })
  return made
}

export function field(label: string, control: HTMLElement): HTMLLabelElement {
  return el('label', {}, label, control)
}

export function choice(options: readonly (readonly [string, string])[], chosen?: string): HTMLSelectElement {
  const select = el('select', {}, ...options.map(([value, text]) => el('option', { value }, text)))
  if (chosen !== undefined) select.value = chosen
  return select
}

export function sheet(title: string, ...children: Child[]): HTMLElement {
  return el('section', { class: 'sheet' }, el('h2', {}, title), ...children)
}

export function json(value: unknown): HTMLPreElement {
  return el('pre', {}, JSON.stringify(value, null, 2) ?? 'undefined')
}

/** Runs what a person asked for; a failure is said, not swallowed. */
export async function attempt(act: () => Promise<unknown> | unknown): Promise<void> {
  try {
    await act()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), 'bad')
  }
}

let silence: number | undefined

export function say(text: string, kind: '' | 'bad' = ''): void {
  const place = document.getElementById('said')
  if (!place) return
  place.textContent = text
  place.className = `said ${kind}`
  window.clearTimeout(silence)
  silence = window.setTimeout(() => {
    place.textContent = ''
  }, 6000)
}

/** Text that a person typed, as JSON. @throws Error in words */
export function parseTyped(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('这段内容不是 JSON，请检查引号和逗号。')
  }
}
