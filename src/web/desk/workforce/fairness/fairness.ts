/** Reading fairness and discipline. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type * as wire from '../../../../workforce/fairness/contract.ts'
import { call } from '../../api.ts'
import { fairnessEn } from '../../locales/fairness-en.ts'
import { fairnessZh } from '../../locales/fairness-zh.ts'
import { useLanguage } from '../../locales/language.tsx'

export type { FairnessCasesView, FairnessFigures, FairnessView } from '../../../../workforce/fairness/contract.ts'

/** The sentences of this part come with it and not with the frame of the desk. */
export const useFairnessWords = () => (useLanguage().language === 'en' ? fairnessEn : fairnessZh)

type Query = Readonly<Record<string, string>>
const all = 'fairness'

export function useFairness(query: Query) {
  return useQuery({
    queryKey: [all, 'figures', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.readFairness>('GET', '/api/workforce/fairness', { query: query as never }, { signal }),
  })
}

export function useFairnessCases(query: Query) {
  return useInfiniteQuery({
    queryKey: [all, 'cases', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listFairnessCases>(
        'GET',
        '/api/workforce/fairness/cases',
        { query: { ...query, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } as never },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}
