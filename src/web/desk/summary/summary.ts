import { useQuery } from '@tanstack/react-query'
import type * as wire from '../../../petition/summary-contract.ts'
import { call } from '../api.ts'

export type { CaseSummary } from '../../../petition/summary-contract.ts'

/** Made anew from what is recorded now; whoever asks is among those who looked at the petition. */
export function useSummary(number: string, isWanted = true) {
  return useQuery({
    queryKey: ['summary', number],
    enabled: isWanted && number !== '',
    queryFn: ({ signal }) =>
      call<typeof wire.readSummary>('GET', '/api/petitions/:number/summary', { params: { number } }, { signal }),
  })
}
