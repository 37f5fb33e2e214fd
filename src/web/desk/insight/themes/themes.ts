/** Reading governed themes, and what is done with them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../../insight/themes/contract.ts'
import { newIdempotencyKey } from '../../../shared/api.ts'
import { call } from '../../api.ts'

export type { ThemeRowView, ThemesView, ThemeView } from '../../../../insight/themes/contract.ts'

export const themeLists = ['governed', 'closed'] as const
export type ThemeList = (typeof themeLists)[number]

const all = 'themes'
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listThemes>('GET', '/api/insight/themes', { query } as never, { signal })

export function useThemes(list: ThemeList) {
  return useInfiniteQuery({
    queryKey: [all, 'list', list],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed({ list, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** What stands on each shelf, and whether the reader may govern one; with a topic, only what is governed of it. */
export function useThemeDesk(topic?: number) {
  const of = topic === undefined ? {} : { topic }
  return useQuery({
    queryKey: [all, 'desk', topic ?? null],
    queryFn: ({ signal }) => listed({ limit: 1, ...of }, signal),
  })
}

export function useTheme(theme: string) {
  return useQuery({
    queryKey: [all, 'one', theme],
    enabled: theme !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readTheme>('GET', '/api/insight/themes/:theme', { params: { theme } }, { signal }),
  })
}

export function useGoverning() {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.governTheme>('POST', '/api/insight/themes', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface ThemeAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

export function useThemeAct(theme: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: ThemeAct) =>
      call<typeof wire.closeTheme>(
        'POST',
        `/api/insight/themes/:theme/${action}` as never,
        { params: { theme }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
