import { endOfDay } from '../../kernel/wall-time.ts'
import type { Placed } from './draw.ts'
import type { Reception, ReceptionFact, ReceptionFactOf, ReceptionFactType, ReceptionState } from './reception.ts'

type Evolvers = {
  readonly [T in Exclude<ReceptionFactType, 'ReceptionPlanned'>]: (
    reception: Reception,
    fact: ReceptionFactOf<T>,
  ) => Reception
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: ReceptionState, fact: ReceptionFact): Reception {
  if (fact.type === 'ReceptionPlanned') {
    if (state !== null) throw new Error('planned twice')
    return planned(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a reception day`)
  const apply = evolvers[fact.type] as ((reception: Reception, fact: ReceptionFact) => Reception) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return { ...apply(state, fact), version: state.version + 1 }
}

const planned = ({ host, pack, leaders, plan }: ReceptionFactOf<'ReceptionPlanned'>): Reception => ({
  ...{
    version: 1,
    host,
    pack,
    stage: 'planned',
    leaders,
    plan,
    closesOn: null,
    closesAt: endOfDay,
    commitment: null,
    kept: 0,
    drawn: null,
  },
  ...{ queue: [], given: [], left: [], barred: [], reasons: [], cancelled: null, note: null, changes: 0 },
})

const withGiven = (reception: Reception, given: readonly Placed[]): Reception => ({
  ...reception,
  given: [...reception.given, ...given],
})

const leaving = (
  reception: Reception,
  references: readonly string[],
  why: Reception['left'][number]['leaving'],
): Reception => ({
  ...reception,
  left: [...reception.left, ...references.map((reference) => ({ reference, leaving: why }))],
  given: reception.given.filter(({ reference }) => !references.includes(reference)),
})

/** Nobody has been told anything before it is public. */
const changed = ({ stage, changes }: Reception): number => (stage === 'planned' ? changes : changes + 1)

const evolvers: Evolvers = {
  ReceptionChanged: (reception, { on, plan, reason, given, kept }) =>
    withGiven(
      { ...reception, plan, kept, changes: changed(reception), reasons: [...reception.reasons, { on, reason }] },
      given,
    ),
  ReceptionPublished: (reception, { closesOn, closesAt = endOfDay, commitment, kept }) => ({
    ...reception,
    ...{ stage: 'published', closesOn, closesAt, commitment, kept },
  }),
  LeaderSubstituted: (reception, { on, instead, leader, reason, conflicts, given }) => {
    const leaders = reception.leaders.map((one) => (one.account === instead ? leader : one))
    const told = {
      ...{ ...reception, leaders, changes: changed(reception) },
      reasons: [...reception.reasons, { on, reason }],
    }
    if (reception.drawn === null) return { ...told, barred: [...reception.barred, ...conflicts] }
    return withGiven(leaving(told, conflicts, 'anotherDay'), given)
  },
  ReceptionCancelled: (reception, { on, reason, instead }) => ({
    ...reception,
    ...{ stage: 'cancelled', cancelled: { on, reason, instead }, changes: changed(reception) },
  }),
  SeatsAllotted: (reception, { on, secret, seed, entries, given }) => ({
    ...reception,
    ...{ stage: 'drawn', drawn: { on, secret, seed, count: entries.length }, queue: entries, given },
  }),
  QueueJoined: (reception, { entry, given }) => withGiven({ ...reception, queue: [...reception.queue, entry] }, given),
  QueueLeft: (reception, { reference, leaving: why, given }) => withGiven(leaving(reception, [reference], why), given),
  ReceptionConcluded: (reception, { note }) => ({ ...reception, stage: 'held', note }),
}
