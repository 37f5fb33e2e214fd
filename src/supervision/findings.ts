/** What becomes of what was found: recorded once, decided by whoever supervises, raised where nobody decides. */
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { accept, notYours, type Rule, type SupervisionDecision, supervises } from './decision.ts'
import { evolve } from './evolve.ts'
import { supervisorOver } from './supervising.ts'
import type {
  Finding,
  Found,
  Keeping,
  Matter,
  MatterBeginning,
  MatterState,
  Of,
  SupervisionFact,
  SupervisionFactOf,
  SupervisionRefusal,
  SupervisionWorld,
} from './supervision.ts'

/** A matter holds no more than its history can: what is found over and over adds nothing that is not known. */
export const mostFindings = 200

/** What is known already is left out, so that whoever reads the same history twice records it once. */
export function recordFindings(
  state: MatterState,
  { beginning, found, on }: Of<'RecordFindings'>,
  { organs }: SupervisionWorld,
): SupervisionDecision {
  const known = new Set(state?.findings.map(({ key }) => key))
  const kept = state === null ? [] : keeping(state, beginning, on)
  const keptFrom = (kept[0] ?? state ?? beginning).keptFrom
  const seats = found
    .filter(({ key }, at) => !known.has(key) && found.findIndex((other) => other.key === key) === at)
    .flatMap((each) => {
      const at = supervisorOver({ over: each.organ, keptFrom }, organs) ?? fallbackFor(each, beginning)
      return at === null ? [] : [{ found: each, at }]
    })
    .slice(0, mostFindings - known.size)
  if (seats.length === 0) return accept(...kept)
  const begun: SupervisionFact[] = state === null ? [begins(beginning, on)] : []
  const recorded = seats.map(
    (seat, index): SupervisionFact => ({
      ...{ type: 'FindingRecorded', on, ref: `f${(state?.findings.length ?? 0) + index + 1}`, ...seat },
    }),
  )
  return accept(...begun, ...kept, ...recorded)
}

/** What the petition keeps back since is kept here too. Nobody from whom it was kept once is let in again. */
export const recordKept: Rule<'RecordKept'> = (matter, command) => accept(...keeping(matter, command, command.on))

function keeping(was: Keeping, is: Keeping, on: Day): readonly SupervisionFactOf<'SupervisionKept'>[] {
  const keptFrom = [...new Set([...was.keptFrom, ...is.keptFrom])]
  const officials = [...new Set([...was.officials, ...is.officials])]
  const { isShowable } = is
  const isAsBefore =
    keptFrom.length === was.keptFrom.length &&
    officials.length === was.officials.length &&
    isShowable === was.isShowable
  return isAsBefore ? [] : [{ type: 'SupervisionKept', on, keptFrom, officials, isShowable }]
}

/** At the very top nobody is above; what begins the matter names who has it then. */
const fallbackFor = ({ organ }: Found, { supervisor }: MatterBeginning): OrganId | null =>
  supervisor === organ ? null : supervisor

export const begins = (beginning: MatterBeginning, on: Of<'RecordFindings'>['on']): SupervisionFact => ({
  type: 'SupervisionBegun',
  on,
  ...beginning,
})

/** What was owed was done: late all the same. An order all of whose findings are mended has had its effect. */
export const recordMended: Rule<'RecordMended'> = (matter, { keys, on }) => {
  const mended = matter.findings
    .filter(({ key, mendedOn }) => mendedOn === null && keys.includes(key))
    .map(({ ref }): SupervisionFact => ({ type: 'FindingMended', on, finding: ref }))
  const after = mended.reduce<MatterState>(evolve, matter) as Matter
  const executed = after.orders.filter(({ findings }) => findings.length > 0 && findings.every(isMended(after)))
  return accept(...mended, ...executions(executed, on))
}

const isMended =
  ({ findings }: Matter) =>
  (ref: string): boolean =>
    findings.some((finding) => finding.ref === ref && finding.mendedOn !== null)

/** Nothing is owed in the petition any more: every order on it has had its effect. */
export const recordExecuted: Rule<'RecordExecuted'> = ({ orders }, { on }) => accept(...executions(orders, on))

const executions = (orders: Matter['orders'], on: Of<'RecordExecuted'>['on']): readonly SupervisionFact[] =>
  orders
    .filter(({ executedOn, state }) => executedOn === null && state !== 'escalated')
    .map(({ ref }) => ({ type: 'OrderExecuted', on, order: ref }))

export const confirmFinding: Rule<'ConfirmFinding'> = (matter, command, world) => {
  const decidable = undecided(matter, command, world)
  if (!decidable.ok) return decidable
  const { on, finding, note } = command
  return accept({ type: 'FindingConfirmed', on, finding, by: decidable.value.at, note })
}

export const dismissFinding: Rule<'DismissFinding'> = (matter, command, world) => {
  const decidable = undecided(matter, command, world)
  if (!decidable.ok) return decidable
  const { on, finding, reason } = command
  return accept({ type: 'FindingDismissed', on, finding, by: decidable.value.at, reason })
}

/** Open, and before whoever asks: once it has risen, those who let it lie decide no more. */
function undecided(
  { findings }: Matter,
  { finding: ref, actor }: Of<'ConfirmFinding'> | Of<'DismissFinding'>,
  world: SupervisionWorld,
): Result<Finding, SupervisionRefusal> {
  const finding = findings.find((each) => each.ref === ref)
  if (!finding) return err({ kind: 'no-such-finding', finding: ref })
  if (!supervises(actor, world) || actor.organ !== finding.at) return err(notYours)
  if (finding.state !== 'open') return err({ kind: 'finding-decided-already', finding: ref, state: finding.state })
  return ok(finding)
}

/** Nobody decided in time: to the bureau above, and at the very top it stays and is overdue (null). */
export function escalation(
  { findings, keptFrom }: Matter,
  ref: string | undefined,
  on: Of<'MarkClock'>['on'],
  { organs }: SupervisionWorld,
): SupervisionFact | null {
  const finding = findings.find((each) => each.ref === ref)
  const to = finding ? supervisorOver({ over: finding.at, keptFrom }, organs) : null
  if (!finding || to === null || to === finding.organ) return null
  return { type: 'FindingEscalated', on, finding: finding.ref, from: finding.at, to }
}

/** Findings that an order rests on: each there, and confirmed. */
export function refusalOfFindings({ findings }: Matter, refs: readonly string[]): SupervisionRefusal | null {
  for (const ref of refs) {
    const finding = findings.find((each) => each.ref === ref)
    if (!finding) return { kind: 'no-such-finding', finding: ref }
    if (finding.state !== 'confirmed') return { kind: 'finding-not-confirmed', finding: ref }
  }
  return null
}
