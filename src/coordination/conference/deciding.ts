/** What is decided on an item at a meeting or by signing round, and what it may bind: a petition, an organ by an order, organs by tasks. */
import { isAfter } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok } from '../../kernel/result.ts'
import { article } from '../../law/basis.ts'
import { refusalOfMeeting } from './acting.ts'
import type {
  ConferenceRefusal,
  ConferenceWorld,
  DecidedTask,
  Item,
  ItemOf,
  Outcome,
  StaffActor,
} from './conference.ts'
import type { ItemRule } from './item-decide.ts'

/** While the meeting runs, and until its minutes are approved: what was typed wrong in haste is put right there. */
export const decideItem: ItemRule<'DecideItem'> = (item, command, world) => {
  const refusal =
    refusalOfMeeting(item, 'DecideItem', ['opened', 'drafted'], world) ?? refusalOfOutcome(item, command, world)
  if (refusal) return err(refusal)
  const { on, actor, says, jurisdiction, measure, tasks } = command
  const { account } = actor as StaffActor
  return ok([{ type: 'ItemDecided', on, account, says, jurisdiction, measure, tasks: withKeys(tasks) }])
}

export const withKeys = (tasks: Outcome['tasks']): readonly DecidedTask[] =>
  tasks.map((task, index) => ({ ...task, key: `t${index + 1}` }))

type Deciding = Pick<ItemOf<'DecideItem'>, 'jurisdiction' | 'measure' | 'tasks' | 'on'>

/** Whether it may bind what it says, whoever decides it and how. */
export const refusalOfOutcome = (item: Item, deciding: Deciding, world: ConferenceWorld): ConferenceRefusal | null =>
  refusalOfJurisdiction(item, deciding, world) ??
  refusalOfMeasure(item, deciding, world) ??
  refusalOfTasks(item, deciding, world)

/** A dispute that was referred here ends with an organ that takes the petition, or waits for another meeting. */
function refusalOfJurisdiction(
  item: Item,
  { jurisdiction }: Deciding,
  world: ConferenceWorld,
): ConferenceRefusal | null {
  if (jurisdiction === null) {
    return item.kind === 'jurisdiction' ? { kind: 'needs-competent-organ', basis: article(24, 1) } : null
  }
  const { petition, competent } = jurisdiction
  if (!item.petitions.includes(petition)) return { kind: 'petition-not-linked', petition }
  return refusalOfOrgan(item, competent, world)
}

function refusalOfOrgan(
  { keptFrom }: Pick<Item, 'keptFrom'>,
  organ: OrganId,
  { organs }: ConferenceWorld,
): ConferenceRefusal | null {
  if (organs.find(organ)?.state !== 'active') return { kind: 'unknown-organ', organ }
  return isKeptOut(keptFrom, organ, organs) ? { kind: 'organ-is-kept-out', organ, basis: article(30, 3) } : null
}

/** Whoever a measure is against learns of it by the order, so that they are no reason to refuse it; whom a petition accuses is. */
function refusalOfMeasure(
  item: Item,
  { measure, on }: Deciding,
  { organs, law }: ConferenceWorld,
): ConferenceRefusal | null {
  if (measure === null) return null
  const row = law.measures[measure.order]
  if (!row) return { kind: 'measure-unknown', measure: measure.order }
  const { basis } = row
  if (!item.petitions.includes(measure.petition)) return { kind: 'petition-not-linked', petition: measure.petition }
  if (measure.organs.length === 0) return { kind: 'measure-against-nobody', basis }
  const unknown = measure.organs.find((organ) => organs.find(organ)?.state !== 'active')
  if (unknown) return { kind: 'unknown-organ', organ: unknown }
  if (measure.order !== 'interview' && measure.criteria.length === 0) return { kind: 'measure-without-criteria', basis }
  return isAfter(measure.due, on) ? null : { kind: 'day-not-ahead', day: measure.due, today: on }
}

function refusalOfTasks(item: Item, { tasks, on }: Deciding, world: ConferenceWorld): ConferenceRefusal | null {
  for (const { organ, due } of tasks) {
    const refusal = refusalOfOrgan(item, organ, world)
    if (refusal) return refusal
    if (!isAfter(due, on)) return { kind: 'day-not-ahead', day: due, today: on }
  }
  return null
}
