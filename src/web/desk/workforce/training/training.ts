/** Reading courses and enrolments, and what is done with them. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../../workforce/training/contract.ts'
import { newIdempotencyKey } from '../../../shared/api.ts'
import { call } from '../../api.ts'

export type {
  CourseRowView,
  CoursesView,
  CourseView,
  EnrolmentRowView,
  EnrolmentView,
  LackingView,
  QuestionsView,
} from '../../../../workforce/training/contract.ts'

export const courseLists = ['open', 'closed'] as const
export type CourseList = (typeof courseLists)[number]

const all = 'training'
const paged = { initialPageParam: undefined as string | undefined }

export function useCourses(list: CourseList) {
  return useInfiniteQuery({
    ...paged,
    queryKey: [all, 'courses', list],
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listCourses>(
        'GET',
        '/api/workforce/courses',
        { query: { list, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useEnrolments(of: 'own' | 'organ' | 'course', course?: string) {
  return useInfiniteQuery({
    ...paged,
    queryKey: [all, 'enrolments', of, course],
    queryFn: ({ pageParam, signal }) =>
      call<typeof wire.listEnrolments>(
        'GET',
        '/api/workforce/enrolments',
        {
          query: { of, limit: 50, ...(course ? { course } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        } as never,
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

export function useLacking() {
  return useQuery({
    queryKey: [all, 'lacking'],
    queryFn: ({ signal }) => call<typeof wire.readLacking>('GET', '/api/workforce/training/lacking', {}, { signal }),
  })
}

export function useCourse(course: string) {
  return useQuery({
    queryKey: [all, 'course', course],
    enabled: course !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readCourse>('GET', '/api/workforce/courses/:course', { params: { course } }, { signal }),
  })
}

export function usePeople(course: string, organ: string | undefined) {
  return useQuery({
    queryKey: [all, 'people', course, organ],
    enabled: organ !== undefined,
    queryFn: ({ signal }) =>
      call<typeof wire.readPeople>(
        'GET',
        '/api/workforce/courses/:course/people',
        { params: { course }, query: { organ: organ ?? '' } },
        { signal },
      ),
  })
}

export function useEnrolment(enrolment: string) {
  return useQuery({
    queryKey: [all, 'enrolment', enrolment],
    enabled: enrolment !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readEnrolment>(
        'GET',
        '/api/workforce/enrolments/:enrolment',
        { params: { enrolment } },
        { signal },
      ),
  })
}

/** The questions, while the test runs. They are not kept once the page is left. */
export function useQuestions(enrolment: string) {
  return useQuery({
    queryKey: [all, 'questions', enrolment],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      call<typeof wire.readQuestions>(
        'GET',
        '/api/workforce/enrolments/:enrolment/questions',
        { params: { enrolment } },
        { signal },
      ),
  })
}

export function useHolding() {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: (body: object) =>
      call<typeof wire.holdCourse>('POST', '/api/workforce/courses', { body } as never, { idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export interface Act {
  readonly action: string
  readonly body: object
  readonly version?: number
}

export function useCourseAct(course: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: Act) =>
      call<typeof wire.closeCourse>(
        'POST',
        `/api/workforce/courses/:course/${action}` as never,
        { params: { course }, body } as never,
        { idempotencyKey, ...(version === undefined ? {} : { version }) },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

export function useEnrolmentAct(enrolment: string) {
  const client = useQueryClient()
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: Act) =>
      call<typeof wire.excuseFromCourse>(
        'POST',
        `/api/workforce/enrolments/:enrolment/${action}` as never,
        { params: { enrolment }, body } as never,
        { idempotencyKey, ...(version === undefined ? {} : { version }) },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
