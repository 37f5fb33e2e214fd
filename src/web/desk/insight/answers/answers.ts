/** Reading what answers lack. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type * as wire from '../../../../insight/quality/contract.ts'
import { call } from '../../api.ts'
import { answersEn } from '../../locales/answers-en.ts'
import { answersZh } from '../../locales/answers-zh.ts'
import { useLanguage } from '../../locales/language.tsx'

export type { AnswerCasesView, AnswerFiguresView, AnswersView, LackView } from '../../../../insight/quality/contract.ts'

/** The sentences of this part come with it and not with the frame of the desk. */
export const useAnswerWords = () => (useLanguage().language === 'en' ? answersEn : answersZh)

type Query = Readonly<Record<string, string>>
const all = 'answer quality'

export function useAnswerFigures(query: Query) {
  return useQuery({
    queryKey: [all, 'figures', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.readAnswerFigures>('GET', '/api/insight/answers', { query: query as never }, { signal }),
  })
}

export function useAnswersBehind(query: Query) {
  return useInfiniteQuery({
    queryKey: [all, 'behind', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listAnswers>(
        'GET',
        '/api/insight/answers-behind',
        { query: { ...query, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } as never },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useAnswersOf(number: string, isAnswered: boolean, version: number) {
  return useQuery({
    queryKey: [all, 'of', number, version],
    enabled: isAnswered,
    queryFn: ({ signal }) =>
      call<typeof wire.readAnswers>('GET', '/api/insight/answers/:number', { params: { number } }, { signal }),
  })
}

export interface DraftBody {
  readonly facts: string | null
  readonly legalBasis: string | null
  readonly remedy: string | null
  readonly answers: { claim: string; answer: string }[]
  readonly answer: string | null
}

/** So long nobody has typed when a draft is looked at. */
const untilLookedMs = 900

export function useDraftChecked(number: string, draft: DraftBody | null) {
  const key = draft === null ? '' : JSON.stringify(draft)
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(key), untilLookedMs)
    return () => window.clearTimeout(timer)
  }, [key])
  return useQuery({
    queryKey: [all, 'draft', number, settled],
    enabled: settled !== '',
    // a draft lies in nobody's cache for longer than it is looked at
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.checkDraft>(
        'POST',
        '/api/insight/answers/:number/draft',
        { params: { number }, body: JSON.parse(settled) as DraftBody },
        { signal },
      ),
  })
}
