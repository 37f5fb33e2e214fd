import { applyClockChange } from '../../kernel/running-clock.ts'
import type { Secondment, SecondmentFact, SecondmentFactOf, SecondmentFactType, SecondmentState } from './secondment.ts'

type Evolvers = {
  readonly [T in Exclude<SecondmentFactType, 'SecondmentProposed'>]: (
    secondment: Secondment,
    fact: SecondmentFactOf<T>,
  ) => Secondment
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: SecondmentState, fact: SecondmentFact): Secondment {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, version: changed.version + 1 }
}

function afterFact(state: SecondmentState, fact: SecondmentFact): Secondment {
  if (fact.type === 'SecondmentProposed') {
    if (state !== null) throw new Error('proposed twice')
    const { on, pack, home, account, host, post, term, purpose } = fact
    return {
      ...{ version: 0, pack, home, account, host, post, term, purpose, stage: 'proposed', proposedOn: on },
      ...{ agreedOn: null, mentor: null, evaluations: [], ended: null, returned: null, declined: null, clocks: [] },
    }
  }
  if (state === null) throw new Error(`${fact.type} before there was a secondment`)
  const apply = evolvers[fact.type] as ((secondment: Secondment, fact: SecondmentFact) => Secondment) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

const evolvers: Evolvers = {
  SecondmentAgreed: (secondment, { on, mentor }) => ({ ...secondment, stage: 'serving', agreedOn: on, mentor }),
  SecondmentDeclined: (secondment, { on, reason }) => ({
    ...secondment,
    ...{ stage: 'declined', declined: { on, organ: secondment.host, reason } },
  }),
  SecondmentWithdrawn: (secondment, { on, organ, reason }) => ({
    ...secondment,
    ...{ stage: 'declined', declined: { on, organ, reason } },
  }),
  MentorNamed: (secondment, { mentor }) => ({ ...secondment, mentor }),
  SecondmentEvaluated: (secondment, { on, kind, account, grade, words }) => ({
    ...secondment,
    evaluations: [...secondment.evaluations, { kind, on, account, grade, words }],
  }),
  SecondmentEnded: (secondment, { on, organ, last, reason }) => ({
    ...secondment,
    term: { ...secondment.term, until: last },
    ended: { on, organ, reason, wasUntil: secondment.term.until },
  }),
  ReturnRecorded: (secondment, { on, account, report }) => ({
    ...secondment,
    ...{ stage: 'returned', returned: { on, account, report } },
  }),
  SecondmentPassedOn: (secondment, { from, to }) => ({
    ...secondment,
    home: secondment.home === from ? to : secondment.home,
    host: secondment.host === from ? to : secondment.host,
  }),
  SecondmentFellOverdue: (secondment) => secondment,
  SecondmentClocksRecounted: (secondment) => secondment,
}
