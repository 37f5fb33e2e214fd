import type { Pilot, PilotFact, PilotState } from './pilot.ts'

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: PilotState, fact: PilotFact): Pilot {
  if (fact.type === 'PilotBegun') {
    if (state !== null) throw new Error('begun twice')
    const { on, organ, name, what, category, place, from, until } = fact
    const beginning = { name, what, category, place, from, until }
    return { ...beginning, version: 1, stage: 'running', organ, begunOn: on, steps: [], ended: null }
  }
  if (state === null) throw new Error(`${fact.type} before it was begun`)
  const { on, account, reason, effect } = fact
  const ended = { on, account, reason, effect }
  const version = state.version + 1
  return fact.type === 'PilotSpread'
    ? { ...state, version, stage: 'spread', steps: fact.steps, ended }
    : { ...state, version, stage: 'dropped', ended }
}
