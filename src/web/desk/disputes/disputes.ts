/** Reading the dispute ledger, and acting on one dispute. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../prevention/disputes/contract.ts'
import type { DisputeRowView } from '../../../prevention/disputes/views.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type { PlaceFigures } from '../../../prevention/disputes/contract.ts'
export type {
  DisputeActionView,
  DisputeRowView as DisputeRow,
  DisputeView,
  GradeView,
  SuggestionView,
} from '../../../prevention/disputes/views.ts'

export const shelves = ['arrived', 'open', 'settled', 'elsewhere', 'done'] as const
export type Shelf = (typeof shelves)[number]

/** What the list is narrowed to; all of it can stand in an address. */
export interface Asked {
  readonly scope: 'ours' | 'area'
  readonly shelf?: Shelf | undefined
  readonly grade?: string | undefined
  readonly stage?: string | undefined
  readonly region?: string | undefined
  readonly category?: string | undefined
  readonly source?: string | undefined
}

const all = 'disputes'
export type Listed = Awaited<ReturnType<typeof listed>>
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listDisputes>('GET', '/api/disputes', { query } as never, { signal })

export function useDisputes(asked: Asked) {
  return useInfiniteQuery({
    queryKey: [all, 'list', asked],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => listed({ ...asked, limit: 50, cursor: pageParam }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

const countedEveryMs = 120_000

/** What asks for something, for the navigation and the shelves. */
export function useDisputeCounts(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'counts'],
    enabled: isWanted,
    refetchInterval: countedEveryMs,
    queryFn: ({ signal }) => listed({ limit: 1 }, signal),
  })
}

export const countOn = (counted: Listed | undefined, shelf: Shelf): number =>
  counted?.counts.find((each) => each.shelf === shelf)?.count ?? 0

/** The disputes that became a petition. */
export const useDisputesOf = (petition: string, isWanted: boolean) =>
  useQuery({
    enabled: isWanted,
    queryKey: [all, 'of', petition],
    queryFn: async ({ signal }) => (await listed({ petition, limit: 20 }, signal)).items,
  })

/** Disputes that it may come from, or the one that was named; to whoever handles it. */
export const useOrigins = (petition: string, dispute: string | null, isWanted: boolean) =>
  useQuery({
    enabled: isWanted,
    queryKey: [all, 'origins', petition, dispute],
    queryFn: ({ signal }) =>
      call<typeof wire.listDisputeOrigins>(
        'GET',
        '/api/dispute-origins',
        { query: { petition, ...(dispute === null ? {} : { dispute }) } } as never,
        { signal },
      ),
  })

export type OriginView = NonNullable<ReturnType<typeof useOrigins>['data']>['items'][number]

export function useJoining(petition: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (said: { readonly origin: string; readonly dispute: string | null }) =>
      call<typeof wire.joinDisputeOrigin>('POST', '/api/dispute-origins', { body: { petition, ...said } } as never, {
        idempotencyKey,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

/** Red stands for a broken duty. */
export const overdueOn = (counted: Listed | undefined, shelf: Shelf): number =>
  counted?.counts.find((each) => each.shelf === shelf)?.overdue ?? 0

export function useDispute(dispute: string) {
  return useQuery({
    queryKey: [all, 'one', dispute],
    enabled: dispute !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readDispute>('GET', '/api/disputes/:dispute', { params: { dispute } }, { signal }),
  })
}

export interface Situation {
  readonly region?: string | undefined
  readonly category?: string | undefined
  readonly people?: number | undefined
  readonly danger?: string | undefined
  readonly spread?: string | undefined
  readonly since?: string | undefined
  readonly party?: readonly string[] | undefined
}

/** How grave it is and who settles it first, as it is being written; what was there stays while it is asked anew. */
export function usePrepared(situation: Situation) {
  return useQuery({
    queryKey: [all, 'prepared', situation],
    enabled: situation.region !== undefined && situation.category !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.prepareDispute>('GET', '/api/dispute-draft', { query: situation } as never, { signal }),
  })
}

export type RecordedDispute = Awaited<ReturnType<typeof call<typeof wire.recordDispute>>>

export function useRecording() {
  const client = useQueryClient()
  const [idempotencyKey, renew] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.recordDispute>('POST', '/api/disputes', { body } as never, { idempotencyKey }),
    onSettled: () => renew(newIdempotencyKey()),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface DisputeAct {
  readonly action: string
  readonly body: object
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useDisputeAct(dispute: string) {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body }: DisputeAct) =>
      call<typeof wire.closeDispute>(
        'POST',
        `/api/disputes/:dispute/${action}` as '/api/disputes/:dispute/close',
        { params: { dispute }, body } as never,
        { idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface Period {
  readonly from: string
  readonly until: string
  readonly region?: string | undefined
}

export const useFigures = (period: Period) =>
  useQuery({
    queryKey: [all, 'figures', period],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.readDisputeFigures>('GET', '/api/dispute-figures', { query: period } as never, { signal }),
  })

export function useBehind(period: Period, part: string | null) {
  return useInfiniteQuery({
    queryKey: [all, 'behind', period, part],
    enabled: part !== null,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listDisputeFigureCases>(
        'GET',
        '/api/dispute-figures/disputes',
        { query: { ...period, part, limit: 50, cursor: pageParam } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** Where a row leads: to the dispute, or for whoever has no part in it to what lies in its place. */
export const hrefOf = ({ dispute, region }: DisputeRowView): string =>
  dispute === null ? `/disputes?scope=area&region=${region}` : `/disputes/${dispute}`
