/** Letters before leaders: reading them, laying them there, and acting on one. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays } from '../../../kernel/day.ts'
import type * as wire from '../../../leadership/reading/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { call } from '../api.ts'

export type {
  ReadingActionView,
  ReadingRowView as ReadingRow,
  ReadingView,
} from '../../../leadership/reading/contract.ts'
export const stages = ['proposed', 'read', 'instructed', 'returned', 'recalled'] as const
export type Stage = (typeof stages)[number]
export type Part = 'leader' | 'bureau'
export type Template = Received<typeof wire.readReading>['templates'][number]

const all = 'readings'
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listReadings>('GET', '/api/readings', { query } as never, { signal })

export function useReadings(part: Part, stage: Stage, q: string) {
  return useInfiniteQuery({
    queryKey: [all, 'list', part, stage, q],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed({ part, limit: 50, ...(q ? { q } : { stage }), ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** What was laid before leaders of one petition, by the office of whoever looks. */
export function useReadingsOf(petition: string, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'of', petition],
    enabled: isWanted,
    queryFn: async ({ signal }) => (await listed({ part: 'bureau', petition, limit: 20 }, signal)).items,
  })
}

const countedEveryMs = 120_000

/** What asks for something, for the navigation and the shelves. */
export function useReadingCounts(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'counts'],
    enabled: isWanted,
    refetchInterval: countedEveryMs,
    queryFn: async ({ signal }) => (await listed({ part: 'leader', stage: 'proposed', limit: 1 }, signal)).counts,
  })
}

type Counts = ReturnType<typeof useReadingCounts>['data']
export const countOn = (counts: Counts, part: Part, stage: Stage): number =>
  counts?.find((each) => each.part === part && each.stage === stage)?.count ?? 0

/** The letters that wait for whoever is signed in, the first wanted first: a few are enough to go from one to the next. */
export function useQueue(isWanted = true) {
  return useQuery({
    queryKey: [all, 'queue'],
    enabled: isWanted,
    queryFn: async ({ signal }) => (await listed({ part: 'leader', stage: 'proposed', limit: 20 }, signal)).items,
  })
}

export function useReading(reading: string) {
  return useQuery({
    queryKey: [all, 'one', reading],
    enabled: reading !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readReading>('GET', '/api/readings/:reading', { params: { reading } }, { signal }),
    // somebody may be writing an instruction
    refetchOnWindowFocus: false,
  })
}

export function usePrepared(petition: string, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'prepared', petition],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      call<typeof wire.prepareReading>('GET', '/api/reading-draft', { query: { petition } } as never, { signal }),
  })
}

const paceDays = 90

export function usePace(part: Part) {
  const until = todayInBeijing()
  const from = addDays(until, -paceDays)
  return useQuery({
    queryKey: [all, 'pace', part, until],
    queryFn: async ({ signal }) =>
      (await call<typeof wire.readPace>('GET', '/api/reading-pace', { query: { part, from, until } }, { signal }))
        .items,
  })
}

/** Lays a letter before a leader. */
export function useLaying() {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.proposeReading>('POST', '/api/readings', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

/** One act: what is sent and where, with the version that the person was looking at. */
export interface ReadingAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useReadingAct(reading: string) {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: ReadingAct) =>
      call<typeof wire.markRead>(
        'POST',
        `/api/readings/:reading/${action}` as '/api/readings/:reading/mark-read',
        { params: { reading }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [all] })
      await client.invalidateQueries({ queryKey: ['tasks'] })
    },
  })
}
