/** Reading early warnings, and answering one. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../prevention/warnings/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type { BehindView, WarningRowView, WarningView } from '../../../prevention/warnings/contract.ts'
export const warningLists = ['open', 'reading', 'done'] as const
export type WarningList = (typeof warningLists)[number]

const all = 'warnings'
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listWarnings>('GET', '/api/early-warnings', { query } as never, { signal })

export function useWarnings(list: WarningList) {
  return useInfiniteQuery({
    queryKey: [all, 'list', list],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed({ list, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

const countedEveryMs = 120_000

/** What waits to be answered, for the navigation and the lists, and the last night on which it was looked. */
export function useWarningDesk(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'counts'],
    enabled: isWanted,
    refetchInterval: countedEveryMs,
    queryFn: ({ signal }) => listed({ limit: 1 }, signal),
  })
}

export function useWarning(warning: string) {
  return useQuery({
    queryKey: [all, 'one', warning],
    enabled: warning !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readWarning>('GET', '/api/early-warnings/:warning', { params: { warning } }, { signal }),
  })
}

export function useBehind(warning: string) {
  return useInfiniteQuery({
    queryKey: [all, 'behind', warning],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listBehindWarning>(
        'GET',
        '/api/early-warnings/:warning/matters',
        { params: { warning }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export interface WarningAnswer {
  readonly body: { readonly outcome: string; readonly words: string }
  readonly version: number
}

export function useAnswer(warning: string) {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ body, version }: WarningAnswer) =>
      call<typeof wire.answerWarning>(
        'POST',
        '/api/early-warnings/:warning/answer',
        { params: { warning }, body } as never,
        {
          version,
          idempotencyKey,
        },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
