/**
 * What a petitioner can do now, until when, and which other procedures that does not replace. Each right stands in the law; whether it may
 * be used now is tried on the decider, as every other action is.
 */
import type { Day } from '../kernel/day.ts'
import { isOpen, type RunningClock } from '../kernel/running-clock.ts'
import type { OtherProcedure, ProcedureName, RightName, RightRule } from '../law/law.ts'
import { actionsOf } from './actions.ts'
import type { Actor, CommandType, Petition, Stage, World } from './petition.ts'

export interface CanDo {
  readonly right: RightName
  readonly rule: RightRule<CommandType, Stage>
  /** Path segment of the command; null where it is used in some other way. */
  readonly action: string | null
  /** As long as this runs; null where nothing limits it. */
  readonly clock: RunningClock | null
}

type Petitioner = Extract<Actor, { kind: 'petitioner' }>
type Rule = RightRule<CommandType, Stage>

const rightsOf = (world: World): readonly (readonly [RightName, Rule])[] =>
  Object.entries(world.law.rights) as [RightName, Rule][]

/** What this petitioner may do at this moment, in the order of the law's table. */
export function canDo(petition: Petition, actor: Petitioner, on: Day, world: World): readonly CanDo[] {
  const allowed = new Map(
    actionsOf(petition, actor, on, world).flatMap(({ type, action, refusal }) =>
      refusal === null ? [[type, action] as const] : [],
    ),
  )
  return rightsOf(world)
    .filter(([, rule]) => rule.kind === 'may' && hasItsPlace(rule, petition))
    .filter(([, { command }]) => command === undefined || allowed.has(command))
    .map(([right, rule]) => ({
      ...{ right, rule },
      action: rule.command === undefined ? null : (allowed.get(rule.command) ?? null),
      clock: clockOf(rule.clock, petition, actor.person),
    }))
}

/** What is owed to this petitioner at this stage, whether or not anybody asks. */
export const owed = (petition: Petition, world: World): readonly RightName[] =>
  rightsOf(world).flatMap(([right, rule]) => (rule.kind === 'owed' && hasItsPlace(rule, petition) ? right : []))

const hasItsPlace = ({ at, classes }: Rule, { stage, class: own }: Petition): boolean =>
  (at === undefined || at.includes(stage)) && (classes === undefined || classes.includes(own))

const clockOf = (rule: string | undefined, { clocks }: Petition, person: string): RunningClock | null =>
  clocks.findLast(
    (clock) => clock.rule === rule && isOpen(clock) && 'person' in clock.bearer && clock.bearer.person === person,
  ) ?? null

/**
 * Procedures that this matter may need beside the petition. Suggestions and accusations have none of their own; what was led to a route
 * of art. 31 has those of the route, and everything else those that its content points to.
 */
export function proceduresBeside(
  petition: Petition,
  { law }: World,
): readonly (readonly [ProcedureName, OtherProcedure])[] {
  const { stage, route, category, documents } = petition
  if (petition.class !== 'appeal') return []
  const procedures = Object.entries(law.otherProcedures) as [ProcedureName, OtherProcedure][]
  return procedures.filter(([, { routes, categories, after }]) => {
    if (after !== undefined) return documents.some(({ kind }) => kind === after)
    if (stage === 'directed' && route !== null) return routes.includes(route)
    return categories.length === 0 || categories.includes(category)
  })
}
