import { hasPassed } from '../../kernel/clock.ts'
import { recountOpen, withClockChanges } from '../../kernel/clock-keeping.ts'
import { addDays, type Day, isAfter } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import { clockChangesAt, recounting } from './clocks.ts'
import { evolve } from './evolve.ts'
import type {
  Of,
  StaffActor,
  Theme,
  ThemeCommand,
  ThemeCommandType,
  ThemeFact,
  ThemeRefusal,
  ThemeStage,
  ThemeState,
  ThemeWorld,
} from './theme.ts'

export type ThemeDecision = Result<readonly ThemeFact[], ThemeRefusal>
type LaterCommand = Exclude<ThemeCommandType, 'GovernTheme'>
type Decide<T extends LaterCommand> = (theme: Theme, command: Of<T>, world: ThemeWorld) => ThemeDecision

const refuse = (refusal: ThemeRefusal): ThemeDecision => err(refusal)
const accept = (...facts: readonly ThemeFact[]): ThemeDecision => ok(facts)

/** What may follow from a command: who may act, then the rule, then the clock that its facts start and stop. */
export function decide(state: ThemeState, command: ThemeCommand, world: ThemeWorld): ThemeDecision {
  const decision = ruled(state, command, world)
  if (!decision.ok) return decision
  return ok(
    withClockChanges<Theme, ThemeFact>(state, decision.value, {
      evolve,
      changesAt: (theme, fact) => clockChangesAt(theme, fact, world),
    }),
  )
}

function ruled(state: ThemeState, command: ThemeCommand, world: ThemeWorld): ThemeDecision {
  if (command.type === 'GovernTheme') {
    return state === null ? governTheme(command, world) : refuse({ kind: 'theme-governed-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-theme' })
  const refusal = refusalToAct(state, command)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (theme: Theme, command: ThemeCommand, world: ThemeWorld) => ThemeDecision
  return rule(state, command, world)
}

export type Part = 'governor' | 'owner' | 'doer'

export function partIn({ governor, owner, steps }: Theme, organ: OrganId): Part | null {
  if (organ === governor) return 'governor'
  if (organ === owner.organ) return 'owner'
  return steps.some((step) => step.organ === organ) ? 'doer' : null
}

/** `lead`: whoever leads the bureau that governs it; `parties`: whoever works there or in the organ that answers for it. */
export const permissions: Readonly<
  Record<
    LaterCommand,
    { readonly by: 'lead' | 'parties' | 'house' | 'leadOrHouse'; readonly at: readonly ThemeStage[] }
  >
> = {
  AddThemeStep: { by: 'parties', at: ['governed'] },
  HandThemeOver: { by: 'lead', at: ['governed'] },
  ExtendTheme: { by: 'lead', at: ['governed'] },
  CloseTheme: { by: 'lead', at: ['governed'] },
  ReopenTheme: { by: 'leadOrHouse', at: ['closed'] },
  PassThemeOn: { by: 'house', at: ['governed', 'closed'] },
  MarkClock: { by: 'house', at: ['governed'] },
  RecountTheme: { by: 'house', at: ['governed', 'closed'] },
}

const anothers: ThemeRefusal = { kind: 'theme-is-anothers', basis: decided('0063') }
const leads = ({ posts }: StaffActor): boolean => posts.includes('head') || posts.includes('leader')
const works = (actor: StaffActor): boolean => leads(actor) || actor.posts.includes('clerk')

function refusalToAct(theme: Theme, { type, actor }: ThemeCommand): ThemeRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  if (actor.kind === 'house') {
    if (by !== 'house' && by !== 'leadOrHouse') return anothers
  } else {
    const part = partIn(theme, actor.organ)
    if (part === null) return { kind: 'no-such-theme' }
    if (by === 'house') return anothers
    if (by === 'parties' ? part === 'doer' || !works(actor) : part !== 'governor' || !leads(actor)) return anothers
  }
  return at.includes(theme.stage) ? null : { kind: 'wrong-theme-stage', stage: theme.stage, command: type, needs: at }
}

/** By whoever leads a bureau, of its own area: it is the bureau that analyses what petitions say (art. 14 (1) (4)). */
export function refusalToGovern(
  actor: ThemeCommand['actor'],
  { organs }: Pick<ThemeWorld, 'organs'>,
): ThemeRefusal | null {
  if (actor.kind !== 'staff') return anothers
  const own = organs.find(actor.organ)
  return own?.kind === 'bureau' && own.state === 'active' && leads(actor) ? null : anothers
}

function governTheme({ on, actor, beginning, knows }: Of<'GovernTheme'>, world: ThemeWorld): ThemeDecision {
  const refusal = refusalToGovern(actor, world)
  if (refusal) return refuse(refusal)
  const { organ: governor, account } = actor as StaffActor
  const { about, owner, due } = beginning
  if (about.topic === null && about.category === null) return refuse({ kind: 'needs-topic-or-category' })
  if (about.topic !== null && !knows.topic) return refuse({ kind: 'no-such-topic' })
  if (about.topic !== null && knows.isGoverned) return refuse({ kind: 'topic-is-governed' })
  const region = world.organs.find(governor)?.region ?? '00'
  if (region !== '00' && !about.place.startsWith(region)) {
    return refuse({ kind: 'place-outside-area', place: about.place, basis: article(14, 1, 4) })
  }
  const wrong = refusalOfOwner(owner, knows.officer, world) ?? refusalOfDay(due, on, world)
  if (wrong) return refuse(wrong)
  return accept({ type: 'ThemeGoverned', on, pack: world.pack, governor, account, ...beginning })
}

