/** Reading exemplary cases, and what is done with them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../../insight/exemplary/contract.ts'
import { newIdempotencyKey } from '../../../shared/api.ts'
import { call } from '../../api.ts'

export type { BesideView, ExemplaryRowView, ExemplaryView } from '../../../../insight/exemplary/contract.ts'

export const exemplaryLists = ['toRead', 'pending', 'published', 'withdrawn'] as const
export type ExemplaryList = (typeof exemplaryLists)[number]

const all = 'exemplary'
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listExemplary>('GET', '/api/insight/exemplary', { query } as never, { signal })

export function useExemplaries(list: ExemplaryList) {
  return useInfiniteQuery({
    queryKey: [all, 'list', list],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed({ list, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useExemplary(exemplary: string) {
  return useQuery({
    queryKey: [all, 'one', exemplary],
    enabled: exemplary !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readExemplary>(
        'GET',
        '/api/insight/exemplary/:exemplary',
        { params: { exemplary } },
        { signal },
      ),
  })
}

export function useBeside(petition: string, isAsked: boolean) {
  return useQuery({
    queryKey: [all, 'beside', petition],
    enabled: isAsked,
    queryFn: ({ signal }) =>
      call<typeof wire.exemplaryBeside>('GET', '/api/insight/exemplary-beside', { query: { petition } } as never, {
        signal,
      }),
  })
}

export function useProposing() {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.proposeExemplary>('POST', '/api/insight/exemplary', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface ExemplaryAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

export function useExemplaryAct(exemplary: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: ExemplaryAct) =>
      call<typeof wire.withdrawExemplary>(
        'POST',
        `/api/insight/exemplary/:exemplary/${action}` as never,
        { params: { exemplary }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface Using {
  readonly exemplary: string
  readonly helped?: boolean
}

export function useUsing(petition: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (using: Using) =>
      call<typeof wire.recordUse>('POST', '/api/insight/exemplary-uses', { body: { petition, ...using } } as never),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
