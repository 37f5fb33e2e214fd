import { useQuery } from '@tanstack/react-query'
import type * as identity from '../../../identity/contract.ts'
import { call } from '../api.ts'

/** Everybody who acts in the same organ: one of them can be named as the clerk of a petition. */
export function useColleagues() {
  return useQuery({
    queryKey: ['colleagues'],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => call<typeof identity.listColleagues>('GET', '/api/colleagues', {}, { signal }),
    select: ({ items }) => items,
  })
}
