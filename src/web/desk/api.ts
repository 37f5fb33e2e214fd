import { QueryClient } from '@tanstack/react-query'
import { makeApi } from '../shared/api.ts'
import { Unreachable } from '../shared/problem.ts'
import { currentLanguage } from './locales/language.tsx'

/** Set by the session: what to do when the house says that nobody is signed in. */
const listeners = new Set<() => void>()
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const call = makeApi({
  language: currentLanguage,
  onSignedOut: () => {
    for (const listener of listeners) listener()
  },
})

const isUnreachable = (error: unknown) => error instanceof Unreachable

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 5 * 60_000,
      retry: (failures, error) => isUnreachable(error) && failures < 3,
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 4000),
      networkMode: 'always',
    },
    // Commands carry an Idempotency-Key, so that repeating one whose answer was lost is safe.
    mutations: {
      retry: (failures, error) => isUnreachable(error) && failures < 2,
      retryDelay: (failures) => Math.min(800 * 2 ** failures, 4000),
      networkMode: 'always',
    },
  },
})
