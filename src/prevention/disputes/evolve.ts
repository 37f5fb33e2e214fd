import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { applyClockChange } from '../../kernel/running-clock.ts'
import type {
  Dispute,
  DisputeFact,
  DisputeFactOf,
  DisputeFactType,
  DisputeStage,
  DisputeState,
  Responsible,
} from './dispute.ts'

type Evolvers = {
  readonly [T in Exclude<DisputeFactType, 'DisputeRecorded'>]: (dispute: Dispute, fact: DisputeFactOf<T>) => Dispute
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: DisputeState, fact: DisputeFact): Dispute {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  const entry = 'entry' in fact && fact.entry !== null ? [fact.entry] : []
  const entries = entry.length === 0 ? changed.entries : [...changed.entries, ...entry]
  return { ...changed, clocks, entries, movedOn: movedOn(changed, fact), version: changed.version + 1 }
}

/** From whom it is kept, and how a limit was counted again, is nothing that happened to it. */
const movedOn = ({ movedOn }: Dispute, { type, on }: DisputeFact): Day =>
  type === 'DisputeKept' || type === 'DisputeClocksRecounted' || type === 'DisputeErased' ? movedOn : on

function afterFact(state: DisputeState, fact: DisputeFact): Dispute {
  if (fact.type === 'DisputeRecorded') {
    if (state !== null) throw new Error('recorded twice')
    return recorded(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a dispute`)
  const apply = evolvers[fact.type] as ((dispute: Dispute, fact: DisputeFact) => Dispute) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

function recorded({ type: _, clocks: __, organ, account, ...fact }: DisputeFactOf<'DisputeRecorded'>): Dispute {
  const { on, due: ___, responsible, ...entry } = fact
  return {
    ...entry,
    ...{ version: 0, stage: 'recorded', recordedOn: on, movedOn: on, responsible },
    recorder: { organ, account },
    formers: [],
    grading: null,
    ...{ entries: [], progress: [], handOns: [], mediations: [], settlements: [], followUps: [], extensions: [] },
    ...{ petitions: [], directed: null, notFound: null, ending: null, note: null, closedOn: null, erasedOn: null },
    clocks: [],
  }
}

/** Another organ has it; whoever had it goes on seeing what becomes of it. */
function given(dispute: Dispute, responsible: Responsible): Dispute {
  const before = dispute.responsible.organ
  if (before === responsible.organ) return { ...dispute, responsible }
  const formers = [...new Set([...dispute.formers, before])].filter((organ) => organ !== responsible.organ)
  return { ...dispute, responsible, formers }
}

/** Something is done about it, so somebody is at it. */
const begun = ({ stage }: Dispute): DisputeStage => (stage === 'recorded' || stage === 'graded' ? 'settling' : stage)

const renamed = (from: OrganId, to: OrganId, organ: OrganId): OrganId => (organ === from ? to : organ)

const evolvers: Evolvers = {
  DisputeGraded: (dispute, { on, account, grading, people, suggested }) => ({
    ...dispute,
    stage: dispute.stage === 'recorded' ? 'graded' : dispute.stage,
    people,
    grading: { ...grading, on, account, suggested },
  }),

  DisputeAssigned: (dispute, { responsible }) => given(dispute, responsible),

  DisputeProgressRecorded: (dispute, { on, entry, at, organ, account, kind, text, materials }) => ({
    ...dispute,
    stage: begun(dispute),
    progress: [...dispute.progress, { on, entry, at, organ, account, kind, text, materials }],
  }),

  DisputeHandedUp: (dispute, { on, entry, at, account, from, to, tried }) => ({
    ...given(dispute, { organ: to, account: null }),
    stage: 'handedUp',
    notFound: null,
    handOns: [...dispute.handOns, { kind: 'up', on, entry, at, account, from, to, words: tried }],
  }),

  DisputeTakenUp: (dispute, { organ, handler }) => ({
    ...dispute,
    stage: 'settling',
    responsible: { organ, account: handler },
  }),

  DisputeReturned: (dispute, { on, account, from, to, reason }) => ({
    ...given(dispute, { organ: to, account: null }),
    stage: 'settling',
    notFound: null,
    handOns: [...dispute.handOns, { kind: 'back', on, entry: null, at: on, account, from, to, words: reason }],
  }),

  DisputeMediationBegun: (dispute, { on, mediation }) => ({
    ...dispute,
    stage: 'mediating',
    mediations: [...dispute.mediations, { mediation, on, ended: null }],
  }),

  DisputeMediationEnded: (dispute, { on, mediation, outcome, note }) => ({
    ...dispute,
    stage: 'settling',
    mediations: dispute.mediations.map((each) =>
      each.mediation === mediation && each.ended === null ? { ...each, ended: { on, outcome, note } } : each,
    ),
  }),

  DisputeSettled: (dispute, { on, entry, at, organ, account, level, way, terms, words, materials }) => ({
    ...dispute,
    stage: 'settled',
    notFound: null,
    settlements: [...dispute.settlements, { on, entry, at, organ, account, level, way, terms, words, materials }],
  }),

  DisputeFollowedUp: (dispute, { on, entry, at, account, holds, text }) => ({
    ...dispute,
    stage: holds ? 'followedUp' : 'settling',
    followUps: [...dispute.followUps, { on, entry, at, account, holds, text }],
  }),

  DisputeExtended: (dispute, { on, until, reason }) => ({
    ...dispute,
    extensions: [...dispute.extensions, { on, until, reason }],
  }),

  DisputePetitionJoined: (dispute, { on, petition, keptFrom, officials }) => ({
    ...dispute,
    ...{ keptFrom, officials },
    // what is closed stays closed as it was, with why; what is open goes its own way, and is there after all
    ...(dispute.stage === 'closed' ? {} : ({ stage: 'petition', notFound: null } as const)),
    petitions: [...dispute.petitions, { petition, on }],
  }),

  DisputeDirected: (dispute, { on, to, told }) => ({ ...dispute, directed: { on, to, told } }),
  DisputeNotFoundReported: (dispute, { on, account, reason }) => ({ ...dispute, notFound: { on, account, reason } }),
  DisputeNotFoundConfirmed: (dispute) => dispute,
  DisputeNotFoundRejected: (dispute) => ({ ...dispute, notFound: null }),

  DisputeClosed: (dispute, { on, ending, note }) => ({ ...dispute, stage: 'closed', ending, note, closedOn: on }),

  DisputeKept: (dispute, { keptFrom, officials }) => ({ ...dispute, keptFrom, officials }),

  DisputePassedOn: (dispute, { from, to }) => ({
    ...dispute,
    recorder: { ...dispute.recorder, organ: renamed(from, to, dispute.recorder.organ) },
    responsible: { ...dispute.responsible, organ: renamed(from, to, dispute.responsible.organ) },
    formers: [...new Set(dispute.formers.map((organ) => renamed(from, to, organ)))],
  }),

  DisputeErased: (dispute, { on }) => ({ ...dispute, erasedOn: on }),
  DisputeFellOverdue: (dispute) => dispute,
  DisputeClocksRecounted: (dispute) => dispute,
}
