/** Reading one petition and acting on it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PetitionCommandPath } from '../../../petition/commands.ts'
import type { CommandBodyOf, readPetition } from '../../../petition/contract.ts'
import type { PetitionView } from '../../../petition/views.ts'
import type { EndpointDefinition } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type { PetitionView }
export type StaffCommand = Exclude<PetitionCommandPath, 'request-recusal' | 'object-to-erasure'>

const keyOf = (number: string) => ['petition', number] as const

export function usePetition(number: string) {
  return useQuery({
    queryKey: keyOf(number),
    queryFn: ({ signal }) =>
      call<typeof readPetition>('GET', '/api/petitions/:number', { params: { number } }, { signal }),
    // Opening it is noted for the petitioner, so it is not read again just because the window came to the front.
    refetchOnWindowFocus: false,
  })
}

export interface Act {
  readonly command: string
  readonly body: unknown
  /** What the person was looking at when they decided. */
  readonly version: number
  readonly idempotencyKey: string
}

type CommandEndpoint = EndpointDefinition & { readonly method: 'POST' }
export type BodyOf<S extends PetitionCommandPath> = CommandBodyOf<S>

/** Gives a command, and reads again whatever may have changed by it. */
export function useAct(number: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ command, body, version, idempotencyKey }: Act) =>
      call<CommandEndpoint>('POST', `/api/petitions/:number/${command}`, { params: { number }, body } as never, {
        version,
        idempotencyKey,
      }),
    onSuccess: async () => {
      void client.invalidateQueries({ queryKey: ['worklist'] })
      void client.invalidateQueries({ queryKey: ['register'] })
      void client.invalidateQueries({ queryKey: ['erasures'] })
      await client.invalidateQueries({ queryKey: keyOf(number) })
    },
  })
}

export const useRereadPetition = (number: string) => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keyOf(number) })
}

export { newIdempotencyKey }
