/** The papers of a petition, and one of them as a page. */
import { useQuery } from '@tanstack/react-query'
import type { listPapers, readPaper } from '../../../documents/contract.ts'
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
  })
}

export const paperPage = (number: string, paper: string): string => `/petitions/${number}/papers/${paper}`
export const paperFile = (number: string, paper: string): string => `/api/petitions/${number}/papers/${paper}/docx`
