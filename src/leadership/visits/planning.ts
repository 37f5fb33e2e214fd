/** What a visit may be: who goes, with which cases, and whom nobody may visit without asking. */
import { isAfter } from '../../kernel/day.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import { keptWith, travellersOf } from './sight.ts'
import type {
  Kept,
  LookedCase,
  Of,
  PlannedCase,
  StaffActor,
  Traveller,
  Visit,
  VisitFact,
  VisitPlan,
  VisitRefusal,
  VisitWorld,
} from './visit.ts'

type Decision = Result<readonly VisitFact[], VisitRefusal>
const nobody: Kept = { keptFrom: [], officials: [] }

/** 信访部门、党委、政府、乡镇 and the joint conference: whose leaders go, and who prepares their way. */
const planners: ReadonlySet<string> = new Set(['bureau', 'government', 'party', 'township', 'conference'])

/** Who may plan visits from an organ at all. */
export function refusalToPlan({ organ, posts }: StaffActor, { organs }: VisitWorld): VisitRefusal | null {
  const kind = organs.find(organ)?.kind
  const works = (['clerk', 'head', 'leader'] as const).some((post) => posts.includes(post))
  return kind !== undefined && planners.has(kind) && works ? null : { kind: 'visit-not-yours', basis: article(18, 2) }
}

export function planVisit({ on, actor, plan, looked }: Of<'PlanVisit'>, world: VisitWorld): Decision {
  if (actor.kind !== 'staff') return err({ kind: 'visit-not-yours', basis: article(18, 2) })
  const { organ, account } = actor
  const refusal = refusalToPlan(actor, world) ?? refusalOfPlan(plan, looked, { on, organ, account }, world)
  if (refusal) return err(refusal)
  const region = world.organs.find(organ)?.region ?? '00'
  return ok([{ type: 'VisitPlanned', on, organ, account, region, plan, ...keptWith(nobody, looked) }])
}

/** Written anew as a whole; whoever confirmed it has to do so again. */
export function editVisit(visit: Visit, command: Of<'EditVisit'>, world: VisitWorld): Decision {
  const { on, plan, looked } = command
  const { account } = command.actor as StaffActor
  const refusal = refusalOfPlan(plan, looked, { on, organ: visit.organ, account }, world)
  if (refusal) return err(refusal)
  const left = visit.entries.find(({ petition }) => petition !== null && !has(plan.cases, petition))
  if (left?.petition) return err({ kind: 'case-unknown', petition: left.petition })
  // what a petitioner was told of does not vanish: it is called off, moved, or recorded as it went
  const shown = visit.cases.find(({ petition, shownOn }) => shownOn !== null && !has(plan.cases, petition))
  if (shown) return err({ kind: 'announced-to-petitioner', petition: shown.petition, basis: decided('0055') })
  return ok([{ type: 'VisitEdited', on, account, plan, ...keptWith(visit, looked) }])
}

const has = (cases: readonly PlannedCase[], petition: string) => cases.some((each) => each.petition === petition)

interface Planned extends Traveller {
  readonly on: VisitPlan['day']
}

function refusalOfPlan(
  plan: VisitPlan,
  looked: readonly LookedCase[],
  by: Planned,
  world: VisitWorld,
): VisitRefusal | null {
  const { day, leaders, cases } = plan
  if (isAfter(by.on, day)) return { kind: 'day-not-ahead', day, today: by.on }
  if (leaders.length === 0) return { kind: 'no-leader-on-visit', basis: article(18, 2) }
  const unknown = travellersOf(plan).find(({ organ }) => world.organs.find(organ)?.state !== 'active')
  if (unknown) return { kind: 'leader-unknown', account: unknown.account }
  for (const [at, planned] of cases.entries()) {
    const found = looked.find(({ petition }) => petition === planned.petition)
    if (!found) return { kind: 'case-unknown', petition: planned.petition }
    if (has(cases.slice(0, at), planned.petition)) return { kind: 'case-named-twice', petition: planned.petition }
    const refusal = refusalOfCase(planned, found, plan, by, world)
    if (refusal) return refusal
  }
  return null
}

/**
 * Whoever a case names does not come along to those who complain of them, nor does anybody who answers to them (art. 28 (3), 30 (3)). And a
 * visit shows a village who petitioned: a petitioner whose name is kept is asked first, and so is one who did not want it before.
 */
function refusalOfCase(
  { petition, consent }: PlannedCase,
  { keptFrom, officials, isAccusation, isConfidential, hasRefused }: LookedCase,
  plan: VisitPlan,
  by: Planned,
  { organs }: VisitWorld,
): VisitRefusal | null {
  if (isAccusation) return { kind: 'accusation-on-visit', petition, basis: article(30) }
  for (const { account, organ } of [...travellersOf(plan), by]) {
    if (officials.includes(account)) return { kind: 'official-on-visit', petition, account, basis: article(28, 3) }
    if (isKeptOut(keptFrom, organ, organs)) {
      return { kind: 'organ-kept-out-of-visit', petition, organ, basis: article(30, 3) }
    }
  }
  if (consent !== null) return null
  if (isConfidential) return { kind: 'needs-petitioners-consent', petition, basis: decided('0039') }
  return hasRefused ? { kind: 'petitioner-has-refused', petition, basis: decided('0039') } : null
}
