/** Reading tasks, and acting on one. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../tasks/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'
import { useSession } from '../session/session-context.ts'

export type { TaskActionView, TaskLineView as TaskLine, TaskView } from '../../../tasks/contract.ts'
export const taskLists = ['todo', 'waiting', 'given', 'overdue', 'done'] as const
export type TaskList = (typeof taskLists)[number]

const all = 'tasks'
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listTasks>('GET', '/api/tasks', { query } as never, { signal })

export function useTasks(list: TaskList, kind: string | null) {
  return useInfiniteQuery({
    queryKey: [all, 'list', list, kind],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed({ list, limit: 50, ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** The first few of a list, for a page that shows several. */
export function useFirstTasks(list: TaskList, limit: number) {
  return useQuery({
    queryKey: [all, 'first', list, limit],
    queryFn: ({ signal }) => listed({ list, limit }, signal),
  })
}

/** Whether the person has a hand in tasks here: as whoever handles, heads, leads or supervises. */
export function useHasTasks(): boolean {
  const { has } = useSession()
  return has('clerk') || has('head') || has('leader') || has('supervisor')
}

const countedEveryMs = 120_000

/** What asks for something, for the navigation and the lists. */
export function useTaskCounts(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'counts'],
    enabled: isWanted,
    refetchInterval: countedEveryMs,
    queryFn: async ({ signal }) => (await listed({ limit: 1 }, signal)).counts,
  })
}

/** The tasks that came of one matter of another room, named by its stream. */
export function useTaskLines(of: string) {
  return useQuery({
    queryKey: [all, 'of', of],
    enabled: of !== '',
    queryFn: async ({ signal }) =>
      (await call<typeof wire.listTasksOf>('GET', '/api/task-lines', { query: { of } } as never, { signal })).items,
  })
}

export function useTask(task: string) {
  return useQuery({
    queryKey: [all, 'one', task],
    enabled: task !== '',
    queryFn: ({ signal }) => call<typeof wire.readTask>('GET', '/api/tasks/:task', { params: { task } }, { signal }),
  })
}

/** One act: what is sent and where, with the version that the person was looking at. */
export interface TaskAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useTaskAct(task: string) {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: TaskAct) =>
      call<typeof wire.closeTask>(
        'POST',
        `/api/tasks/:task/${action}` as '/api/tasks/:task/close',
        { params: { task }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
