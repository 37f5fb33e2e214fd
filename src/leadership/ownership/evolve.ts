import type { Day } from '../../kernel/day.ts'
import { applyClockChange } from '../../kernel/running-clock.ts'
import type {
  Held,
  Owner,
  Ownership,
  OwnershipFact,
  OwnershipFactOf,
  OwnershipFactType,
  OwnershipState,
  ProposedFor,
} from './ownership.ts'

type Evolvers = {
  readonly [T in Exclude<OwnershipFactType, 'OwnershipProposed'>]: (
    ownership: Ownership,
    fact: OwnershipFactOf<T>,
  ) => Ownership
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: OwnershipState, fact: OwnershipFact): Ownership {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, movedOn: movedOn(changed, fact), version: changed.version + 1 }
}

/** How a limit was counted again, and from whom it is kept, is nothing that happened to it. */
const movedOn = ({ movedOn }: Ownership, { type, on }: OwnershipFact): Day =>
  type === 'OwnershipClocksRecounted' || type === 'OwnershipKept' ? movedOn : on

function afterFact(state: OwnershipState, fact: OwnershipFact): Ownership {
  if (fact.type === 'OwnershipProposed') {
    if (state !== null) throw new Error('proposed twice')
    return begun(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was an owned case`)
  const apply = evolvers[fact.type] as ((ownership: Ownership, fact: OwnershipFact) => Ownership) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

function begun(fact: OwnershipFactOf<'OwnershipProposed'>): Ownership {
  const { on, for: proposedFor, by, reason, pack, petition, class: petitionClass, category, place } = fact
  const { registeredOn, keeper, deciders, keptFrom, officials, recused, about } = fact
  return {
    ...{ version: 0, pack, petition, class: petitionClass, category, place, registeredOn, keeper, deciders },
    ...{ keptFrom, officials, recused, about, stage: 'proposed', proposedOn: on, movedOn: on, endedOn: null },
    grounds: groundsOf(proposedFor, { on, by, reason }),
    ...{ droppedFor: null, owner: null, handler: null, duties: [], due: null, held: [], refusedOwners: [] },
    ...{
      plans: [],
      steps: [],
      withdrawnSteps: [],
      meetings: [],
      help: [],
      extensions: [],
      results: [],
      views: [],
      askings: [],
    },
    ...{ anotherOwner: [], statements: [], relapses: [], isErased: false, clocks: [] },
  }
}

const groundsOf = (
  proposedFor: readonly ProposedFor[],
  beside: Omit<Ownership['grounds'][number], 'for'>,
): Ownership['grounds'] => proposedFor.map((each) => ({ for: each, ...beside }))

/** Whoever has it until then has it no longer. */
const released = (held: readonly Held[], on: Day, ended: Held['ended']): readonly Held[] =>
  held.map((one) => (one.until === null ? { ...one, until: on, ended } : one))

const taken = (held: readonly Held[], owner: Owner, on: Day, why: Held['why']): readonly Held[] => [
  ...released(held, on, 'replaced'),
  { ...owner, from: on, until: null, why, ended: null },
]

const evolvers: Evolvers = {
  GroundAdded: (ownership, { on, for: proposedFor, by, reason }) => ({
    ...ownership,
    stage: ownership.stage === 'dropped' ? 'proposed' : ownership.stage,
    endedOn: ownership.stage === 'dropped' ? null : ownership.endedOn,
    grounds: [...ownership.grounds, ...groundsOf(proposedFor, { on, by, reason })],
  }),

  OwnershipDropped: (ownership, { on, reason }) => ({
    ...ownership,
    stage: 'dropped',
    endedOn: on,
    droppedFor: reason,
  }),

  OwnerAssigned: (ownership, { on, owner, handler, duties, due }) => ({
    ...ownership,
    ...{ stage: 'assigned', owner, handler, duties, due },
    held: taken(ownership.held, owner, on, 'assigned'),
  }),

  OwnerReplaced: (ownership, { on, owner, handler }) => ({
    ...ownership,
    ...{ owner, handler },
    held: taken(ownership.held, owner, on, 'replaced'),
  }),

  PlanRecorded: (ownership, { on, account, plan, steps }) => ({
    ...ownership,
    stage: 'planned',
    plans: [...ownership.plans, { on, account, plan }],
    steps: [...ownership.steps, ...steps],
  }),

  StepAdded: (ownership, { step }) => ({ ...ownership, steps: [...ownership.steps, step] }),

  StepWithdrawn: (ownership, { on, step, reason }) => ({
    ...ownership,
    withdrawnSteps: [...ownership.withdrawnSteps, { on, step, reason }],
  }),

  MeetingRecorded: (ownership, { on, ref, heldOn, place, present, said, words }) => ({
    ...ownership,
    meetings: [...ownership.meetings, { ref, on, heldOn, place, present, said, words }],
  }),

  HelpOffered: (ownership, { on, ref, kind, explained, answer }) => ({
    ...ownership,
    help: [...ownership.help, { ref, on, kind, explained, answer, answeredOn: on }],
  }),

  HelpAnswered: (ownership, { on, help, answer }) => ({
    ...ownership,
    help: ownership.help.map((one) => (one.ref === help ? { ...one, answer, answeredOn: on } : one)),
  }),

  OwnershipExtended: (ownership, { on, organ, account, until, reason }) => ({
    ...ownership,
    due: until,
    extensions: [...ownership.extensions, { on, organ, account, until, reason }],
  }),

  ResultRecorded: (ownership, { on, outcome, result, remains }) => ({
    ...ownership,
    results: [...ownership.results, { on, version: ownership.version + 1, outcome, result, remains }],
  }),

  ViewRecorded: (ownership, { on, person, organ, view, words, materials }) => ({
    ...ownership,
    views: [...ownership.views, { on, version: ownership.version + 1, person, organ, view, words, materials }],
  }),

  ViewAsked: (ownership, { on, organ, askedOn, way, note }) => ({
    ...ownership,
    askings: [...ownership.askings, { on, version: ownership.version + 1, organ, askedOn, way, note }],
  }),

  OwnershipClosed: (ownership, { on, account, statement }) => ({
    ...ownership,
    ...{ stage: 'closed', endedOn: on },
    statements: [...ownership.statements, { on, account, statement }],
  }),

  AnotherOwnerAsked: (ownership, { on, ref, person, reason }) => ({
    ...ownership,
    anotherOwner: [...ownership.anotherOwner, { ref, on, person, reason, owner: ownership.owner, decided: null }],
  }),

  AnotherOwnerDecided: (ownership, { on, ref, organ, account, isGranted, reason }) => {
    const asked = ownership.anotherOwner.map((one) =>
      one.ref === ref ? { ...one, decided: { on, organ, account, isGranted, reason } } : one,
    )
    const refused = asked.find((one) => one.ref === ref)?.owner
    if (!isGranted || !refused) return { ...ownership, anotherOwner: asked }
    const changed = {
      ...ownership,
      anotherOwner: asked,
      refusedOwners: [...ownership.refusedOwners, refused.account],
    }
    // whoever follows in the meantime was not asked about
    return ownership.owner?.account === refused.account
      ? { ...changed, owner: null, held: released(ownership.held, on, 'refused') }
      : changed
  },

  OwnerLeft: (ownership, { on }) => ({
    ...ownership,
    owner: null,
    held: released(ownership.held, on, 'left'),
  }),

  OwnershipReopened: (ownership, { on, again }) => ({
    ...ownership,
    ...{ stage: 'proposed', endedOn: null, owner: null, handler: null, due: null },
    held: released(ownership.held, on, 'reopened'),
    relapses: [...ownership.relapses, { on, version: ownership.version + 1, again }],
  }),

  OwnershipKept: (ownership, { class: petitionClass, keptFrom, officials, recused, about }) => ({
    ...ownership,
    ...{ class: petitionClass, keptFrom, officials, recused, about },
  }),

  OwnershipEnded: (ownership, { on }) => ({ ...ownership, stage: 'ended', endedOn: on }),

  OwnershipPassedOn: (ownership, { from, to }) => ({
    ...ownership,
    keeper: ownership.keeper === from ? to : ownership.keeper,
    grounds: ownership.grounds.map((ground) => (ground.by === from ? { ...ground, by: to } : ground)),
    deciders: [...new Set(ownership.deciders.map((organ) => (organ === from ? to : organ)))],
    handler: ownership.handler?.organ === from ? { organ: to, account: null } : ownership.handler,
    owner: ownership.owner?.organ === from ? { ...ownership.owner, organ: to } : ownership.owner,
  }),

  OwnershipErased: (ownership) => ({ ...ownership, isErased: true }),
  OwnershipFellOverdue: (ownership) => ownership,
  OwnershipClocksRecounted: (ownership) => ownership,
}
