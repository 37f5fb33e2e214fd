import type { OrganId } from '../../kernel/organ.ts'
import type { Visit, VisitCase, VisitFact, VisitFactOf, VisitFactType, VisitPlan, VisitState } from './visit.ts'

type Evolvers = {
  readonly [T in Exclude<VisitFactType, 'VisitPlanned'>]: (visit: Visit, fact: VisitFactOf<T>) => Visit
}

/** What a fact changes. A fact says what the rules concluded, so no rule is looked at. Throws on an impossible history. */
export function evolve(state: VisitState, fact: VisitFact): Visit {
  if (fact.type === 'VisitPlanned') {
    if (state !== null) throw new Error('planned twice')
    return planned(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a visit`)
  const apply = evolvers[fact.type] as ((visit: Visit, fact: VisitFact) => Visit) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return { ...apply(state, fact), version: state.version + 1 }
}

const fresh = (plan: VisitPlan): readonly VisitCase[] =>
  plan.cases.map((each) => ({ ...each, refused: null, shownOn: null, informed: null }))

function planned({ on, organ, region, plan, keptFrom, officials }: VisitFactOf<'VisitPlanned'>): Visit {
  const { day, destination, leaders, companions } = plan
  return {
    ...{ version: 1, organ, region, stage: 'planned', plannedOn: on, keptFrom, officials },
    ...{ day, destination, leaders, companions, cases: fresh(plan) },
    ...{ entries: [], moves: [], sheets: [], report: null, note: null, concludedOn: null, endedOn: null, erased: [] },
  }
}

const ofCase = (visit: Visit, petition: string, change: (each: VisitCase) => VisitCase): Visit => ({
  ...visit,
  cases: visit.cases.map((each) => (each.petition === petition ? change(each) : each)),
})

const evolvers: Evolvers = {
  /** Who refused has refused still, unless they have agreed since. */
  VisitEdited: (visit, { plan, keptFrom, officials }) => {
    const before = new Map(visit.cases.map((each) => [each.petition, each]))
    const { day, destination, leaders, companions } = plan
    return {
      ...visit,
      ...{ stage: 'planned', day, destination, leaders, companions, keptFrom, officials },
      cases: fresh(plan).map((each) => {
        const same = before.get(each.petition)
        const refused = each.consent === null ? (same?.refused ?? null) : null
        return { ...each, refused, shownOn: same?.shownOn ?? null, informed: same?.informed ?? null }
      }),
    }
  },
  VisitConfirmed: (visit) => ({ ...visit, stage: 'confirmed' }),
  VisitPostponed: (visit, { on, to, reason }) => ({
    ...visit,
    ...{ stage: 'planned', day: to, moves: [...visit.moves, { on, from: visit.day, to, reason }] },
  }),
  VisitCancelled: (visit, { on, reason }) => ({ ...visit, stage: 'cancelled', endedOn: on, note: reason }),
  RefusalRecorded: (visit, { on, petition, note }) =>
    ofCase(visit, petition, (each) => ({ ...each, refused: { on, note } })),
  VisitAnnounced: (visit, { on, petition }) => ofCase(visit, petition, (each) => ({ ...each, shownOn: on })),
  SheetCarried: (visit, { on, account, until }) => ({ ...visit, sheets: [...visit.sheets, { on, account, until }] }),
  EntryRecorded: (visit, fact) => {
    const { on, account, entry, kind, petition, at, whom, text, organ, due, materials } = fact
    const recorded = { on, account, entry, kind, petition, at, whom, text, organ, due, materials, registered: null }
    return { ...visit, entries: [...visit.entries, recorded] }
  },
  VisitConcluded: (visit, { on, account, report }) => ({
    ...visit,
    ...{ stage: 'concluded', concludedOn: on, report: { on, account, text: report } },
  }),
  VisitOpened: (visit, { reason }) => ({ ...visit, stage: 'confirmed', concludedOn: null, note: reason }),
  PetitionerInformed: (visit, { on, petition, way, note }) =>
    ofCase(visit, petition, (each) => ({ ...each, informed: { on, way, note } })),
  EntryLinked: (visit, { entry, petition, keptFrom, officials }) => ({
    ...visit,
    ...{ keptFrom, officials },
    entries: visit.entries.map((each) => (each.entry === entry ? { ...each, registered: petition } : each)),
  }),
  VisitClosed: (visit, { on }) => ({ ...visit, stage: 'closed', endedOn: on }),
  CaseErased: (visit, { refs }) => ({ ...visit, erased: [...visit.erased, ...refs] }),
  VisitPassedOn: (visit, { from, to, region }) => {
    const passed = <T extends { readonly organ: OrganId }>(each: T): T =>
      each.organ === from ? { ...each, organ: to } : each
    return {
      ...passed(visit),
      region: region ?? visit.region,
      leaders: visit.leaders.map(passed),
      companions: visit.companions.map(passed),
    }
  },
  /** With nobody left who leads it, it is a plan again. */
  LeaderLeft: (visit, { account }) => {
    const leaders = visit.leaders.filter((leader) => leader.account !== account)
    return { ...visit, leaders, stage: leaders.length === 0 ? 'planned' : visit.stage }
  },
  VisitKept: (visit, { keptFrom, officials }) => ({ ...visit, keptFrom, officials }),
}
