/** Reading reception days and bookings, and acting on them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../leadership/reception/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type {
  BookingRowView,
  BookingView,
  DeskDay,
  LeaderGapView,
  ReceptionView,
} from '../../../leadership/reception/contract.ts'
export type Gaps = Received<typeof wire.receptionGaps>
export type Draft = Received<typeof wire.prepareReception>
export type Made = Received<typeof wire.bookAtWindow>

const all = 'receptions'

export function useReceptions(from: string, until: string, isWanted = true) {
  return useQuery({
    queryKey: [all, 'list', from, until],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      call<typeof wire.listReceptions>('GET', '/api/receptions', { query: { from, until } } as never, { signal }),
  })
}

export function useGaps(month: string) {
  return useQuery({
    queryKey: [all, 'gaps', month],
    queryFn: ({ signal }) =>
      call<typeof wire.receptionGaps>('GET', '/api/reception-gaps', { query: { month } }, { signal }),
  })
}

export function useDraft(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'draft'],
    enabled: isWanted,
    queryFn: ({ signal }) => call<typeof wire.prepareReception>('GET', '/api/reception-draft', {}, { signal }),
  })
}

const lookEveryMs = 15_000

/** The list of the day is worked at several windows at once. */
export function useReception(reception: string) {
  return useQuery({
    queryKey: [all, 'one', reception],
    refetchInterval: lookEveryMs,
    queryFn: ({ signal }) =>
      call<typeof wire.readReception>('GET', '/api/receptions/:reception', { params: { reception } }, { signal }),
  })
}

export function useBooking(booking: string) {
  return useQuery({
    queryKey: [all, 'booking', booking],
    queryFn: ({ signal }) =>
      call<typeof wire.readBooking>('GET', '/api/bookings/:booking', { params: { booking } }, { signal }),
  })
}

export interface Act {
  readonly action: string
  readonly body: object
  readonly version?: number
}

/** One for as long as the dialogue is open, so that an act whose answer was lost is carried out once. */
function useActing<Answer>(send: (act: Act, idempotencyKey: string) => Promise<Answer>) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (act: Act) => send(act, idempotencyKey),
    onSettled: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

const options = (version: number | undefined, idempotencyKey: string) => ({
  idempotencyKey,
  ...(version === undefined ? {} : { ifMatch: version }),
})

export const usePlanning = () =>
  useActing(({ body }, key) =>
    call<typeof wire.planReception>('POST', '/api/receptions', { body } as never, options(undefined, key)),
  )

export const useReceptionAct = (reception: string) =>
  useActing(({ action, body, version }, key) =>
    call<typeof wire.cancelReception>(
      'POST',
      `/api/receptions/:reception/${action}` as '/api/receptions/:reception/cancel',
      { params: { reception }, body } as never,
      options(version, key),
    ),
  )

export const useBookingAtWindow = (reception: string) =>
  useActing(({ body }, key) =>
    call<typeof wire.bookAtWindow>(
      'POST',
      '/api/receptions/:reception/bookings',
      { params: { reception }, body } as never,
      options(undefined, key),
    ),
  )

export const useBookingAct = (booking: string) =>
  useActing(({ action, body, version }, key) =>
    call<typeof wire.concludeTalk>(
      'POST',
      `/api/bookings/:booking/${action}` as '/api/bookings/:booking/result',
      { params: { booking }, body } as never,
      options(version, key),
    ),
  )
