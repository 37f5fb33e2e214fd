/** Other ways of the law: reading them, explaining one, and writing down what becomes of it. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../mediation/referrals/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type {
  ReferralActionView,
  ReferralLineView as ReferralLine,
  ReferralView,
} from '../../../mediation/referrals/contract.ts'
export const shelves = ['due', 'going', 'done'] as const
export type Shelf = (typeof shelves)[number]

const all = 'referrals'
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listReferrals>('GET', '/api/referrals', { query } as never, { signal })

export function useReferrals(shelf: Shelf) {
  return useInfiniteQuery({
    queryKey: [all, 'list', shelf],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed({ shelf, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useReferralCounts() {
  return useQuery({
    queryKey: [all, 'counts'],
    queryFn: async ({ signal }) => (await listed({ limit: 1 }, signal)).counts,
  })
}

export function useReferralsOf(petition: string, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'of', petition],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      call<typeof wire.referralsOfPetition>('GET', '/api/referral-lines', { query: { petition } } as never, { signal }),
  })
}

export function useReferral(referral: string) {
  return useQuery({
    queryKey: [all, 'one', referral],
    enabled: referral !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readReferral>('GET', '/api/referrals/:referral', { params: { referral } }, { signal }),
  })
}

/** Tells somebody of another way, and reads again whatever may have changed by it. */
export function useExplaining() {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.explainReferral>('POST', '/api/referrals', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

/** One act: what is sent and where, with the version that the person was looking at. */
export interface ReferralAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

export function useReferralAct(referral: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: ReferralAct) =>
      call<typeof wire.closeReferral>(
        'POST',
        `/api/referrals/:referral/${action}` as '/api/referrals/:referral/close',
        { params: { referral }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
