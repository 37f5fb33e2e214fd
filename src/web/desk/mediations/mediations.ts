/** Reading mediations, and acting in them. */
import { useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as acting from '../../../mediation/mediations/acting-contract.ts'
import type * as wire from '../../../mediation/mediations/contract.ts'
import type { MediationView } from '../../../mediation/mediations/views.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type { MediationRowView, MediationView } from '../../../mediation/mediations/views.ts'

export type Listed = Received<typeof wire.listMediations>
export type Part = Listed['counts'][number]['part']
export type Shelf = Listed['counts'][number]['shelf']
export type MediationActionView = MediationView['actions'][number]

/** In the order in which a mediation goes, which is the order in which something has to be done about it. */
export const shelves = [
  ...(['session', 'requested', 'signing', 'following', 'confirming', 'asking', 'mediating', 'done'] as const),
] satisfies readonly Shelf[]
/** What asks for something today, first what happens at an hour. */
export const waiting = shelves.filter((shelf) => shelf !== 'done')

const all = 'mediations'

const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listMediations>('GET', '/api/mediations', { query } as never, { signal })

export function useMediations(part: Part, shelf: Shelf) {
  return useInfiniteQuery({
    queryKey: [all, 'list', part, shelf],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed({ part, shelf, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** The first few of every shelf on which something waits: what must be done now. */
const fewOfEach = 10

export function useWaiting(counted: Listed | undefined) {
  return useQueries({
    queries: waiting
      .filter((shelf) => countOn(counted, 'holder', shelf) > 0)
      .map((shelf) => ({
        queryKey: [all, 'few', shelf],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          listed({ part: 'holder', shelf, limit: fewOfEach }, signal),
      })),
    combine: (answers) => ({
      rows: answers.flatMap(({ data }) => data?.items ?? []),
      isPending: answers.some(({ isPending }) => isPending),
      error: answers.find(({ isError }) => isError)?.error ?? null,
    }),
  })
}

const countedEveryMs = 120_000

export function useMediationCounts(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'counts'],
    enabled: isWanted,
    refetchInterval: countedEveryMs,
    queryFn: ({ signal }) => listed({ limit: 1 }, signal),
  })
}

export const countOn = (counted: Listed | undefined, part: Part, shelf: Shelf): number =>
  counted?.counts.find((each) => each.part === part && each.shelf === shelf)?.count ?? 0

type Act = MediationActionView['action']

/** Under which heading an act stands on the page, so that each is found in its place every day: what moves it on stands first. */
export const actGroups = {
  next: ['take-up', 'decline', 'interest', 'record-session', 'sign', 'seal', 'follow-up', 'application', 'confirmed'],
  parties: ['answer', 'openness', 'performance', 'confirmation', 'inform', 'hand-key', 'add-party'],
  people: ['mediator', 'exclude', 'guest', 'session', 'cancel-session'],
  rest: ['agreement', 'oral', 'close', 'more-time', 'escalation', 'end'],
} as const satisfies Readonly<Record<string, readonly Act[]>>

/** What the organ itself has to do next: not what it waits for. */
const ours = ['requested', 'session', 'signing', 'following', 'confirming'] as const satisfies readonly Shelf[]
export const waitingInMediation = (counted: Listed | undefined): number =>
  ours.reduce((sum, shelf) => sum + countOn(counted, 'holder', shelf), 0)

export const lateOn = (counted: Listed | undefined, part: Part, shelf: Shelf): number =>
  counted?.counts.find((each) => each.part === part && each.shelf === shelf)?.late ?? 0

/** Those of one petition or one dispute in which the organ has a part. */
export function useMediationsOf(of: { readonly petition?: string; readonly dispute?: string }, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'of', of],
    enabled: isWanted,
    queryFn: async ({ signal }) =>
      (await call<typeof wire.listMediationsOf>('GET', '/api/mediations-of', { query: of } as never, { signal })).items,
  })
}

export function useMediation(mediation: string) {
  return useQuery({
    queryKey: [all, 'one', mediation],
    enabled: mediation !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readMediation>('GET', '/api/mediations/:mediation', { params: { mediation } }, { signal }),
  })
}

/** Which kinds there are, and who holds them around the organ. */
export function usePrepared() {
  return useQuery({
    queryKey: [all, 'prepared'],
    queryFn: ({ signal }) => call<typeof wire.prepareMediation>('GET', '/api/mediation-draft', {}, { signal }),
  })
}

export type Opened = Received<typeof wire.openMediation>

export function useOpening() {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.openMediation>('POST', '/api/mediations', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

/** One act: what is sent and where, with the version that the person was looking at. */
export interface MediationAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

/** What an act may bring that is shown once. */
export interface HandedKey {
  readonly reference?: string | null
  readonly key?: string | null
}

export function useMediationAct(mediation: string) {
  const client = useQueryClient()
  // one for as long as the dialogue is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: MediationAct) =>
      call<typeof acting.takeUpMediation>(
        'POST',
        `/api/mediations/:mediation/${action}` as '/api/mediations/:mediation/take-up',
        { params: { mediation }, body } as never,
        { version, idempotencyKey },
      ) as Promise<HandedKey>,
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
