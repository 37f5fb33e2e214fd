/** Reading secondments, and what is done with them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../../workforce/secondments/contract.ts'
import { newIdempotencyKey } from '../../../shared/api.ts'
import { call } from '../../api.ts'

export type { SecondmentRowView, SecondmentsView, SecondmentView } from '../../../../workforce/secondments/contract.ts'

export const secondmentLists = ['proposed', 'serving', 'over'] as const
export type SecondmentList = (typeof secondmentLists)[number]

const all = 'secondments'
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listSecondments>('GET', '/api/workforce/secondments', { query } as never, { signal })

export function useSecondments(list: SecondmentList) {
  return useInfiniteQuery({
    queryKey: [all, 'list', list],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed({ list, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** What stands on each shelf, whether the reader may propose one, and to which bureaus. */
export function useSecondmentDesk() {
  return useQuery({ queryKey: [all, 'desk'], queryFn: ({ signal }) => listed({ limit: 1 }, signal) })
}

export function useSecondment(secondment: string) {
  return useQuery({
    queryKey: [all, 'one', secondment],
    enabled: secondment !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readSecondment>(
        'GET',
        '/api/workforce/secondments/:secondment',
        { params: { secondment } },
        { signal },
      ),
  })
}

export function useProposing() {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.proposeSecondment>('POST', '/api/workforce/secondments', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface SecondmentAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

export function useSecondmentAct(secondment: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: SecondmentAct) =>
      call<typeof wire.recordReturn>(
        'POST',
        `/api/workforce/secondments/:secondment/${action}` as never,
        { params: { secondment }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
