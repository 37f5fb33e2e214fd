/** Reading the roster of mediators and its committees, and acting on them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../mediation/mediators/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type {
  CommitteeView,
  MediatorRow,
  MediatorToChooseView,
  MediatorView,
} from '../../../mediation/mediators/contract.ts'

const all = 'mediators'

export interface MediatorFilter {
  readonly kind?: string | undefined
  readonly skill?: string | undefined
  readonly place?: string | undefined
  readonly committee?: string | undefined
}

const said = (filter: object) => Object.fromEntries(Object.entries(filter).filter(([, value]) => Boolean(value)))

export function useMediators(filter: MediatorFilter) {
  return useInfiniteQuery({
    queryKey: [all, 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listMediators>(
        'GET',
        '/api/mediators',
        { query: { ...said(filter), limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** One entry of one's own organ, read whole when it is opened. */
export function useMediator(mediator: string, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'one', mediator],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      call<typeof wire.readMediator>('GET', '/api/mediators/:mediator', { params: { mediator } }, { signal }),
  })
}

/** Who can mediate a matter of a place today. */
export function useMediatorsToChoose(place: string | null, category: string | null) {
  return useQuery({
    queryKey: [all, 'choose', place, category],
    enabled: place !== null,
    queryFn: async ({ signal }) =>
      (
        await call<typeof wire.chooseMediators>(
          'GET',
          '/api/mediators-to-choose',
          { query: { place: place ?? '', ...(category ? { category } : {}) } } as never,
          { signal },
        )
      ).items,
  })
}

export function useCommittees(place: string | undefined) {
  return useInfiniteQuery({
    queryKey: [all, 'committees', place],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listCommittees>(
        'GET',
        '/api/committees',
        { query: { ...said({ place }), limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** What is sent to a path of this room; everything of the room is read anew after it. */
export interface Sent {
  readonly path: string
  readonly body: object
  /** The entry as the person was looking at it. */
  readonly version?: number
}

/** Once, however often it is sent until an answer comes. */
export function useKeeping() {
  const client = useQueryClient()
  const [idempotencyKey, renew] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ path, body, version }: Sent) =>
      call('POST', path as never, { body } as never, {
        idempotencyKey,
        ...(version === undefined ? {} : { version }),
      }) as Promise<unknown>,
    onSuccess: () => {
      renew(newIdempotencyKey())
      return client.invalidateQueries({ queryKey: [all] })
    },
  })
}
