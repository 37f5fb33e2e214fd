/** Reading special working groups, founding them, and acting on them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../coordination/groups/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'
import { groupsEn } from '../locales/groups-en.ts'
import { groupsZh } from '../locales/groups-zh.ts'
import { useLanguage } from '../locales/language.tsx'

export type { GroupActionView, GroupRowView, GroupView } from '../../../coordination/groups/contract.ts'

export const groupShelves = ['working', 'termEnded', 'dissolved'] as const
export type GroupShelf = (typeof groupShelves)[number]

const all = 'working-groups'

export const useGroupWords = () => (useLanguage().language === 'en' ? groupsEn : groupsZh)

export function useGroups(shelf: GroupShelf) {
  return useInfiniteQuery({
    queryKey: [all, 'list', shelf],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listGroups>(
        'GET',
        '/api/working-groups',
        { query: { shelf, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useGroup(group: string) {
  return useQuery({
    queryKey: [all, 'one', group],
    enabled: group !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readGroup>('GET', '/api/working-groups/:group', { params: { group } }, { signal }),
  })
}

/** One act, with the version that the person was looking at. */
export interface GroupAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

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

export const useGroupAct = (group: string) =>
  useOnce(({ action, body, version }: GroupAct, idempotencyKey) =>
    call<typeof wire.dissolveGroup>(
      'POST',
      `/api/working-groups/:group/${action}` as '/api/working-groups/:group/dissolve',
      { params: { group }, body } as never,
      { version, idempotencyKey },
    ),
  )

export const useFounding = () =>
  useOnce((body: object, idempotencyKey) =>
    call<typeof wire.foundGroup>('POST', '/api/working-groups', { body } as never, { idempotencyKey }),
  )
