/** Reading the reports that the organ hears, and acting on one. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as protection from '../../../protection/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type { ReportRowView as ReportRow, ReportView } from '../../../protection/contract.ts'
export type Which = 'open' | 'answered'

const all = 'reports'

export function useReports(which: Which) {
  return useInfiniteQuery({
    queryKey: [all, 'list', which],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof protection.listReports>(
        'GET',
        '/api/reports',
        { query: { which, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

const countedEveryMs = 120_000

/** What the organ owes, for the navigation. */
export function useReportCounts(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'counts'],
    enabled: isWanted,
    refetchInterval: countedEveryMs,
    queryFn: async ({ signal }) =>
      (await call<typeof protection.listReports>('GET', '/api/reports', { query: { limit: 1 } }, { signal })).counts,
  })
}

export function useReport(report: string) {
  return useQuery({
    queryKey: [all, 'one', report],
    queryFn: ({ signal }) =>
      call<typeof protection.readReport>('GET', '/api/reports/:report', { params: { report } }, { signal }),
    // Opening it is noted for the petitioner, so it is not read again just because the window came to the front.
    refetchOnWindowFocus: false,
  })
}

type Endpoint = typeof protection.answerReport | typeof protection.passReportOn | typeof protection.receiveReport

/** One act: what is sent and where, with the version that the person was looking at. */
export interface ReportAct {
  readonly segment: 'receive' | 'answer' | 'pass-on'
  readonly body: object
  readonly version: number
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useReportAct(report: string) {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ segment, body, version }: ReportAct) =>
      call<Endpoint>('POST', `/api/reports/:report/${segment}`, { params: { report }, body } as never, {
        version,
        idempotencyKey,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [all] })
    },
  })
}
