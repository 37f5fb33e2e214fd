/** Reading who answers for what and what is about to go wrong, and writing it down. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../assessment/responsibility/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type {
  GapView as Gap,
  HeldView as Held,
  MapRow,
  WarningView as Warning,
} from '../../../assessment/responsibility/contract.ts'
export type MapStanding = keyof Received<typeof wire.readMap>['standings']
export type WarnedCase = Received<typeof wire.readWarnedCases>['items'][number]
export type OrganResponsibility = Received<typeof wire.readResponsibility>

const all = 'responsibility'

/** The organs of an area that have come so far. */
export function useMap(organ: string, which: MapStanding) {
  return useInfiniteQuery({
    queryKey: [all, 'map', organ, which],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.readMap>(
        'GET',
        '/api/responsibility',
        { query: { organ, which, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useOrganResponsibility(organ: string) {
  return useQuery({
    queryKey: [all, 'one', organ],
    queryFn: ({ signal }) =>
      call<typeof wire.readResponsibility>('GET', '/api/responsibility/:organ', { params: { organ } }, { signal }),
  })
}

export function useWarnings(organ: string, days: number) {
  return useQuery({
    queryKey: [all, 'warnings', organ, days],
    queryFn: ({ signal }) =>
      call<typeof wire.readWarnings>('GET', '/api/warnings', { query: { organ, days } }, { signal }),
  })
}

/** The days between which the matters behind a warning end. */
export interface Behind {
  readonly organ: string
  readonly source: string
  readonly rule: string
  readonly from: string
  readonly through: string
}

export function useWarnedCases(behind: Behind) {
  return useInfiniteQuery({
    queryKey: [all, 'cases', behind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.readWarnedCases>(
        'GET',
        '/api/warnings/cases',
        { query: { ...behind, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } as never },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export interface Recording {
  readonly role: string
  readonly holder: { readonly account: string } | { readonly name: string; readonly office: string | null }
  readonly scope: { readonly area: string | null; readonly category: string | null }
  readonly from: string
  readonly until: string | null
}

export function useRecording(organ: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: Recording) =>
      call<typeof wire.recordResponsibility>(
        'POST',
        '/api/responsibility/:organ',
        { params: { organ }, body: body as never },
        { idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export function useEnding(organ: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ ref, until }: { readonly ref: string; readonly until: string }) =>
      call<typeof wire.endResponsibility>(
        'POST',
        '/api/responsibility/:organ/:ref/end',
        { params: { organ, ref }, body: { until } },
        { idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
