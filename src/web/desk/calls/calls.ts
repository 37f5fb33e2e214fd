/** Reading calls for suggestions, writing them, and acting on one. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../coordination/calls/contract.ts'
import type { Input } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call as ask } from '../api.ts'

export type { CallRowView as CallRow, CallView } from '../../../coordination/calls/contract.ts'
export type CallBody = Input<typeof wire.draftCall>['body']

const all = 'calls'

export function useOwnCalls() {
  return useInfiniteQuery({
    queryKey: [all, 'own'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask<typeof wire.listOwnCalls>(
        'GET',
        '/api/own-calls',
        { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** What anybody can answer now, for the window. */
export function useOpenCalls(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'open'],
    enabled: isWanted,
    queryFn: async ({ signal }) =>
      (await ask<typeof wire.listCalls>('GET', '/api/calls', { query: { limit: 100 } } as never, { signal })).items,
  })
}

export function useCall(call: string) {
  return useQuery({
    queryKey: [all, 'one', call],
    enabled: call !== '',
    queryFn: ({ signal }) =>
      ask<typeof wire.readOwnCall>('GET', '/api/own-calls/:call', { params: { call } }, { signal }),
  })
}

export interface CallAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useCallAct(call: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: CallAct) =>
      ask<typeof wire.submitCall>(
        'POST',
        `/api/own-calls/:call/${action}` as '/api/own-calls/:call/submit',
        { params: { call }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export function useDraftCall() {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: CallBody) =>
      ask<typeof wire.draftCall>('POST', '/api/own-calls', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
