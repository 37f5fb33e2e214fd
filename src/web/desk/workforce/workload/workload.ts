/** Reading workload, and who is suggested for a petition. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type * as wire from '../../../../workforce/workload/contract.ts'
import { call } from '../../api.ts'

export type { CandidateView, LoadView, WorkloadView } from '../../../../workforce/workload/contract.ts'

const all = 'workload'

export function useWorkload() {
  return useQuery({
    queryKey: [all, 'own'],
    queryFn: ({ signal }) => call<typeof wire.readWorkload>('GET', '/api/workforce/workload', {}, { signal }),
  })
}

export function useOrganWorkloads(enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [all, 'organs'],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listOrganWorkloads>(
        'GET',
        '/api/workforce/workload/organs',
        { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** Asked for each version of the petition: who must stand aside from it may change with each fact. */
export function useSuggestedClerks({ number, version }: { readonly number: string; readonly version: number }) {
  return useQuery({
    queryKey: [all, 'suggested', number, version],
    queryFn: ({ signal }) =>
      call<typeof wire.suggestClerk>(
        'GET',
        '/api/workforce/workload/suggested/:number',
        { params: { number } } as never,
        { signal },
      ),
    select: ({ items }) => items,
  })
}
