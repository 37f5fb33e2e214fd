/** Packs of law as the desk reads them: all of them, one whole, and the one in force at an organ. A pack never changes under its name. */
import { useQuery } from '@tanstack/react-query'
import type { lawInForce, listPacks, readPack } from '../../../petition/law-contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { call } from '../api.ts'

export type Pack = Received<typeof readPack>
export type PackHeader = Received<typeof listPacks>['items'][number]

const kept = { staleTime: Number.POSITIVE_INFINITY } as const

export const usePacks = () =>
  useQuery({
    queryKey: ['law'],
    ...kept,
    queryFn: ({ signal }) => call<typeof listPacks>('GET', '/api/law/packs', {}, { signal }),
  })

export const usePack = (pack: string | undefined) =>
  useQuery({
    queryKey: ['law', pack],
    ...kept,
    enabled: pack !== undefined,
    queryFn: ({ signal }) =>
      call<typeof readPack>('GET', '/api/law/packs/:pack', { params: { pack: pack ?? '' } }, { signal }),
  })

/** The law at an organ today; a day's change is seen with the next day's first look. */
export const useLawInForce = (organ: string) =>
  useQuery({
    queryKey: ['law', 'in-force', organ],
    staleTime: 3_600_000,
    queryFn: ({ signal }) => call<typeof lawInForce>('GET', '/api/law/in-force', { query: { organ } }, { signal }),
  })

/** How many may speak for so many, by a pack; undefined while it is not known. */
export function representativesFor(pack: Pack | undefined, headcount: number): number | undefined {
  const tier = pack?.representatives.tiers.find(({ upTo }) => headcount <= upTo)
  return tier?.atMost ?? pack?.representatives.atMost
}
