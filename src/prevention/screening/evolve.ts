import { applyClockChange } from '../../kernel/running-clock.ts'
import type { Area, Screening, ScreeningFact, ScreeningFactOf, ScreeningFactType, ScreeningState } from './screening.ts'

type Evolvers = {
  readonly [T in Exclude<ScreeningFactType, 'ScreeningOpened'>]: (
    screening: Screening,
    fact: ScreeningFactOf<T>,
  ) => Screening
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: ScreeningState, fact: ScreeningFact): Screening {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, version: changed.version + 1 }
}

function afterFact(state: ScreeningState, fact: ScreeningFact): Screening {
  if (fact.type === 'ScreeningOpened') {
    if (state !== null) throw new Error('opened twice')
    return opened(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a campaign`)
  const apply = evolvers[fact.type] as ((screening: Screening, fact: ScreeningFact) => Screening) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

function opened(fact: ScreeningFactOf<'ScreeningOpened'>): Screening {
  const { on, pack, keeper, region, title, brief, category, round, due, areas } = fact
  return {
    ...{ version: 0, pack, keeper, region, stage: 'open', openedOn: on, title, brief, category, round, due },
    areas: areas.map((area) => ({
      ...{ ...area, standing: 'waiting', until: due, reportedOn: null, reportedBy: null, note: null, disputes: [] },
      ...{ helpers: null, households: [], returns: [], reminders: [] },
    })),
    ...{ entries: [], extensions: [], summary: null, endedOn: null, note: null, next: null, isLast: false, clocks: [] },
  }
}

const ofArea = (screening: Screening, code: string, change: (area: Area) => Area): Screening => ({
  ...screening,
  areas: screening.areas.map((area) => (area.area === code ? change(area) : area)),
})
const withEntry = (screening: Screening, entry: string): Screening => ({
  ...screening,
  entries: [...screening.entries, entry],
})

const evolvers: Evolvers = {
  AreaAssigned: (screening, { area, screeners, helpers, households }) =>
    ofArea(screening, area, (place) => {
      const before = new Map(place.households.map((each) => [each.household, each]))
      const unseen = { result: null, at: null, note: null }
      return {
        ...place,
        ...{ screeners, helpers },
        households: households.map((each) => ({ ...unseen, ...before.get(each.household), ...each })),
      }
    }),
  /** Whoever was absent and is met later was met. */
  HouseholdRecorded: (screening, { area, household, entry, at, result, note }) =>
    ofArea(withEntry(screening, entry), area, (place) => ({
      ...place,
      households: place.households.map((each) =>
        each.household === household && each.result !== 'met' ? { ...each, result, at, note } : each,
      ),
    })),
  ZeroReportFiled: (screening, { account, area, entry, at, note }) =>
    ofArea(withEntry(screening, entry), area, (place) => ({
      ...place,
      ...{ standing: 'zero', reportedOn: at, reportedBy: account, note },
    })),
  DisputeLinked: (screening, { account, area, at, dispute }) =>
    ofArea(screening, area, (place) => ({
      ...place,
      ...(place.standing === 'found' ? {} : { standing: 'found', reportedOn: at, reportedBy: account }),
      disputes: [...place.disputes, dispute],
    })),
  ReportReturned: (screening, { on, area, reason, until }) =>
    ofArea(screening, area, (place) => ({
      ...place,
      ...{ standing: 'waiting', until, reportedOn: null, reportedBy: null, note: null },
      returns: [...place.returns, { on, reason, until }],
    })),
  AreaReminded: (screening, { on, area, note }) =>
    ofArea(screening, area, (place) => ({ ...place, reminders: [...place.reminders, { on, note }] })),
  ScreeningExtended: (screening, { on, until, reason }) => ({
    ...screening,
    due: until,
    areas: screening.areas.map((area) =>
      area.standing === 'waiting' && area.until < until ? { ...area, until } : area,
    ),
    extensions: [...screening.extensions, { on, until, reason }],
  }),
  ScreeningClosed: (screening, { on, summary }) => ({ ...screening, stage: 'closed', endedOn: on, summary }),
  ScreeningCancelled: (screening, { on, reason }) => ({ ...screening, stage: 'cancelled', endedOn: on, note: reason }),
  SeriesEnded: (screening) => ({ ...screening, isLast: true }),
  NextRoundOpened: (screening, { next }) => ({ ...screening, next }),
  ScreeningPassedOn: (screening, { from, to }) => ({
    ...screening,
    keeper: screening.keeper === from ? to : screening.keeper,
    areas: screening.areas.map((area) => (area.organ === from ? { ...area, organ: to } : area)),
  }),
  AreasFellOverdue: (screening) => screening,
  ScreeningClocksRecounted: (screening) => screening,
}
