/** Reading screening campaigns, and acting on one. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../prevention/screening/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type {
  AreaDetail,
  AreaView,
  ScreeningRowView as ScreeningRow,
  ScreeningView,
} from '../../../prevention/screening/contract.ts'

export const shelves = ['open', 'done'] as const
export type Shelf = (typeof shelves)[number]

const all = 'screenings'

export function useScreenings(shelf: Shelf, region: string | null) {
  return useInfiniteQuery({
    queryKey: [all, 'list', shelf, region],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listScreenings>(
        'GET',
        '/api/screenings',
        { query: { shelf, region: region ?? undefined, limit: 50, cursor: pageParam } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export const useScreeningPlaces = (place: string | null) =>
  useQuery({
    queryKey: [all, 'places', place],
    queryFn: ({ signal }) =>
      call<typeof wire.listScreeningPlaces>(
        'GET',
        '/api/screening-places',
        { query: { place: place ?? undefined } } as never,
        { signal },
      ),
  })

export const usePrepared = () =>
  useQuery({
    queryKey: [all, 'prepared'],
    queryFn: ({ signal }) => call<typeof wire.prepareScreening>('GET', '/api/screening-plan', {}, { signal }),
  })

export const useScreening = (screening: string) =>
  useQuery({
    queryKey: [all, 'one', screening],
    queryFn: ({ signal }) =>
      call<typeof wire.readScreening>('GET', '/api/screenings/:screening', { params: { screening } }, { signal }),
  })

export const useArea = (screening: string, area: string) =>
  useQuery({
    queryKey: [all, 'area', screening, area],
    queryFn: ({ signal }) =>
      call<typeof wire.readScreeningArea>(
        'GET',
        '/api/screenings/:screening/areas/:area',
        { params: { screening, area } },
        { signal },
      ),
  })

export const readOwnAreas = (cursor: string | undefined, signal?: AbortSignal) =>
  call<typeof wire.listOwnAreas>(
    'GET',
    '/api/screening-reports',
    { query: { limit: 50, cursor } } as never,
    signal ? { signal } : {},
  )

export const useOwnAreas = () =>
  useInfiniteQuery({
    queryKey: [all, 'mine'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => readOwnAreas(pageParam, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })

export function useOpening() {
  const client = useQueryClient()
  const [idempotencyKey, renew] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.openScreening>('POST', '/api/screenings', { body } as never, { idempotencyKey }),
    onSettled: () => renew(newIdempotencyKey()),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface ScreeningAct {
  readonly action: string
  readonly body: object
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useScreeningAct(screening: string) {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body }: ScreeningAct) =>
      call<typeof wire.closeScreening>(
        'POST',
        `/api/screenings/${screening}/${action}` as '/api/screenings/:screening/close',
        { params: { screening }, body } as never,
        { idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
