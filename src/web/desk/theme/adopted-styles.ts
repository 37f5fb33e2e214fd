/**
 * Stands in for `@rc-component/util/Dom/dynamicCSS`: the same functions, but the rules go into constructed style sheets. A
 * content security policy without `'unsafe-inline'` allows those, because no markup carries them.
 */
interface StyleOption {
  readonly priority?: number
}

interface Held {
  readonly sheet: CSSStyleSheet
  readonly priority: number
  /** Never in the page; the callers only want something to put their marks on. */
  readonly handle: HTMLStyleElement
  css: string
}

const held = new Map<string, Held>()

export function updateCSS(css: string, key: string, option: StyleOption = {}): HTMLStyleElement {
  const known = held.get(key)
  if (!known) return hold(css, key, option.priority ?? 0)
  if (known.css !== css) known.sheet.replaceSync(css)
  known.css = css
  return known.handle
}

/** Sheets of higher priority come later, as in the original; equal ones in the order in which they came. */
function hold(css: string, key: string, priority: number): HTMLStyleElement {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const handle = document.createElement('style')
  const before = [...held.values()].filter((other) => other.priority <= priority).length
  held.set(key, { sheet, priority, handle, css })
  document.adoptedStyleSheets.splice(before, 0, sheet)
  return handle
}

export function removeCSS(key: string): void {
  const known = held.get(key)
  if (!known) return
  held.delete(key)
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== known.sheet)
}

export function injectCSS(css: string, option: StyleOption = {}): HTMLStyleElement {
  return hold(css, `injected-${held.size}-${css.length}`, option.priority ?? 0)
}

export function clearContainerCache(): void {}
