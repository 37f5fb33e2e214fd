/** What is looked for, as it stands in the address of the page, and the pages of what is found. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type * as wire from '../../../insight/search/contract.ts'
import { call } from '../api.ts'

export type { FoundRow } from '../../../insight/search/contract.ts'

const names = ['q', 'goesOn', 'stage', 'class', 'channel', 'category', 'place', 'holder', 'from', 'until'] as const
export type SearchField = (typeof names)[number]
export type Asked = Readonly<Partial<Record<SearchField, string>>>

export function askedFrom(search: URLSearchParams): Asked {
  return Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : []))) as Asked
}

/** What was not asked leaves no trace in the address. */
export const withField = (asked: Asked, name: SearchField, value: string | undefined): Asked => {
  const { [name]: _, ...rest } = asked
  return value === undefined || value === '' ? rest : { ...rest, [name]: value }
}

export function useSearch(asked: Asked) {
  return useInfiniteQuery({
    queryKey: ['search', asked],
    enabled: (asked.q ?? '').trim() !== '',
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.searchPetitions>(
        'GET',
        '/api/insight/search',
        { query: { ...asked, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
}

/** A telephone or an identity number: masked words have neither, the register finds them. */
export const isPersonal = (typed: string): boolean => /^[\d\s-]{7,22}[\dXx]?$/.test(typed.trim())
