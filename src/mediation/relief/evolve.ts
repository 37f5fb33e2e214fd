import type { Relief, ReliefFact, ReliefFactOf, ReliefFactType, ReliefState } from './relief.ts'

type Evolvers = {
  readonly [T in Exclude<ReliefFactType, 'ReliefExplained'>]: (relief: Relief, fact: ReliefFactOf<T>) => Relief
}

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: ReliefState, fact: ReliefFact): Relief {
  if (fact.type === 'ReliefExplained') {
    if (state !== null) throw new Error('told twice')
    return told(fact)
  }
  if (state === null) throw new Error(`${fact.type} before anybody was told`)
  const apply = evolvers[fact.type] as ((relief: Relief, fact: ReliefFact) => Relief) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return { ...apply(state, fact), version: state.version + 1 }
}

function told({ type: _, on, ...beginning }: ReliefFactOf<'ReliefExplained'>): Relief {
  return {
    ...beginning,
    ...({ version: 1, stage: 'told', toldOn: on, answers: [], help: [], handed: [] } as const),
    ...{ outcome: null, erasedOn: null },
  }
}

const evolvers: Evolvers = {
  ReliefAnswered: (relief, { type: _, ...answer }) => ({
    ...relief,
    stage: answer.wishes ? 'wished' : 'declined',
    answers: [...relief.answers, answer],
  }),
  ReliefHelped: (relief, { helpedOn, what }) => ({
    ...relief,
    stage: relief.stage === 'handed' ? 'handed' : 'helped',
    help: [...relief.help, { on: helpedOn, what }],
  }),
  ReliefHandedOn: (relief, { type: _, ...handing }) => ({
    ...relief,
    stage: 'handed',
    handed: [...relief.handed, handing],
  }),
  ReliefOutcomeRecorded: (relief, { receivedOn, outcome, text, source }) => ({
    ...relief,
    ...{ stage: 'ended', outcome: { on: receivedOn, outcome, text, source } },
  }),
  ReliefPassedOn: (relief, { to }) => ({ ...relief, guide: to }),
  ReliefKept: (relief, { keptFrom, officials, recused, about }) => ({
    ...relief,
    ...{ keptFrom, officials, recused, about },
  }),
  ReliefErased: (relief, { on }) => ({ ...relief, erasedOn: on }),
}
