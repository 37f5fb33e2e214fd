/** Reading scorecards and letters of responsibility, and acting on one. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../assessment/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type {
  AssessedCaseView as AssessedCase,
  FigureView as Figure,
  IndicatorView as Indicator,
  IssueView as Issue,
  LetterRowView as LetterRow,
  LetterView as Letter,
  ObjectionView as Objection,
  ScorecardView as Scorecard,
  ScoreView as Score,
  ShareView as Share,
} from '../../../assessment/contract.ts'

/** An organ or an area, and a period. */
export interface Asked {
  readonly organ?: string
  readonly area?: string
  readonly period: string
}
export type Part = 'all' | 'numerator' | 'rest'
export type Side = 'all' | 'upper' | 'lower' | 'above'

const all = 'assessment'

export function useSubjects(search: string) {
  return useQuery({
    queryKey: [all, 'subjects', search],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.listSubjects>('GET', '/api/assessment/subjects', { query: { search, limit: 200 } }, { signal }),
  })
}

export function useIndicators() {
  return useQuery({
    queryKey: [all, 'indicators'],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => call<typeof wire.listIndicators>('GET', '/api/assessment/indicators', {}, { signal }),
  })
}

export function useScorecard(asked: Asked) {
  return useQuery({
    queryKey: [all, 'scorecard', asked],
    queryFn: ({ signal }) =>
      call<typeof wire.readScorecard>('GET', '/api/assessment/scorecard', { query: asked as never }, { signal }),
  })
}

export function useScoreCases(asked: Asked, indicator: string, part: Part) {
  return useInfiniteQuery({
    queryKey: [all, 'cases', asked, indicator, part],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listScoreCases>(
        'GET',
        '/api/assessment/cases',
        { query: { ...asked, indicator, part, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } as never },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useIssuedCases(letter: string, issue: string, indicator: string, part: Part) {
  return useInfiniteQuery({
    queryKey: [all, 'issued', letter, issue, indicator, part],
    initialPageParam: undefined as string | undefined,
    enabled: issue !== '' && indicator !== '',
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listIssuedCases>(
        'GET',
        '/api/assessment/letters/:letter/cases',
        {
          params: { letter },
          query: { issue, indicator, part, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } as never,
        },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useLetters(year: number | undefined, side: Side) {
  return useInfiniteQuery({
    queryKey: [all, 'letters', year ?? null, side],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listLetters>(
        'GET',
        '/api/assessment/letters',
        { query: { side, limit: 200, ...(year ? { year } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useLetter(letter: string) {
  return useQuery({
    queryKey: [all, 'letter', letter],
    queryFn: ({ signal }) =>
      call<typeof wire.readLetter>('GET', '/api/assessment/letters/:letter', { params: { letter } }, { signal }),
  })
}

export function useCirculated(period: string) {
  return useQuery({
    queryKey: [all, 'circulated', period],
    queryFn: ({ signal }) =>
      call<typeof wire.listCirculated>('GET', '/api/assessment/circulated', { query: { period } }, { signal }),
  })
}

/** One that carries out once, however often an answer is lost, and reads everything again after it. */
function useCommand<Sent, Got>(send: (sent: Sent, idempotencyKey: string) => Promise<Got>) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (sent: Sent) => send(sent, idempotencyKey),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export const useDrafting = () =>
  useCommand((body: object, idempotencyKey) =>
    call<typeof wire.draftLetter>('POST', '/api/assessment/letters', { body: body as never }, { idempotencyKey }),
  )

/** The path segment of each act is its name. */
export interface LetterAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

export const useLetterAct = (letter: string) =>
  useCommand(({ action, body, version }: LetterAct, idempotencyKey) =>
    call<typeof wire.signLetter>(
      'POST',
      `/api/assessment/letters/:letter/${action}` as never,
      { params: { letter }, body: body as never },
      { version, idempotencyKey },
    ),
  )
