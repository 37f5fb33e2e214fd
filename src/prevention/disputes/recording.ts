/** Taking a dispute into the ledger, and saying how grave it is and who settles it. */
import { type Day, isAfter } from '../../kernel/day.ts'
import { article, decided } from '../../law/basis.ts'
import { findCategory } from '../../law/codes/categories.ts'
import { accept, type Decide, type DisputeDecision, refuse, staffOf } from './decision.ts'
import type {
  DisputeEntry,
  DisputeFact,
  DisputeRefusal,
  DisputeWorld,
  Grading,
  Kept,
  Of,
  Responsible,
  StaffActor,
} from './dispute.ts'
import { gradeFor } from './grading.ts'
import { isHigher, isOver, isParty, keepsLedger, levelOf, type Situated, suggest } from './local.ts'
import { handles, isKeptFrom } from './sight.ts'

type Recording = Of<'RecordDispute'>

/** Why somebody's organ takes no disputes into a ledger of its own; null where it does. */
export function refusalToRecord({ organ, posts }: StaffActor, { organs }: DisputeWorld): DisputeRefusal | null {
  const own = organs.find(organ)
  if (!own || !keepsLedger(own)) return { kind: 'organ-keeps-no-ledger', basis: article(15, 3) }
  return handles({ posts }) ? null : { kind: 'dispute-not-yours', basis: decided('0045') }
}

export function recordDispute(command: Recording, world: DisputeWorld): DisputeDecision {
  const { actor } = command
  if (actor.kind !== 'staff') return refuse({ kind: 'dispute-not-yours', basis: decided('0045') })
  const suggested = suggest(situatedBy(command), world)
  const responsible = command.responsible ?? { organ: responsibleBy(actor, suggested.organs, world), account: null }
  const refusal =
    refusalToRecord(actor, world) ??
    refusalOfEntry(command, actor, world) ??
    (isKeptFrom(command.looked, actor, world.organs)
      ? ({ kind: 'your-organ-is-party', level: suggested.level, basis: decided('0045') } as const)
      : null) ??
    refusalOfResponsible(command.looked, responsible, command.region, world) ??
    refusalOfDue(command.due, command.on) ??
    (command.grading && refusalOfGrade(command.grading, world))
  return refusal ? refuse(refusal) : accept(...recordedBy(command, actor, responsible, world))
}

function recordedBy(
  command: Recording,
  { organ, account }: StaffActor,
  responsible: Responsible,
  world: DisputeWorld,
): readonly DisputeFact[] {
  const { type: _, actor: __, on, looked, grading, responsible: ___, due, measures, ...entry } = command
  const { level, rules } = suggest(situatedBy(command), world)
  const recorded: DisputeFact = {
    ...{ type: 'DisputeRecorded', on, organ, account, pack: world.pack, ...entry, ...looked },
    ...{ responsible, due, measures, suggested: { level, rules: rules.map(({ rule }) => rule) } },
  }
  if (grading === null) return [recorded]
  return [recorded, gradedBy({ on, organ, account, grading, people: entry.people }, world)]
}

interface Graded {
  readonly on: Day
  readonly organ: StaffActor['organ']
  readonly account: string
  readonly grading: Grading
  readonly people: number
}
const gradedBy = ({ on, organ, account, grading, people }: Graded, world: DisputeWorld): DisputeFact => ({
  ...{ type: 'DisputeGraded', on, organ, account, grading, people },
  suggested: gradeFor(world.disputes, { ...grading, people }, on),
})

const situatedBy = ({ region, category, looked, grading }: Recording): Situated => ({
  ...{ region, category, ...looked, settledAt: null },
  ...{ danger: grading?.danger ?? 'none', spread: grading?.spread ?? 'village' },
})

/** Whoever records it settles it, unless the rules ask for a level above. */
function responsibleBy(
  { organ }: StaffActor,
  suggested: readonly StaffActor['organ'][],
  { organs }: DisputeWorld,
): StaffActor['organ'] {
  const [first] = suggested
  const [own, wanted] = [organs.find(organ), first === undefined ? undefined : organs.find(first)]
  return wanted && own && isHigher(levelOf(wanted), levelOf(own)) ? wanted.id : organ
}

function refusalOfEntry(entry: DisputeEntry & { on: Day }, { organ }: StaffActor, world: DisputeWorld) {
  const own = world.organs.find(organ)
  const { region, category, parties, named, foundOn, on } = entry
  if (!own || !isOver(own, region)) return { kind: 'place-outside-your-area', region, basis: article(5, 3) } as const
  if (findCategory(category) === undefined) return { kind: 'no-such-category', category } as const
  if (!parties.some(({ asks }) => asks)) return { kind: 'nobody-asks' } as const
  if (isAfter(foundOn, on)) return { kind: 'day-outside-dispute', at: foundOn, from: foundOn, today: on } as const
  const organs = [...parties.flatMap((party) => party.organ ?? []), ...named.map((each) => each.organ)]
  const unknown = organs.find((id) => world.organs.find(id) === undefined)
  return unknown === undefined ? null : ({ kind: 'unknown-organ', organ: unknown } as const)
}

/** Nobody settles a dispute to which they are a party, and nobody one of another place. */
export function refusalOfResponsible(
  { keptFrom, officials }: Kept,
  { organ, account }: Responsible,
  region: string,
  world: DisputeWorld,
): DisputeRefusal | null {
  const there = world.organs.find(organ)
  if (!there) return { kind: 'unknown-organ', organ }
  if (isParty(keptFrom, organ, world)) return { kind: 'organ-is-party', organ, basis: decided('0045') }
  if (!keepsLedger(there) || !isOver(there, region))
    return { kind: 'not-responsible-there', organ, basis: article(5, 3) }
  return account !== null && officials.includes(account) ? { kind: 'account-unknown', account } : null
}

const refusalOfDue = (due: Day | null, on: Day): DisputeRefusal | null =>
  due !== null && !isAfter(due, on) ? { kind: 'day-not-ahead', day: due, today: on } : null

const refusalOfGrade = ({ grade }: Grading, { pack, disputes }: DisputeWorld): DisputeRefusal | null =>
  Object.hasOwn(disputes.grades, grade) ? null : { kind: 'no-such-grade', grade, pack }

/** 评定等级: with reasons, and again whenever it changes. */
export const gradeDispute: Decide<'GradeDispute'> = (_, command, world) => {
  const { on, grading, people } = command
  const refusal = refusalOfGrade(grading, world)
  if (refusal) return refuse(refusal)
  if (grading.since !== null && isAfter(grading.since, on))
    return refuse({ kind: 'day-outside-dispute', at: grading.since, from: grading.since, today: on })
  const { organ, account } = staffOf(command)
  return accept(gradedBy({ on, organ, account, grading, people }, world))
}

/** Somebody in the organ, another organ of the same level, or one below: what rises is handed up. */
export const assignDispute: Decide<'AssignDispute'> = (dispute, command, world) => {
  const { on, responsible, due, note } = command
  const refusal = refusalOfResponsible(dispute, responsible, dispute.region, world) ?? refusalOfDue(due, on)
  if (refusal) return refuse(refusal)
  const [to, own] = [world.organs.find(responsible.organ), world.organs.find(dispute.responsible.organ)]
  if (to && own && isHigher(levelOf(to), levelOf(own)))
    return refuse({ kind: 'not-responsible-there', organ: responsible.organ, basis: article(15, 3) })
  return accept({ type: 'DisputeAssigned', on, account: staffOf(command).account, responsible, due, note })
}
