/** Reading visits to villages, and acting on one. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../leadership/visits/contract.ts'
import type { readSummary } from '../../../petition/summary-contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { fullDay } from '../../shared/days.ts'
import type { Language } from '../../shared/language.ts'
import { call } from '../api.ts'

export type {
  VisitActionView,
  VisitCaseView,
  VisitEntryView,
  VisitRowView as VisitRow,
  VisitView,
} from '../../../leadership/visits/contract.ts'

export const shelves = ['ahead', 'following', 'done'] as const
export type Shelf = (typeof shelves)[number]
export type Whose = 'ours' | 'mine'

const all = 'visits'

export function useVisits(shelf: Shelf | 'all', whose: Whose, petition: string | null = null, isWanted = true) {
  return useInfiniteQuery({
    enabled: isWanted,
    queryKey: [all, 'list', shelf, whose, petition],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listVisits>(
        'GET',
        '/api/visits',
        { query: { shelf, whose, limit: 50, petition, cursor: pageParam } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export const readVisit = (visit: string, signal?: AbortSignal) =>
  call<typeof wire.readVisit>('GET', '/api/visits/:visit', { params: { visit } }, signal ? { signal } : {})

export function useVisit(visit: string) {
  return useQuery({ queryKey: [all, 'one', visit], queryFn: ({ signal }) => readVisit(visit, signal) })
}

export const readPrepared = (signal?: AbortSignal) =>
  call<typeof wire.prepareVisit>('GET', '/api/visit-plan', {}, signal ? { signal } : {})
export type Prepared = Awaited<ReturnType<typeof readPrepared>>

const lastSteps = 4

/** What is asked and what was last done, from what is recorded: a beginning for whoever writes a brief. */
export async function briefOf(number: string, language: Language): Promise<string> {
  const { asks, done } = await call<typeof readSummary>('GET', '/api/petitions/:number/summary', {
    params: { number },
  } as never)
  const claims = asks.map(({ text }, at) => (asks.length > 1 ? `${at + 1}. ${text}` : text))
  const steps = done
    .slice(-lastSteps)
    .map(({ on, name, organ, to }) =>
      [fullDay(on, language), name[language], (to ?? organ)?.[language] ?? ''].join(' '),
    )
  return [...claims, ...steps].join('\n').slice(0, 4000)
}

/** Who can go, and who can be asked to do what is agreed. */
export const usePrepared = () =>
  useQuery({ queryKey: [all, 'prepared'], queryFn: ({ signal }) => readPrepared(signal), staleTime: 60_000 })

export const useFrequency = () =>
  useQuery({
    queryKey: [all, 'frequency'],
    queryFn: ({ signal }) => call<typeof wire.readFrequency>('GET', '/api/visit-frequency', {}, { signal }),
  })

/** Saves a plan: a new one, or another for a visit that is there. Gives back which. */
export function useSaving(visit: { readonly id: string; readonly version: number } | null) {
  const client = useQueryClient()
  const [idempotencyKey, renew] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (plan: object) =>
      visit === null
        ? call<typeof wire.planVisit>('POST', '/api/visits', { body: { plan } } as never, { idempotencyKey })
        : call<typeof wire.editVisit>(
            'POST',
            '/api/visits/:visit/edit',
            { params: { visit: visit.id }, body: { plan } } as never,
            { version: visit.version, idempotencyKey },
          ),
    onSettled: () => renew(newIdempotencyKey()),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface VisitAct {
  readonly action: string
  readonly body: object
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useVisitAct(visit: string) {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body }: VisitAct) =>
      call<typeof wire.confirmVisit>(
        'POST',
        `/api/visits/:visit/${action}` as '/api/visits/:visit/confirm',
        { params: { visit }, body } as never,
        { idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

/** Where a sheet lies on a phone. */
export const sheetName = (visit: string): string => `visits/${visit}`

/** What is taken along. */
export interface Carried {
  readonly visit: wire.VisitView
  readonly organs: Prepared['organs']
}
