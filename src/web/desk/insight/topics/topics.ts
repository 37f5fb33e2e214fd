/** Reading topics. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type * as wire from '../../../../insight/topics/contract.ts'
import { call } from '../../api.ts'

export type { TopicPetitionView, TopicRowView, TopicView } from '../../../../insight/topics/contract.ts'

const all = 'topics'

/** How many days back a list looks. */
export const periods = ['30', '90', '365'] as const
export type Period = (typeof periods)[number]

export function useTopics(from: string) {
  return useQuery({
    queryKey: [all, 'list', from],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.listTopics>('GET', '/api/insight/topics', { query: { from, limit: 50 } } as never, { signal }),
  })
}

export function useTopic(topic: string) {
  return useQuery({
    queryKey: [all, 'one', topic],
    enabled: topic !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readTopic>('GET', '/api/insight/topics/:topic', { params: { topic } } as never, { signal }),
  })
}

export function useTopicPetitions(topic: number) {
  return useInfiniteQuery({
    queryKey: [all, 'petitions', topic],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listOfTopic>(
        'GET',
        '/api/insight/topics/:topic/petitions',
        { params: { topic }, query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}
