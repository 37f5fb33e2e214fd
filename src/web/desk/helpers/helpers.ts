/** Reading rosters and engagements, and acting on them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../coordination/helpers/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type { EngagementView, HelperView } from '../../../coordination/helpers/contract.ts'

const all = 'helpers'

export interface HelperFilter {
  readonly kind?: string | undefined
  readonly skill?: string | undefined
  readonly place?: string | undefined
  readonly state?: string | undefined
}

export function useHelpers(filter: HelperFilter) {
  return useInfiniteQuery({
    queryKey: [all, 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listHelpers>(
        'GET',
        '/api/helpers',
        { query: { ...said(filter), limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

const said = (filter: object) => Object.fromEntries(Object.entries(filter).filter(([, value]) => Boolean(value)))

export function useEngagements(isOpen: boolean, isWanted: boolean) {
  return useInfiniteQuery({
    queryKey: [all, 'engagements', isOpen],
    enabled: isWanted,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listEngagements>(
        'GET',
        '/api/engagements',
        { query: { open: String(isOpen), limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useEngagementCounts(year: number) {
  return useQuery({
    queryKey: [all, 'counts', year],
    queryFn: async ({ signal }) =>
      (
        await call<typeof wire.countEngagements>('GET', '/api/engagement-counts', { query: { year } } as never, {
          signal,
        })
      ).items,
  })
}

export function useEngagementsOf(number: string, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'of', number],
    enabled: isWanted,
    queryFn: async ({ signal }) =>
      (
        await call<typeof wire.engagementsOfPetition>(
          'GET',
          '/api/petitions/:number/engagements',
          { params: { number } },
          { signal },
        )
      ).items,
  })
}

/** What somebody is invited to beside a petition. */
export type Beside =
  | { readonly kind: 'screening'; readonly screening: string; readonly area: string }
  | {
      readonly kind: 'mediation'
      readonly mediation: string
      readonly guests: readonly { readonly ref: string; readonly name: string }[]
    }

export const pathBeside = (of: Beside): string =>
  of.kind === 'screening'
    ? `/api/screenings/${of.screening}/engagements`
    : `/api/mediations/${of.mediation}/engagements`

export function useEngagementsBeside(of: Beside, isWanted: boolean) {
  const path = pathBeside(of)
  return useQuery({
    queryKey: [all, 'beside', path],
    enabled: isWanted,
    queryFn: async ({ signal }) =>
      (await call<typeof wire.engagementsOfScreening>('GET', path as never, {} as never, { signal })).items,
  })
}

/** What is sent to a path of this room; everything of the room is read anew after it. */
export interface Sent {
  readonly path: string
  readonly body: object
}

/** Once, however often it is sent until an answer comes. */
export function useHelping() {
  const client = useQueryClient()
  const [idempotencyKey, renew] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ path, body }: Sent) =>
      call('POST', path as never, { body } as never, { idempotencyKey }) as Promise<{
        key?: string
      }>,
    onSuccess: () => {
      renew(newIdempotencyKey())
      return client.invalidateQueries({ queryKey: [all] })
    },
  })
}
