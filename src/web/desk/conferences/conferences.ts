/** Reading conferences, their items and meetings, and acting on them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../coordination/conference/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'
import { conferencesEn } from '../locales/conferences-en.ts'
import { conferencesZh } from '../locales/conferences-zh.ts'
import { useLanguage } from '../locales/language.tsx'

export type {
  CirculationView,
  ConferenceEntry,
  DecisionView,
  ItemActionView,
  ItemRowView,
  ItemView,
  MeetingActionView,
  MeetingRowView,
  MeetingView,
  PeriodView,
  SeatView,
} from '../../../coordination/conference/contract.ts'
export type Roster = Received<typeof wire.readConference>

export const shelves = [
  ...(['toSign', 'followed', 'brought', 'accepted', 'circulated', 'placed', 'decided', 'sentBack', 'done'] as const),
] as const
export type Shelf = (typeof shelves)[number]

const all = 'conferences'

export const useConferenceWords = () => (useLanguage().language === 'en' ? conferencesEn : conferencesZh)

/** Those in which the organ sits, and those that it may bring something before. */
export function useConferences(isWanted = true) {
  return useQuery({
    queryKey: [all, 'list'],
    enabled: isWanted,
    queryFn: async ({ signal }) =>
      (await call<typeof wire.listConferences>('GET', '/api/conferences', {}, { signal })).items,
  })
}

export function useRoster(organ: string, candidatesIn: string | null) {
  return useQuery({
    queryKey: [all, 'roster', organ, candidatesIn],
    enabled: organ !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readConference>(
        'GET',
        '/api/conferences/:organ',
        { params: { organ }, query: candidatesIn ? { candidatesIn } : {} } as never,
        { signal },
      ),
  })
}

interface Wanted {
  readonly conference?: string
  readonly shelf?: Shelf
  readonly petition?: string
}
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listItems>('GET', '/api/conference-items', { query } as never, { signal })

export function useItems(wanted: Wanted) {
  return useInfiniteQuery({
    queryKey: [all, 'items', wanted],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed({ ...wanted, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** What was brought about one petition, as far as it is the viewer's to know. */
export function useItemsOf(petition: string, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'of', petition],
    enabled: isWanted,
    queryFn: async ({ signal }) => (await listed({ petition, limit: 20 }, signal)).items,
  })
}

export function useMeetings(conference: string) {
  return useQuery({
    queryKey: [all, 'meetings', conference],
    enabled: conference !== '',
    queryFn: async ({ signal }) =>
      (
        await call<typeof wire.listMeetings>('GET', '/api/meetings', { query: { conference, limit: 50 } } as never, {
          signal,
        })
      ).items,
  })
}

export function useItem(item: string) {
  return useQuery({
    queryKey: [all, 'item', item],
    enabled: item !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readItem>('GET', '/api/conference-items/:item', { params: { item } }, { signal }),
  })
}

export function useMeeting(meeting: string) {
  return useQuery({
    queryKey: [all, 'meeting', meeting],
    enabled: meeting !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readMeeting>('GET', '/api/meetings/:meeting', { params: { meeting } }, { signal }),
  })
}

/** One act: what is sent, with the version that the person was looking at; null from a list, which shows none. */
export interface Act {
  readonly action: string
  readonly body: object
  readonly version: number | null
}
const from = (version: number | null) => (version === null ? {} : { version })

/** Carries something out once, however often the answer is lost, and reads again what may have changed. */
function useOnce<Sent, Answer>(send: (sent: Sent, idempotencyKey: string) => Promise<Answer>) {
  const client = useQueryClient()
  const [idempotencyKey, renew] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (sent: Sent) => send(sent, idempotencyKey),
    onSettled: () => renew(newIdempotencyKey()),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export const useItemAct = (item: string) =>
  useOnce(({ action, body, version }: Act, idempotencyKey) =>
    call<typeof wire.acceptItem>(
      'POST',
      `/api/conference-items/:item/${action}` as '/api/conference-items/:item/accept',
      { params: { item }, body } as never,
      { ...from(version), idempotencyKey },
    ),
  )

export const useMeetingAct = (meeting: string) =>
  useOnce(({ action, body, version }: Act, idempotencyKey) =>
    call<typeof wire.conveneMeeting>(
      'POST',
      `/api/meetings/:meeting/${action}` as '/api/meetings/:meeting/convene',
      { params: { meeting }, body } as never,
      { ...from(version), idempotencyKey },
    ),
  )

export const useBringing = () =>
  useOnce((body: object, idempotencyKey) =>
    call<typeof wire.bringItem>('POST', '/api/conference-items', { body } as never, { idempotencyKey }),
  )

export const usePlanning = () =>
  useOnce((body: object, idempotencyKey) =>
    call<typeof wire.planMeeting>('POST', '/api/meetings', { body } as never, { idempotencyKey }),
  )

export const useSeating = (organ: string) =>
  useOnce((body: object, idempotencyKey) =>
    call<typeof wire.seatMember>('POST', '/api/conferences/:organ/seats', { params: { organ }, body } as never, {
      idempotencyKey,
    }),
  )

export const useEndingSeat = (organ: string) =>
  useOnce(({ ref, until }: { readonly ref: string; readonly until: string }, idempotencyKey) =>
    call<typeof wire.endSeat>(
      'POST',
      '/api/conferences/:organ/seats/:ref/end',
      { params: { organ, ref }, body: { until } } as never,
      { idempotencyKey },
    ),
  )
