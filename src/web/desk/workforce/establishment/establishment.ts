/** Reading establishments, and what is written down of them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../../workforce/establishment/contract.ts'
import { newIdempotencyKey } from '../../../shared/api.ts'
import { call } from '../../api.ts'

export type {
  AllotmentView,
  EstablishmentView,
  HolderView,
  MixView,
  OrganRow,
  PostView,
} from '../../../../workforce/establishment/contract.ts'

const all = 'establishment'

export function useEstablishments() {
  return useInfiniteQuery({
    queryKey: [all, 'list'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listEstablishments>(
        'GET',
        '/api/workforce/establishment',
        { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useEstablishment(organ: string) {
  return useQuery({
    queryKey: [all, 'one', organ],
    enabled: organ !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readEstablishment>(
        'GET',
        '/api/workforce/establishment/:organ',
        { params: { organ } } as never,
        { signal },
      ),
  })
}

/** What is posted under the allotments of an organ: a new one, or that one is taken back. */
export function useEstablishmentAct(organ: string) {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ ref, body }: { readonly ref: string | null; readonly body: object }) =>
      call<typeof wire.allotPosts>(
        'POST',
        `/api/workforce/establishment/:organ/allotments${ref === null ? '' : '/:ref/withdraw'}` as never,
        { params: { organ, ...(ref === null ? {} : { ref }) }, body } as never,
        { idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
