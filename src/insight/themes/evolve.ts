import { applyClockChange } from '../../kernel/running-clock.ts'
import type { Theme, ThemeFact, ThemeFactOf, ThemeFactType, ThemeState } from './theme.ts'

type Evolvers = {
  readonly [T in Exclude<ThemeFactType, 'ThemeGoverned'>]: (theme: Theme, fact: ThemeFactOf<T>) => Theme
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: ThemeState, fact: ThemeFact): Theme {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, version: changed.version + 1 }
}

function afterFact(state: ThemeState, fact: ThemeFact): Theme {
  if (fact.type === 'ThemeGoverned') {
    if (state !== null) throw new Error('governed twice')
    const { on, pack, governor, about, name, remedy, owner, due } = fact
    return {
      ...{ version: 0, pack, governor, about, name, remedy, owner, due },
      ...{ stage: 'governed', governedOn: on, since: on, steps: [], closed: null, reopened: [], clocks: [] },
    }
  }
  if (state === null) throw new Error(`${fact.type} before there was a theme`)
  const apply = evolvers[fact.type] as ((theme: Theme, fact: ThemeFact) => Theme) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

const evolvers: Evolvers = {
  ThemeStepAdded: (theme, { on, key, organ, what, due }) => ({
    ...theme,
    steps: [...theme.steps, { key, on, organ, what, due }],
  }),
  ThemeHandedOver: (theme, { owner }) => ({ ...theme, owner }),
  ThemeExtended: (theme, { until }) => ({ ...theme, due: until }),
  ThemeClosed: (theme, { on, account, result, report, measured }) => ({
    ...theme,
    ...{ stage: 'closed', closed: { on, account, result, report, measured } },
  }),
  /** What was closed stays on record in its history; what is measured from now on begins now. */
  ThemeReopened: (theme, { on, account, reason, measured }) => ({
    ...theme,
    ...{ stage: 'governed', since: on, closed: null },
    reopened: [...theme.reopened, { on, isByHouse: account === null, reason, measured }],
  }),
  ThemePassedOn: (theme, { from, to }) => ({
    ...theme,
    governor: theme.governor === from ? to : theme.governor,
    owner: theme.owner.organ === from ? { organ: to, officer: null } : theme.owner,
  }),
  ThemeFellOverdue: (theme) => theme,
  ThemeClocksRecounted: (theme) => theme,
}
