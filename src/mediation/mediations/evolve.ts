import type { Day } from '../../kernel/day.ts'
import { applyClockChange } from '../../kernel/running-clock.ts'
import type { Party } from './consenting-words.ts'
import type { Mediator } from './mediating-words.ts'
import type { Mediation, MediationFact, MediationFactOf, MediationFactType, MediationState } from './mediation.ts'
import type { PartyBeginning } from './opening-words.ts'
import type { Agreement, Undertaking } from './performing-words.ts'

type Evolvers = {
  readonly [T in Exclude<MediationFactType, 'MediationOpened'>]: (
    mediation: Mediation,
    fact: MediationFactOf<T>,
  ) => Mediation
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: MediationState, fact: MediationFact): Mediation {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, movedOn: movedOn(changed, fact), version: changed.version + 1 }
}

/** How a limit was counted again, from whom it is kept, and that it was erased, is nothing that happened to it. */
const movedOn = ({ movedOn }: Mediation, { type, on }: MediationFact): Day =>
  type === 'MediationClocksRecounted' || type === 'MediationKept' || type === 'MediationErased' ? movedOn : on

function afterFact(state: MediationState, fact: MediationFact): Mediation {
  if (fact.type === 'MediationOpened') {
    if (state !== null) throw new Error('opened twice')
    return opened(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a mediation`)
  const apply = evolvers[fact.type] as ((mediation: Mediation, fact: MediationFact) => Mediation) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

const fresh = (party: PartyBeginning, at: number): Party => ({
  ...party,
  ...{ ref: `p${at + 1}`, words: [], open: null, asksConfirmation: null },
})

const nothingConfirmed = { applied: null, decided: null } as const

function opened(fact: MediationFactOf<'MediationOpened'>): Mediation {
  const { on, isRequest, pack, isConfirmable, subject, kind, organ, opener, shownTo, parties, what } = fact
  const { keptFrom, officials, recused } = fact
  return {
    ...{ version: 0, pack, isConfirmable, subject, kind, organ, opener, shownTo, what, keptFrom, officials, recused },
    ...{ stage: isRequest ? 'requested' : 'asking', openedOn: on, startedOn: null, movedOn: on },
    parties: parties.map(fresh),
    ...{ mediators: [], guests: [], sessions: [], escalations: [], moreTime: null },
    ...{ drafts: 0, agreement: null, confirmation: nothingConfirmed, informedOn: null },
    ...{ ended: null, closed: null, declined: null, erasedOn: null, clocks: [] },
  }
}

/** Changes the one piece with a reference; throws where there is none. */
function inList<T extends { readonly ref: string }>(
  all: readonly T[],
  ref: string,
  change: (one: T) => T,
): readonly T[] {
  if (!all.some((one) => one.ref === ref)) throw new Error(`there is no ${ref}`)
  return all.map((one) => (one.ref === ref ? change(one) : one))
}

const ofParty = (mediation: Mediation, ref: string, change: (party: Party) => Party): Mediation => ({
  ...mediation,
  parties: inList(mediation.parties, ref, change),
})

const ofMediator = (mediation: Mediation, ref: string, change: (mediator: Mediator) => Mediator): Mediation => ({
  ...mediation,
  mediators: inList(mediation.mediators, ref, change),
})

function ofAgreement(mediation: Mediation, change: (agreement: Agreement) => Agreement): Mediation {
  if (mediation.agreement === null) throw new Error('there is no agreement')
  return { ...mediation, agreement: change(mediation.agreement) }
}

const ofPromise = (mediation: Mediation, ref: string, change: (promise: Undertaking) => Undertaking): Mediation =>
  ofAgreement(mediation, (agreement) => ({ ...agreement, promises: inList(agreement.promises, ref, change) }))

const signedBy = (mediation: Mediation, who: string, on: Day): Mediation =>
  ofAgreement(mediation, (agreement) => ({ ...agreement, signedBy: [...agreement.signedBy, { who, on }] }))

const evolvers: Evolvers = {
  MediationAccepted: (mediation) => ({ ...mediation, stage: 'asking' }),
  MediationDeclined: (mediation, { on, reason }) => ({ ...mediation, stage: 'declined', declined: { on, reason } }),

  /** Whoever joins is asked like the others before it goes on. */
  PartyAdded: (mediation, { party }) => ({
    ...mediation,
    stage: mediation.stage === 'mediating' ? 'asking' : mediation.stage,
    parties: [...mediation.parties, fresh(party, mediation.parties.length)],
  }),

  KeyHandedOver: (mediation) => mediation,

  PartyAnswered: (mediation, { on, party, to, ref, agrees, by }) => {
    const said = ofParty(mediation, party, (one) => ({ ...one, words: [...one.words, { to, ref, agrees, on, by }] }))
    return to === 'agreement' && agrees ? signedBy(said, party, on) : said
  },

  MediationStarted: (mediation, { on }) => ({
    ...mediation,
    stage: 'mediating',
    startedOn: mediation.startedOn ?? on,
  }),

  OpennessAsked: (mediation, { party, open }) => ofParty(mediation, party, (one) => ({ ...one, open })),

  MediatorNamed: (mediation, { ref, party, account, roster, name }) => ({
    ...mediation,
    mediators: [
      ...mediation.mediators,
      { ref, account, roster, name, chosenBy: party, declared: null, excluded: null },
    ],
  }),

  InterestDeclared: (mediation, { on, mediator, hasInterest }) =>
    ofMediator(mediation, mediator, (one) => ({
      ...one,
      declared: !hasInterest,
      excluded: hasInterest ? { on, reason: null } : one.excluded,
    })),

  MediatorExcluded: (mediation, { on, mediator, reason }) =>
    ofMediator(mediation, mediator, (one) => ({ ...one, excluded: { on, reason } })),

  GuestInvited: (mediation, { ref, kind, name }) => ({
    ...mediation,
    guests: [...mediation.guests, { ref, kind, name }],
  }),

  SessionPlanned: (mediation, { ref, day, at, place }) => ({
    ...mediation,
    sessions: [...mediation.sessions, { ref, day, at, place, cancelled: null, record: null }],
  }),

  SessionCancelled: (mediation, { on, session, reason }) => ({
    ...mediation,
    sessions: inList(mediation.sessions, session, (one) => ({ ...one, cancelled: { on, reason } })),
  }),

  SessionRecorded: (mediation, { on, session, parties, mediators, guests, notes, result }) => ({
    ...mediation,
    sessions: inList(mediation.sessions, session, (one) => ({
      ...one,
      record: { on, parties, mediators, guests, notes, result },
    })),
  }),

  EscalationReported: (mediation, { on, ref, organ, what, due }) => ({
    ...mediation,
    escalations: [...mediation.escalations, { ref, on, organ, what, due }],
  }),

  MoreTimeProposed: (mediation, { ref, until }) => ({ ...mediation, moreTime: { ref, until } }),
  MediationExtended: (mediation) => ({ ...mediation, moreTime: null }),

  /** A court held the last one invalid, or it was never signed: this one takes its place (art. 33 (3)). */
  AgreementDrafted: (mediation, { on, ref, text }) => ({
    ...mediation,
    ...{ stage: 'mediating', confirmation: nothingConfirmed, informedOn: null, drafts: mediation.drafts + 1 },
    parties: mediation.parties.map((party) => ({ ...party, asksConfirmation: null })),
    agreement: { ref, writtenOn: on, text, signedBy: [], sealedOn: null, effectiveOn: null, promises: [] },
  }),

  MediatorSigned: (mediation, { on, mediator }) => signedBy(mediation, mediator, on),
  AgreementSealed: (mediation, { on }) => ofAgreement(mediation, (agreement) => ({ ...agreement, sealedOn: on })),
  OralAgreementRecorded: (mediation) => mediation,

  AgreementConcluded: (mediation, { effectiveOn, promises }) =>
    ofAgreement({ ...mediation, stage: 'agreed', moreTime: null }, (agreement) => ({
      ...agreement,
      effectiveOn,
      promises: promises.map((promise) => ({ ...promise, words: [], followUps: [] })),
    })),

  PerformanceStated: (mediation, { on, party, promise, performance, by }) =>
    ofPromise(mediation, promise, (one) => ({ ...one, words: [...one.words, { party, performance, on, by }] })),

  PromiseVerified: (mediation, { on, promise, performance, lookedAt, again }) =>
    ofPromise(mediation, promise, (one) => ({
      ...one,
      followUps: [...one.followUps, { on, performance, lookedAt, again }],
    })),

  PartiesInformed: (mediation, { on }) => ({ ...mediation, informedOn: on }),

  ConfirmationAsked: (mediation, { on, party }) =>
    ofParty(mediation, party, (one) => ({ ...one, asksConfirmation: on })),

  ApplicationRecorded: (mediation, { appliedOn, court }) => ({
    ...mediation,
    confirmation: { applied: { on: appliedOn, court }, decided: null },
  }),

  /** One that was not heard or was taken back can be made again while the days last. */
  ConfirmationRecorded: (mediation, { decidedOn, outcome, note }) => ({
    ...mediation,
    confirmation: {
      applied: outcome === 'confirmed' || outcome === 'invalid' ? mediation.confirmation.applied : null,
      decided: { on: decidedOn, outcome, note },
    },
  }),

  MediationEnded: (mediation, { on, reason, party, note }) => ({
    ...mediation,
    ...{ stage: 'ended', ended: { on, reason, party, note }, moreTime: null },
  }),

  MediationClosed: (mediation, { on, isPerformed, note }) => ({
    ...mediation,
    ...{ stage: 'closed', closed: { on, isPerformed, note } },
  }),

  MediationFreed: (mediation) => ({
    ...mediation,
    subject: mediation.subject.kind === 'petition' ? { ...mediation.subject, ref: null } : mediation.subject,
  }),

  MediationKept: (mediation, { keptFrom, officials, recused, shownTo }) => ({
    ...mediation,
    ...{ keptFrom, officials, recused, shownTo },
  }),

  MediationPassedOn: (mediation, { from, to }) => {
    const moved = <T extends Mediation['organ'] | null>(organ: T): T => (organ === from ? (to as T) : organ)
    return {
      ...mediation,
      organ: moved(mediation.organ),
      opener: moved(mediation.opener),
      shownTo: mediation.shownTo.map(moved),
      parties: mediation.parties.map((party) => ({ ...party, organ: moved(party.organ) })),
    }
  },

  MediationErased: (mediation, { on }) => ({ ...mediation, erasedOn: on }),
  MediationFellOverdue: (mediation) => mediation,
  ConfirmationLapsed: (mediation) => mediation,
  MediationClocksRecounted: (mediation) => mediation,
}
