/** Reading pilots, and what is done with them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../../insight/pilots/contract.ts'
import { newIdempotencyKey } from '../../../shared/api.ts'
import { call } from '../../api.ts'

export type { PilotRowView, PilotView } from '../../../../insight/pilots/contract.ts'

const all = 'pilots'

export function usePilots() {
  return useQuery({
    queryKey: [all, 'list'],
    queryFn: ({ signal }) => call<typeof wire.listPilots>('GET', '/api/insight/pilots', {} as never, { signal }),
  })
}

export function usePilot(pilot: string) {
  return useQuery({
    queryKey: [all, 'one', pilot],
    enabled: pilot !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readPilot>('GET', '/api/insight/pilots/:pilot', { params: { pilot } }, { signal }),
  })
}

export function useBeginning() {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.beginPilot>('POST', '/api/insight/pilots', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface PilotAct {
  readonly action: 'spread' | 'drop'
  readonly body: object
  readonly version: number
}

export function usePilotAct(pilot: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: PilotAct) =>
      call<typeof wire.dropPilot>(
        'POST',
        `/api/insight/pilots/:pilot/${action}` as never,
        { params: { pilot }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
