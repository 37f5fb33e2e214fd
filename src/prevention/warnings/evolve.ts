import type { OrganId } from '../../kernel/organ.ts'
import { applyClockChange } from '../../kernel/running-clock.ts'
import type { Recipient, Warning, WarningFact, WarningFactOf, WarningFactType, WarningState } from './warning.ts'

type Evolvers = {
  readonly [T in Exclude<WarningFactType, 'WarningRaised'>]: (warning: Warning, fact: WarningFactOf<T>) => Warning
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: WarningState, fact: WarningFact): Warning {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, version: changed.version + 1 }
}

function afterFact(state: WarningState, fact: WarningFact): Warning {
  if (fact.type === 'WarningRaised') {
    if (state !== null) throw new Error('raised twice')
    const { on, pack, place, category, found, bureau, recipients } = fact
    return {
      ...{ version: 0, pack, place, category, found, bureau, recipients },
      ...{ stage: 'open', raisedOn: on, handedUp: [], answer: null, clocks: [] },
    }
  }
  if (state === null) throw new Error(`${fact.type} before there was a warning`)
  const apply = evolvers[fact.type] as ((warning: Warning, fact: WarningFact) => Warning) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

/** An organ has one part; whoever is made to answer reads no longer. */
const withPart = (recipients: readonly Recipient[], organ: OrganId, part: Recipient['part']): readonly Recipient[] => [
  ...recipients.filter((recipient) => recipient.organ !== organ),
  { organ, part },
]

const evolvers: Evolvers = {
  WarningAnswered: (warning, { on, organ, account, outcome, words }) => ({
    ...warning,
    ...{ stage: 'answered', answer: { on, organ, account, outcome, words } },
  }),

  WarningHandedOn: (warning, { on, from, to }) => ({
    ...warning,
    bureau: to,
    recipients: withPart(warning.recipients, to, 'bureau'),
    handedUp: [...warning.handedUp, { on, from, to }],
  }),

  WarningPassedOn: (warning, { from, to }) => {
    const old = warning.recipients.find(({ organ }) => organ === from)
    const others = warning.recipients.filter(({ organ }) => organ !== from)
    const known = others.find(({ organ }) => organ === to)
    // whoever has a part already keeps it, unless the one that comes to it is to answer
    const isBetter = known === undefined || known.part === 'reader'
    return {
      ...warning,
      bureau: warning.bureau === from ? to : warning.bureau,
      recipients: old && isBetter ? withPart(others, to, old.part) : others,
    }
  },

  WarningFellOverdue: (warning) => warning,
  WarningClocksRecounted: (warning) => warning,
}
