/** Reading structure and trend. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type * as wire from '../../../insight/trends/contract.ts'
import { call } from '../api.ts'

export type {
  AgeingView,
  ContributionView,
  MonthView,
  PartsView,
  TrendCrossView,
  TrendRateView,
  TrendsView,
} from '../../../insight/trends/contract.ts'

type Query = Readonly<Record<string, string>>
const all = 'trends'
const freshMs = 30_000

export function useTrends(query: Query) {
  return useQuery({
    queryKey: [all, 'structure', query],
    staleTime: freshMs,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.readTrends>('GET', '/api/insight/trends', { query: query as never }, { signal }),
  })
}

export function useMonths(query: Query) {
  return useQuery({
    queryKey: [all, 'months', query],
    staleTime: freshMs,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.readTrendMonths>('GET', '/api/insight/trends/months', { query: query as never }, { signal }),
  })
}

export function useRate(query: Query) {
  return useQuery({
    queryKey: [all, 'rate', query],
    staleTime: freshMs,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.readTrendRate>('GET', '/api/insight/trends/rate', { query: query as never }, { signal }),
  })
}

export function useCross(query: Query) {
  return useQuery({
    queryKey: [all, 'cross', query],
    staleTime: freshMs,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.readTrendCross>('GET', '/api/insight/trends/cross', { query: query as never }, { signal }),
  })
}

export function useCases(query: Query) {
  return useInfiniteQuery({
    queryKey: [all, 'cases', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listTrendCases>(
        'GET',
        '/api/insight/trends/cases',
        { query: { ...query, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } as never },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export const exportHref = (query: Query, table: string, format: 'csv' | 'xlsx'): string =>
  `/api/insight/trends/export?${new URLSearchParams({ ...query, table, format })}`
