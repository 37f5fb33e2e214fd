import type { Day } from '../../kernel/day.ts'
import { unreachable } from '../../kernel/result.ts'
import type { LeadersAct, Reading, ReadingFact, ReadingFactOf, ReadingState } from './reading.ts'

/** What a fact changes. It never looks at the rules. */
export function evolve(state: ReadingState, fact: ReadingFact): Reading {
  if (fact.type === 'ReadingProposed') {
    if (state !== null) throw new Error('proposed twice')
    return { ...begun(fact), version: 1 }
  }
  if (state === null) throw new Error(`${fact.type} before it was proposed`)
  return { ...changed(state, fact), version: state.version + 1, movedOn: movedOn(state, fact) }
}

/** What the house keeps in order for itself moves nothing. */
const movedOn = (state: Reading, { type, on }: ReadingFact) =>
  type === 'ReadingKept' || type === 'ReadingErased' ? state.movedOn : on

function begun(fact: ReadingFactOf<'ReadingProposed'>): Reading {
  const { type: _, on, account, ...beginning } = fact
  return {
    ...beginning,
    ...{ version: 0, proposedBy: account, proposedOn: on, summaryOn: on, stage: 'proposed', readOn: null, movedOn: on },
    ...{ instructions: [], acts: [], reason: null, handOvers: [], erasedOn: null },
  }
}

function changed(reading: Reading, fact: Exclude<ReadingFact, { type: 'ReadingProposed' }>): Reading {
  const { on } = fact
  const readOn = reading.readOn ?? on
  switch (fact.type) {
    case 'SummaryRefreshed':
      return { ...reading, summary: fact.summary, summaryOn: on }
    case 'ReadingNoted':
      return { ...reading, stage: 'read', readOn, acts: withAct(reading, on, 'read') }
    case 'LeaderInstructed': {
      const given = fact.instructions.map((instruction) => ({ ...instruction, on }))
      const instructions = [...reading.instructions, ...given]
      return { ...reading, stage: 'instructed', readOn, instructions, acts: withAct(reading, on, 'instructed') }
    }
    case 'ReadingReturned':
      return {
        ...reading,
        ...{ stage: 'returned', readOn, reason: { on, text: fact.reason }, acts: withAct(reading, on, 'returned') },
      }
    case 'ReadingRecalled':
      return { ...reading, stage: 'recalled', reason: { on, text: fact.reason } }
    case 'ReadingHandedOver': {
      const { from, to, reason } = fact
      // whoever takes it over has not read it
      return {
        ...reading,
        ...{ leader: to, stage: 'proposed', readOn: null, handOvers: [...reading.handOvers, { on, from, to, reason }] },
      }
    }
    case 'ReadingKept': {
      const { keptFrom, officials, withdrawn, isAccusation } = fact
      return { ...reading, keptFrom, officials, withdrawn, isAccusation }
    }
    case 'ReadingErased':
      return { ...reading, erasedOn: on }
    default:
      return unreachable(fact)
  }
}

function withAct({ acts, leader: { organ } }: Reading, on: Day, what: LeadersAct['what']): readonly LeadersAct[] {
  const isThere = acts.some((act) => act.on === on && act.what === what && act.organ === organ)
  return isThere ? acts : [...acts, { on, organ, what }]
}
