/** The organs of the house, read once and kept: names, the tree, and the places that they stand for. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type * as identity from '../../../identity/contract.ts'
import type { OrganKind } from '../../../kernel/organ.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { call } from '../api.ts'
import { useLanguage } from '../locales/language.tsx'

export type Organ = Received<typeof identity.listOrgans>['items'][number]

/** With those that have ended: old petitions name them. */
export function useOrgans() {
  return useQuery({
    queryKey: ['organs'],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) =>
      call<typeof identity.listOrgans>('GET', '/api/organs', { query: { ended: true } }, { signal }),
  })
}

const none: readonly Organ[] = []

/** Everything about organs that pages look up, by id. */
export function useDirectory() {
  const organs = useOrgans().data?.items ?? none
  return useMemo(() => {
    const byId = new Map(organs.map((organ) => [organ.id, organ]))
    return { organs, find: (id: string) => byId.get(id) }
  }, [organs])
}

/** The organ whose name is also the name of its place, best first. */
const namesPlace: readonly OrganKind[] = ['government', 'township', 'village']

export interface Place {
  readonly code: string
  readonly zh: string
  readonly en: string
}

const office = {
  zh: /(人民政府|街道办事处|村民委员会|居民委员会|村委会|居委会)$/,
  en: /(^People[’']s Government of )|( People[’']s Government$)|(^(Villagers|Residents)[’'] Committee of )|( Subdistrict Office$)/,
}

/** The places that the organs cover, in the order of their codes. */
export function usePlaces(): readonly Place[] {
  const { organs } = useDirectory()
  return useMemo(() => {
    const places = new Map<string, Place>()
    for (const kind of namesPlace) {
      for (const organ of organs) {
        if (organ.kind !== kind || organ.state !== 'active' || places.has(organ.region)) continue
        if (organ.level === 'nation') continue
        places.set(organ.region, {
          code: organ.region,
          zh: organ.zh.replace(office.zh, ''),
          en: organ.en.replace(office.en, ''),
        })
      }
    }
    return [...places.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
  }, [organs])
}

/** A place by its code: its own name, that of the nearest place around it, or the code. */
export function usePlaceName(): (code: string) => string {
  const places = usePlaces()
  const { pick } = useLanguage()
  return useCallback(
    (code: string) => {
      const around = places.filter((place) => code.startsWith(place.code))
      const nearest = around.toSorted((a, b) => b.code.length - a.code.length)[0]
      return nearest ? pick(nearest) : code
    },
    [places, pick],
  )
}
