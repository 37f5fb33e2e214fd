/** Reading proposals, and acting on one. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as wire from '../../../supervision/proposals/contract.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'

export type {
  ProposalActionView,
  ProposalRowView as ProposalRow,
  ProposalView,
  RecipientView,
} from '../../../supervision/proposals/contract.ts'
export const shelves = ['submitted', 'waiting', 'answered', 'draft', 'approved', 'done'] as const
export type Shelf = (typeof shelves)[number]
export type Part = 'bureau' | 'recipient'

const all = 'proposals'
type Listed = Awaited<ReturnType<typeof listed>>
const listed = (query: object, signal: AbortSignal) =>
  call<typeof wire.listProposals>('GET', '/api/proposals', { query } as never, { signal })

export function useProposals(part: Part, shelf: Shelf, petition: string | null) {
  return useInfiniteQuery({
    queryKey: [all, 'list', part, shelf, petition],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      listed(
        { part, shelf, limit: 50, ...(petition ? { petition } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  })
}

/** What was proposed after one petition, the last moved first. */
export function useProposalsOf(petition: string, isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'of', petition],
    enabled: isWanted,
    queryFn: async ({ signal }) => (await listed({ part: 'bureau', petition, limit: 20 }, signal)).items,
  })
}

const countedEveryMs = 120_000

/** What asks for something, for the navigation and the shelves. */
export function useProposalCounts(isWanted: boolean) {
  return useQuery({
    queryKey: [all, 'counts'],
    enabled: isWanted,
    refetchInterval: countedEveryMs,
    queryFn: ({ signal }) => listed({ limit: 1 }, signal),
  })
}

export const countOn = (counted: Listed | undefined, part: Part, shelf: Shelf): number =>
  counted?.counts.find((each) => each.part === part && each.shelf === shelf)?.count ?? 0

export function useProposal(proposal: string) {
  return useQuery({
    queryKey: [all, 'one', proposal],
    enabled: proposal !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readProposal>('GET', '/api/proposals/:proposal', { params: { proposal } }, { signal }),
  })
}

export interface Preparing {
  readonly kind: string
  readonly petitions: readonly string[]
  readonly matters: readonly string[]
  readonly against: readonly string[]
}

/** To whom a proposal could go, and by when it is to be answered; what was there stays while it is asked anew. */
export function usePrepared({ kind, petitions, matters, against }: Preparing) {
  return useQuery({
    queryKey: [all, 'prepared', kind, petitions, matters, against],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call<typeof wire.prepareProposal>(
        'GET',
        '/api/proposal-draft',
        { query: { kind, petition: petitions, matter: matters, against } } as never,
        { signal },
      ),
  })
}
export type Prepared = Awaited<ReturnType<typeof call<typeof wire.prepareProposal>>>

/** What is typed into a draft, as the wire takes it. */
export interface Text {
  readonly title: string
  readonly findings: string
  readonly points: readonly string[]
  readonly recipients: readonly string[]
  readonly petitions: readonly string[]
  readonly matters: readonly string[]
  readonly against: { readonly organs: readonly string[]; readonly people: readonly { organ: string; name: string }[] }
  readonly due: string | null
}

/** Saves a draft: a new one, or another text of one that is there. Gives back which. */
export function useSaving(proposal: { readonly id: string; readonly version: number } | null) {
  const client = useQueryClient()
  const [idempotencyKey, renew] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ kind, text }: { readonly kind: string; readonly text: Text }) =>
      proposal === null
        ? call<typeof wire.draftProposal>('POST', '/api/proposals', { body: { kind, text } } as never, {
            idempotencyKey,
          })
        : call<typeof wire.editProposal>(
            'POST',
            '/api/proposals/:proposal/edit',
            { params: { proposal: proposal.id }, body: { text } } as never,
            { version: proposal.version, idempotencyKey },
          ),
    onSettled: () => renew(newIdempotencyKey()),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}

/** One act: what is sent and where, with the version that the person was looking at. */
export interface ProposalAct {
  readonly action: string
  readonly body: object
  readonly version: number
}

/** Gives a command, and reads again whatever may have changed by it. */
export function useProposalAct(proposal: string) {
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  return useMutation({
    mutationFn: ({ action, body, version }: ProposalAct) =>
      call<typeof wire.submitProposal>(
        'POST',
        `/api/proposals/:proposal/${action}` as '/api/proposals/:proposal/submit',
        { params: { proposal }, body } as never,
        { version, idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [all] }),
  })
}
