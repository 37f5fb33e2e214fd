import type { FiguresFact, FiguresState, PublishedEdition } from './figures.ts'

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: FiguresState, fact: FiguresFact): FiguresState {
  const { type, ...edition } = fact
  if (type === 'FiguresPublished') {
    if (state !== null) throw new Error('published twice')
    return { month: fact.month, editions: [{ ...edition, edition: 1, reason: null }] }
  }
  if (type !== 'FiguresCorrected') throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  const next = edition as PublishedEdition
  if (state === null || state.month !== next.month || next.edition !== state.editions.length + 1)
    throw new Error(`edition ${next.edition} of ${next.month} does not follow`)
  return { ...state, editions: [...state.editions, next] }
}
