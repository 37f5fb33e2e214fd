/** Help in hardship: reading it, telling of it, and writing down what becomes of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../mediation/relief/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type { ReliefActionView, ReliefView } from '../../../mediation/relief/contract.ts'

const all = 'relief'

export function useReliefOf(petition: string) {
  return useQuery({
    queryKey: [all, 'of', petition],
    queryFn: ({ signal }) =>
      call<typeof wire.reliefOfPetition>('GET', '/api/relief-lines', { query: { petition } } as never, { signal }),
  })
}

export function useTelling() {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.tellOfRelief>('POST', '/api/relief', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

/** One act, with the version that the person was looking at. */
export interface ReliefAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

export function useReliefAct(relief: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: ReliefAct) =>
      call<typeof wire.recordHelp>(
        'POST',
        `/api/relief/:relief/${action}` as '/api/relief/:relief/help',
        { params: { relief }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