function refusalOfOwner(owner: Theme['owner'], isThere: boolean, { organs }: ThemeWorld): ThemeRefusal | null {
  if (organs.find(owner.organ)?.state !== 'active') return { kind: 'unknown-organ', organ: owner.organ }
  return owner.officer !== null && !isThere ? { kind: 'official-not-there', organ: owner.organ } : null
}

/** The longest that the law of the place gives, counted in days. */
export const latestDay = (on: Day, { times }: Pick<ThemeWorld, 'times'>): Day =>
  addDays(on, 'count' in times.governTheme.span ? times.governTheme.span.count : 0)

function refusalOfDay(day: Day, on: Day, world: ThemeWorld): ThemeRefusal | null {
  if (!isAfter(day, on)) return { kind: 'day-not-ahead', day, today: on }
  const atMost = latestDay(on, world)
  return isAfter(day, atMost) ? { kind: 'theme-too-long', atMost, basis: world.times.governTheme.basis } : null
}

/** A theme is read whole each time. */
const mostSteps = 100

/** From this fact the organ is given its task. */
const addThemeStep: Decide<'AddThemeStep'> = ({ steps }, { on, actor, organ, what, due }, { organs }) => {
  if (steps.length >= mostSteps) return refuse({ kind: 'too-many-already', atMost: mostSteps })
  if (organs.find(organ)?.state !== 'active') return refuse({ kind: 'unknown-organ', organ })
  if (!isAfter(due, on)) return refuse({ kind: 'day-not-ahead', day: due, today: on })
  const { account } = actor as StaffActor
  return accept({ type: 'ThemeStepAdded', on, account, key: `s${steps.length + 1}`, organ, what, due })
}

const handThemeOver: Decide<'HandThemeOver'> = (_, { on, actor, owner, reason, knows }, world) => {
  const wrong = refusalOfOwner(owner, knows.officer, world)
  if (wrong) return refuse(wrong)
  return accept({ type: 'ThemeHandedOver', on, account: (actor as StaffActor).account, owner, reason })
}

const extendTheme: Decide<'ExtendTheme'> = ({ due }, { on, actor, until, reason }, world) => {
  if (!isAfter(until, due)) return refuse({ kind: 'not-an-extension', due })
  const wrong = refusalOfDay(until, on, world)
  if (wrong) return refuse(wrong)
  return accept({ type: 'ThemeExtended', on, account: (actor as StaffActor).account, until, reason })
}

/** 办结: every step is done with, and it is called solved only where the counts say that it fell. */
const closeTheme: Decide<'CloseTheme'> = (_, { on, actor, result, report, measured, openTasks }) => {
  if (openTasks > 0) return refuse({ kind: 'theme-still-open', count: openTasks })
  if (result === 'solved' && measured.verdict !== 'fell') {
    return refuse({ kind: 'theme-has-not-fallen', basis: decided('0063') })
  }
  return accept({ type: 'ThemeClosed', on, account: (actor as StaffActor).account, result, report, measured })
}

const reopenTheme: Decide<'ReopenTheme'> = (_, { on, actor, reason, measured }) => {
  const account = actor.kind === 'staff' ? actor.account : null
  return accept({ type: 'ThemeReopened', on, account, reason, measured })
}

/** 分立、合并、撤销 (art. 24 (2)): where nobody carries an organ on, its part stays where it was and is overdue for all to see. */
const passThemeOn: Decide<'PassThemeOn'> = ({ governor, owner }, { on }, { organs }) =>
  ok(
    [...new Set([governor, owner.organ])].flatMap((from): readonly ThemeFact[] => {
      const known = organs.find(from)
      if (known === undefined || known.state === 'active') return []
      const to = known.successors.find((heir) => organs.find(heir)?.state === 'active')
      return to === undefined ? [] : [{ type: 'ThemePassedOn', on, from, to }]
    }),
  )

const recountTheme: Decide<'RecountTheme'> = (theme, { on }, world) => {
  const recounted = recountOpen(theme.clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'ThemeClocksRecounted', on, ...recounted })
}

const markClock: Decide<'MarkClock'> = (theme, { on, actor, clock: id }, world) => {
  const clock = theme.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, world)) return recountTheme(theme, { type: 'RecountTheme', on, actor }, world)
  return accept({ type: 'ThemeFellOverdue', on, clock: id, clocks: [{ change: 'fellOverdue', id, on }] })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  AddThemeStep: addThemeStep,
  HandThemeOver: handThemeOver,
  ExtendTheme: extendTheme,
  CloseTheme: closeTheme,
  ReopenTheme: reopenTheme,
  PassThemeOn: passThemeOn,
  MarkClock: markClock,
  RecountTheme: recountTheme,
}
