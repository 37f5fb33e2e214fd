import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'

/** Keys as they are pressed one after the other: `j`, `/`, `g w`. */
export interface Shortcut {
  readonly keys: string
  readonly says: string
  readonly run: () => void
}

interface ShortcutGroup {
  readonly title: string
  readonly list: readonly Shortcut[]
}

interface Registry {
  readonly add: (group: ShortcutGroup) => () => void
  readonly groups: readonly ShortcutGroup[]
}

const ShortcutContext = createContext<Registry | null>(null)
const waitForSecondKeyMs = 1200

export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const [groups, setGroups] = useState<readonly ShortcutGroup[]>([])
  const now = useRef(groups)
  now.current = groups
  const add = useCallback((group: ShortcutGroup) => {
    setGroups((before) => [...before, group])
    return () => setGroups((before) => before.filter((other) => other !== group))
  }, [])
  useKeySequences(now)
  const registry = useMemo(() => ({ add, groups }), [add, groups])
  return <ShortcutContext value={registry}>{children}</ShortcutContext>
}

function useKeySequences(groups: { readonly current: readonly ShortcutGroup[] }) {
  useEffect(() => {
    let pressed = ''
    let at = 0
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isForSomethingElse(event)) return
      if (event.key.length > 1 && event.key !== 'Escape') return
      const second = event.timeStamp - at < waitForSecondKeyMs && pressed !== '' ? `${pressed} ${event.key}` : event.key
      const all = groups.current.flatMap(({ list }) => list)
      // The page that came last wins, so that a list may use a key the frame also has.
      const found = all.findLast(({ keys }) => keys === second) ?? all.findLast(({ keys }) => keys === event.key)
      pressed = all.some(({ keys }) => keys.startsWith(`${event.key} `)) && !found ? event.key : ''
      at = event.timeStamp
      if (!found) return
      event.preventDefault()
      found.run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [groups])
}

/** Somebody types, or a dialog is open and has the keyboard. */
function isForSomethingElse(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true
  return document.querySelector('[role="dialog"]:not([data-quiet])') !== null
}

/** Makes keys work while the component is shown, and lists them in the help. */
export function useShortcuts(title: string, list: readonly Shortcut[]): void {
  const registry = use(ShortcutContext)
  const latest = useRef(list)
  latest.current = list
  const add = registry?.add
  const said = list.map(({ keys, says }) => `${keys}\u0000${says}`).join('\u0001')
  useEffect(() => {
    if (!add || said === '') return
    const stable = said.split('\u0001').map((line) => {
      const [keys = '', says = ''] = line.split('\u0000')
      return { keys, says, run: () => latest.current.find((one) => one.keys === keys)?.run() }
    })
    return add({ title, list: stable })
  }, [add, title, said])
}

export const useShortcutGroups = (): readonly ShortcutGroup[] => use(ShortcutContext)?.groups ?? []
