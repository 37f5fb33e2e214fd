/** Reading what becomes of suggestions, and acting on one. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../coordination/suggestions/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call as ask } from '../api.ts'

export type { SuggestionRowView as SuggestionRow, SuggestionView } from '../../../coordination/suggestions/contract.ts'

export interface Wanted {
  readonly call: string | null
  readonly stage: string | null
  readonly waits: boolean
}

const all = 'suggestions'

export function useSuggestions({ call, stage, waits }: Wanted) {
  return useInfiniteQuery({
    queryKey: [all, 'list', call, stage, waits],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask<typeof wire.listSuggestions>(
        'GET',
        '/api/suggestions',
        {
          query: {
            ...{ limit: 50, waits: String(waits) },
            ...(call ? { call } : {}),
            ...(stage ? { stage } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useSuggestion(suggestion: string) {
  return useQuery({
    queryKey: [all, 'one', suggestion],
    enabled: suggestion !== '',
    queryFn: ({ signal }) =>
      ask<typeof wire.readSuggestion>('GET', '/api/suggestions/:suggestion', { params: { suggestion } }, { signal }),
  })
}

export function useSuggestionOf(petition: string, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'of', petition],
    enabled: isWanted,
    queryFn: async ({ signal }) =>
      (await ask<typeof wire.suggestionOf>('GET', '/api/suggestion-of', { query: { petition } } as never, { signal }))
        .suggestion,
  })
}

export interface SuggestionAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useSuggestionAct(suggestion: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: SuggestionAct) =>
      ask<typeof wire.approveReward>(
        'POST',
        `/api/suggestions/:suggestion/${action}` as '/api/suggestions/:suggestion/approve-reward',
        { params: { suggestion }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: [all] }), client.invalidateQueries({ queryKey: ['tasks'] })]),
  })
}
