/** Reading what is supervised, and acting on it. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type * as supervision from '../../../supervision/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type {
  CandidateRowView as CandidateRow,
  FindingView,
  OrderRowView as OrderRow,
  OrderView,
  ReferredRowView as ReferredRow,
  SubjectView as MatterSubject,
  SupervisedMatterView as MatterView,
  SupervisionActionView as SupervisionAction,
} from '../../../supervision/contract.ts'
export type FindingState = supervision.FindingView['state']
export type Rule = supervision.FindingView['rule']
export type OrderKind = supervision.OrderView['kind']
export type Which = 'mine' | 'forUs' | 'ask'

const all = 'supervision'

export interface CandidateFilters {
  readonly state: FindingState
  readonly rule: readonly Rule[]
  readonly organ: string | null
}

export function useCandidates({ state, rule, organ }: CandidateFilters, limit = 50) {
  return useInfiniteQuery({
    queryKey: [all, 'candidates', state, rule, organ, limit],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof supervision.listCandidates>(
        'GET',
        '/api/supervision/candidates',
        {
          query: {
            ...{ state, limit },
            ...(rule.length > 0 ? { rule: [...rule] } : {}),
            ...(organ ? { organ } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
}

export interface OrderFilters {
  readonly which: Which
  readonly state: 'open' | 'closed'
  readonly kind: readonly OrderKind[]
}

export function useOrders({ which, state, kind }: OrderFilters, limit = 50) {
  return useInfiniteQuery({
    queryKey: [all, 'orders', which, state, kind, limit],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof supervision.listOrders>(
        'GET',
        '/api/supervision/orders',
        {
          query: {
            ...{ which, state, limit },
            ...(kind.length > 0 ? { kind: [...kind] } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
}

const countedEveryMs = 120_000

/** What is owed to supervisors, for those who handle: one row is asked for, the counts come with it. */
export function useOrderCounts(which: Which, isWanted = true) {
  return useQuery({
    queryKey: [all, 'counts', which],
    enabled: isWanted,
    refetchInterval: countedEveryMs,
    queryFn: async ({ signal }) =>
      (
        await call<typeof supervision.listOrders>(
          'GET',
          '/api/supervision/orders',
          { query: { which, limit: 1 } },
          { signal },
        )
      ).counts,
  })
}

/** With no first day, what fell due before and is still open is there too. */
export function usePlan(query: {
  readonly from: string | null
  readonly until: string
  readonly organ: string | null
}) {
  return useQuery({
    queryKey: [all, 'plan', query],
    queryFn: ({ signal }) =>
      call<typeof supervision.readPlan>(
        'GET',
        '/api/supervision/plan',
        {
          query: {
            until: query.until,
            ...(query.from ? { from: query.from } : {}),
            ...(query.organ ? { organ: query.organ } : {}),
          },
        },
        { signal },
      ),
    placeholderData: (before) => before,
  })
}

export function useEffectOf(query: { readonly from: string; readonly until: string }) {
  return useQuery({
    queryKey: [all, 'effect', query],
    queryFn: ({ signal }) =>
      call<typeof supervision.readEffect>('GET', '/api/supervision/effect', { query }, { signal }),
    placeholderData: (before) => before,
  })
}

export function useMatter(matter: string) {
  return useQuery({
    queryKey: [all, 'matter', matter],
    queryFn: ({ signal }) =>
      call<typeof supervision.readMatter>(
        'GET',
        '/api/supervision/matters/:matter',
        { params: { matter } },
        { signal },
      ),
    // Opening it is noted, so it is not read again just because the window came to the front.
    refetchOnWindowFocus: false,
  })
}

export function useReferred(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'referred'],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      call<typeof supervision.listReferred>('GET', '/api/supervision/referred', { query: { limit: 100 } }, { signal }),
  })
}

/** What there is on one petition, for whoever reads it. */
export function useSupervisionOf(number: string) {
  return useQuery({
    queryKey: [all, 'of', number],
    queryFn: ({ signal }) =>
      call<typeof supervision.supervisionOfPetition>(
        'GET',
        '/api/petitions/:number/supervision',
        { params: { number } },
        { signal },
      ),
  })
}

/** What could be opened where there is no matter yet; null asks nothing. */
export function useKinds(on: 'petition' | 'topic' | null) {
  return useQuery({
    queryKey: [all, 'kinds', on],
    enabled: on !== null,
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) =>
      call<typeof supervision.listKinds>(
        'GET',
        '/api/supervision/kinds',
        { query: { on: on ?? 'petition' } },
        { signal },
      ),
  })
}

/** Who could be named in an order to an organ; null asks nothing. */
export function useLeaders(organ: string | null) {
  return useQuery({
    queryKey: [all, 'leaders', organ],
    enabled: organ !== null,
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) =>
      call<typeof supervision.listLeaders>(
        'GET',
        '/api/supervision/leaders',
        { query: { organ: organ ?? '' } },
        { signal },
      ),
  })
}

/** One act: where it is sent and what, with the version that the person was looking at, where they looked at the matter. */
export interface SupervisionAct {
  readonly matter: string
  readonly segment: string
  readonly body: object
  readonly version?: number
}

type Endpoint = typeof supervision.openOrder

/** One key for one intended act: sending the same again after a lost answer does it once. */
function useOneKey() {
  const kept = useRef({ said: '', key: '' })
  return (body: object) => {
    const said = JSON.stringify(body)
    if (kept.current.said !== said) kept.current = { said, key: newIdempotencyKey() }
    return kept.current.key
  }
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useSupervisionAct() {
  const client = useQueryClient()
  const keyOf = useOneKey()
  return useMutation({
    mutationFn: ({ matter, segment, body, version }: SupervisionAct) =>
      call<Endpoint>(
        'POST',
        `/api/supervision/matters/:matter/${segment}` as Endpoint['path'],
        { params: { matter }, body } as never,
        {
          ...(version === undefined ? {} : { version }),
          idempotencyKey: keyOf({ matter, segment, body }),
        },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export function useBegin() {
  const client = useQueryClient()
  const keyOf = useOneKey()
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof supervision.beginSupervision>('POST', '/api/supervision/matters', { body } as never, {
        idempotencyKey: keyOf(body),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export function useRereadSupervision() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [all] })
}
