/** Bulletins of the office and those that came to it: reading, drafting, and every act on one. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Received } from '../../../platform/http/endpoint.ts'
import type * as bulletin from '../../../supervision/bulletins/contract.ts'
import type { BulletinBlockView } from '../../../supervision/bulletins/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'
import { bulletinsEn } from '../locales/bulletins-en.ts'
import { bulletinsZh } from '../locales/bulletins-zh.ts'
import { useLanguage } from '../locales/language.tsx'

export type {
  BulletinBlockView as BlockView,
  BulletinRowView as BulletinRow,
  BulletinView,
  CountedView,
  TrendsView,
} from '../../../supervision/bulletins/contract.ts'
export type Desk = Received<typeof bulletin.readDesk>
export type Choice = Desk['kinds'][number]
export type Kind = Choice['kind']
export type Owed = Desk['owed'][number]
export type Part = NonNullable<Extract<BulletinBlockView, { is: 'text' }>['part']>

export const tabs = ['toRead', 'read', 'draft', 'submitted', 'issued', 'withdrawn'] as const
export type Tab = (typeof tabs)[number]
export const isTab = (text: string | null): text is Tab => tabs.includes(text as Tab)
const isInbox = (tab: Tab): tab is 'toRead' | 'read' => tab === 'toRead' || tab === 'read'

const all = 'bulletins'

export const useBulletinWords = () => (useLanguage().language === 'en' ? bulletinsEn : bulletinsZh)

export function useBulletins(tab: Tab, kind: Kind | null) {
  return useInfiniteQuery({
    queryKey: [all, 'list', tab, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) }
      return isInbox(tab)
        ? call<typeof bulletin.listReceived>(
            'GET',
            '/api/bulletins/received',
            { query: { which: tab, ...query } },
            { signal },
          )
        : call<typeof bulletin.listBulletins>('GET', '/api/bulletins', { query: { which: tab, ...query } }, { signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

const countedEveryMs = 120_000

/** What one may begin here, and what waits. */
export function useBulletinDesk(isWanted = true) {
  return useQuery({
    queryKey: [all, 'desk'],
    enabled: isWanted,
    refetchInterval: countedEveryMs,
    queryFn: ({ signal }) => call<typeof bulletin.readDesk>('GET', '/api/bulletins/desk', {}, { signal }),
  })
}

export function useBulletin(id: string) {
  return useQuery({
    queryKey: [all, 'one', id],
    queryFn: ({ signal }) =>
      call<typeof bulletin.readBulletin>('GET', '/api/bulletins/:bulletin', { params: { bulletin: id } }, { signal }),
    // somebody may be writing: what they wrote must not be exchanged under their hands
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (state.data?.paper && state.data.number === null ? 1500 : false),
  })
}

export function usePreview(id: string, version: number, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'preview', id, version],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      call<typeof bulletin.previewBulletin>(
        'GET',
        '/api/bulletins/:bulletin/preview',
        { params: { bulletin: id }, query: {} },
        { signal },
      ),
    refetchOnWindowFocus: false,
  })
}

/** The petitions behind one line, as far as they are the reader's to see. */
export function useBehind(id: string, line: { readonly figure: string; readonly code: string } | null) {
  return useInfiniteQuery({
    queryKey: [all, 'behind', id, line?.figure, line?.code],
    enabled: line !== null,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof bulletin.readBehind>(
        'GET',
        '/api/bulletins/:bulletin/behind',
        { params: { bulletin: id }, query: { ...line, ...(pageParam ? { after: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useDrafting() {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof bulletin.draftBulletin>('POST', '/api/bulletins', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface BulletinAct {
  readonly verb: string
  readonly body: object
  readonly version: number
}

/** One act; the version is the one that the person was looking at. */
export function useBulletinAct(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ verb, body, version }: BulletinAct) =>
      call<typeof bulletin.submitBulletin>(
        'POST',
        `/api/bulletins/:bulletin/${verb}` as never,
        { params: { bulletin: id }, body } as never,
        // each saving is an act of its own
        { version, idempotencyKey: newIdempotencyKey() },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
