/** What everybody may read and nothing changes while a page is open: fetched once, and kept for the pages that come after. */
import { useEffect, useState } from 'preact/hooks'
import { call, type Trouble } from '../wire/api.ts'

const kept = new Map<string, unknown>()

export interface Fetched<T> {
  readonly value: T | null
  readonly trouble: Trouble | null
}

export function useFetched<T>(path: string): Fetched<T> {
  const [fetched, show] = useState<Fetched<T>>({ value: (kept.get(path) as T | undefined) ?? null, trouble: null })
  useEffect(() => {
    if (kept.has(path)) return
    call<T>(path).then((answer) => {
      if (answer.ok) kept.set(path, answer.value)
      show(answer.ok ? { value: answer.value, trouble: null } : { value: null, trouble: answer.trouble })
    })
  }, [path])
  return fetched
}
