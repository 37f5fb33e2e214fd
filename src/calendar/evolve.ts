import type { CalendarFact, CalendarState } from './calendar.ts'

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: CalendarState, fact: CalendarFact): CalendarState {
  const kept = state ?? []
  if (kept[0] && kept[0].region !== fact.region)
    throw new Error(`a notice for ${fact.region} among those of ${kept[0].region}`)
  const { type, ...loaded } = fact
  if (type !== 'HolidayNoticeLoaded' && type !== 'HolidayNoticeCorrected')
    throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return [...kept, { reason: null, ...loaded, edition: kept.length + 1 }]
}
