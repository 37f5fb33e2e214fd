/** The window of a centre: its day, who came, and leading them on. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../mediation/intake/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type { IntakeRowView as IntakeRow, IntakeView } from '../../../mediation/intake/contract.ts'
export const stages = ['waiting', 'led'] as const
export type Stage = (typeof stages)[number]

const all = 'intakes'

export type CentreDay = Received<typeof wire.centreDay>

export function useCentreDay(isWanted = true) {
  return useQuery({
    queryKey: [all, 'day'],
    enabled: isWanted,
    queryFn: ({ signal }) => call<typeof wire.centreDay>('GET', '/api/centre-day', {} as never, { signal }),
  })
}

export function useIntakes(stage: Stage) {
  return useInfiniteQuery({
    queryKey: [all, 'list', stage],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listIntakes>(
        'GET',
        '/api/intakes',
        { query: { stage, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useVisitOf(began: string, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'of', began],
    enabled: isWanted,
    queryFn: ({ signal }) => call<typeof wire.visitOf>('GET', '/api/intake-of', { query: { began } }, { signal }),
  })
}

export function useIntake(intake: string) {
  return useQuery({
    queryKey: [all, 'one', intake],
    enabled: intake !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readIntake>('GET', '/api/intakes/:intake', { params: { intake } }, { signal }),
  })
}

export type Between = 'private' | 'authority' | 'inCourt'

export function useOffer(category: string, between: Between) {
  return useQuery({
    queryKey: [all, 'offer', category, between],
    queryFn: ({ signal }) =>
      call<typeof wire.offerFor>('GET', '/api/intake-offer', { query: { category, between } } as never, { signal }),
  })
}

export interface Slip {
  readonly intake: string
  readonly key: string
}

/** Takes somebody in. One key for as long as the dialog is open: a request whose answer was lost gives the same slip. */
export function useTaking(onSlip: (slip: Slip) => void) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.takeIn>('POST', '/api/intakes', { body } as never, { idempotencyKey }),
    onSuccess: (slip) => {
      onSlip(slip)
      return client.invalidateQueries({ queryKey: [all] })
    },
  })
}

export function useLeading(intake: string, version: number) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.leadOn>('POST', '/api/intakes/:intake/lead', { params: { intake }, body } as never, {
        version,
        idempotencyKey,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
