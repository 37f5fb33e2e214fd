/** The papers of a petition, those that other rooms issue, and one of them as a page. */
import { useQuery } from '@tanstack/react-query'
import type { issuedPapers, listPapers, readIssued, readPaper } from '../../../documents/contract.ts'
import type { Language } from '../../shared/language.ts'
import { call } from '../api.ts'

const listKey = (number: string, version: number) => ['petition', number, 'papers', version] as const
/** A number comes within a moment of the paper. */
const lookAgainMs = 1500

export function usePapers(number: string, version: number) {
  return useQuery({
    queryKey: listKey(number, version),
    queryFn: ({ signal }) =>
      call<typeof listPapers>('GET', '/api/petitions/:number/papers', { params: { number } }, { signal }),
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (state.data?.items.some((row) => row.isNumberPending) ? lookAgainMs : false),
  })
}

export function usePaper(number: string, paper: string, language: Language) {
  return useQuery({
    queryKey: ['petition', number, 'paper', paper, language],
    queryFn: ({ signal }) =>
      call<typeof readPaper>(
        'GET',
        '/api/petitions/:number/papers/:paper',
        { params: { number, paper }, query: { language } },
        { signal },
      ),
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (state.data?.isNumberPending ? lookAgainMs : false),
  })
}

export const paperPage = (number: string, paper: string): string => `/petitions/${number}/papers/${paper}`
export const paperFile = (number: string, paper: string): string => `/api/petitions/${number}/papers/${paper}/docx`

/** The papers of an order, a proposal or a bulletin, by the stream that issued them. */
export function useIssuedPapers(stream: string, version: number) {
  return useQuery({
    queryKey: ['issued', stream, 'papers', version],
    queryFn: ({ signal }) =>
      call<typeof issuedPapers>('GET', '/api/issued/:stream/papers', { params: { stream } }, { signal }),
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (state.data?.items.some((row) => row.isNumberPending) ? lookAgainMs : false),
  })
}

export function useIssuedPaper(stream: string, paper: string, language: Language) {
  return useQuery({
    queryKey: ['issued', stream, 'paper', paper, language],
    queryFn: ({ signal }) =>
      call<typeof readIssued>(
        'GET',
        '/api/issued/:stream/papers/:paper',
        { params: { stream, paper }, query: { language } },
        { signal },
      ),
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (state.data?.isNumberPending ? lookAgainMs : false),
  })
}

export const issuedPage = (stream: string, paper: string): string => `/papers/${stream}/${paper}`
export const issuedFile = (stream: string, paper: string): string => `/api/issued/${stream}/papers/${paper}/docx`
