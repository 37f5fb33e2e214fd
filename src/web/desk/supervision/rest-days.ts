import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { listCalendars } from '../../../calendar/contract.ts'
import { parseDay, weekday } from '../../../kernel/day.ts'
import { call } from '../api.ts'

/** Whether nobody works on a day: by the notices for the whole country that are in force, else by the weekend. */
export function useRestDays(): (day: string) => boolean {
  const { data } = useQuery({
    queryKey: ['calendars', 'listed'],
    staleTime: 60 * 60_000,
    queryFn: ({ signal }) => call<typeof listCalendars>('GET', '/api/calendars', {}, { signal }),
  })
  return useMemo(() => {
    const inForce = data?.items.filter(({ region, isInForce }) => region === 'cn' && isInForce) ?? []
    const rest = new Set(inForce.flatMap((notice) => notice.rest))
    const work = new Set(inForce.flatMap((notice) => notice.work))
    return (text) => {
      const day = parseDay(text)
      if (day === null || work.has(text)) return false
      return rest.has(text) || weekday(day) > 5
    }
  }, [data])
}
