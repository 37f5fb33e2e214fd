/** Reading owned cases, and acting on one. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../leadership/ownership/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type {
  OwnershipActionView,
  OwnershipRowView as OwnershipRow,
  OwnershipView,
} from '../../../leadership/ownership/contract.ts'
export const shelves = ['proposed', 'open', 'over'] as const
export type Shelf = (typeof shelves)[number]
export type Whose = 'mine' | 'organ'

const all = 'ownerships'
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listOwnerships>('GET', '/api/ownerships', { query } as never, { signal })
type Listed = Awaited<ReturnType<typeof listed>>

export function useOwnerships(whose: Whose, shelf: Shelf, owner: string | null) {
  return useInfiniteQuery({
    queryKey: [all, 'list', whose, shelf, owner],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed(
        { whose, shelf, limit: 50, ...(owner ? { owner } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

const countedEveryMs = 120_000

/** What asks for something, for the menu and the shelves. */
export function useOwnershipCounts(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'counts'],
    enabled: isWanted,
    refetchInterval: countedEveryMs,
    queryFn: async ({ signal }) => (await listed({ limit: 1 }, signal)).counts,
  })
}

export const countOn = (counts: Listed['counts'] | undefined, whose: Whose, shelf: Shelf): number =>
  counts?.find((each) => each.whose === whose && each.shelf === shelf)?.count ?? 0

export function useLoads(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'loads'],
    enabled: isWanted,
    queryFn: async ({ signal }) =>
      (await call<typeof wire.readLoads>('GET', '/api/ownership-loads', {}, { signal })).items,
  })
}

export function useOwnership(petition: string) {
  return useQuery({
    queryKey: [all, 'one', petition],
    enabled: petition !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readOwnership>('GET', '/api/ownerships/:petition', { params: { petition } }, { signal }),
  })
}

/** Who could own it, with what they have already. */
export function useOwners(petition: string) {
  return useQuery({
    queryKey: [all, 'owners', petition],
    queryFn: async ({ signal }) =>
      (
        await call<typeof wire.prepareOwner>(
          'GET',
          '/api/ownerships/:petition/owners',
          { params: { petition } },
          { signal },
        )
      ).owners,
  })
}

/** Who handles petitions in an organ, for whoever may name one of them here. */
export function usePeople(petition: string, organ: string) {
  return useQuery({
    queryKey: [all, 'people', petition, organ],
    queryFn: async ({ signal }) =>
      (
        await call<typeof wire.preparePeople>(
          'GET',
          '/api/ownerships/:petition/people',
          { params: { petition }, query: { organ } },
          { signal },
        )
      ).people,
  })
}

export function useOwnershipOf(number: string) {
  return useQuery({
    queryKey: [all, 'of', number],
    queryFn: ({ signal }) =>
      call<typeof wire.ownershipOfPetition>(
        'GET',
        '/api/petitions/:number/ownership',
        { params: { number } },
        { signal },
      ),
  })
}

export function useProposing(petition: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ reason }: { readonly reason: string }) =>
      call<typeof wire.proposeOwnership>('POST', '/api/ownerships', { body: { petition, reason } } as never, {
        idempotencyKey,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

/** One act: what is sent and where, with the version that the person was looking at. */
export interface OwnershipAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useOwnershipAct(petition: string) {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: OwnershipAct) =>
      call<typeof wire.closeOwnership>(
        'POST',
        `/api/ownerships/:petition/${action}` as '/api/ownerships/:petition/close',
        { params: { petition }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: [all] }), client.invalidateQueries({ queryKey: ['tasks'] })]),
  })
}

/** An account in its organ, as one value of a list of choices. */
export const ownerKey = (organ: string, account: string): string => `${organ} ${account}`
