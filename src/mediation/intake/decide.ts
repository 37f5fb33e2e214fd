import { isBefore } from '../../kernel/day.ts'
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { decided } from '../../law/basis.ts'
import type {
  BegunKind,
  Intake,
  IntakeCommand,
  IntakeFact,
  IntakeKeeping,
  IntakeRefusal,
  IntakeState,
  IntakeWorld,
  Lead,
  Of,
  StaffActor,
} from './intake.ts'

export type IntakeDecision = Result<readonly IntakeFact[], IntakeRefusal>

const refuse = (refusal: IntakeRefusal): IntakeDecision => err(refusal)
const accept = (...facts: readonly IntakeFact[]): IntakeDecision => ok(facts)
const notYours: IntakeRefusal = { kind: 'intake-not-yours', basis: decided('0050') }

/** What may follow from a command: who may act, then the rule. Pure. */
export function decide(state: IntakeState, command: IntakeCommand, world: IntakeWorld): IntakeDecision {
  if (command.type === 'TakeIn') return state === null ? takeIn(command, world) : refuse({ kind: 'taken-in-already' })
  if (state === null) return refuse({ kind: 'no-such-intake' })
  switch (command.type) {
    case 'LeadOn':
      return leadOn(state, command, world)
    case 'KeepIntake':
      return command.actor.kind === 'house' ? ok(learnt(state, command.on, command)) : refuse(notYours)
    case 'EraseIntake':
      if (command.actor.kind !== 'house') return refuse(notYours)
      return state.erasedOn === null ? accept({ type: 'IntakeErased', on: command.on }) : ok([])
  }
}

const handles = ({ posts }: Pick<StaffActor, 'posts'>): boolean => posts.includes('clerk') || posts.includes('head')

/** Whether it exists for somebody: at its own centre, and there for nobody whom it came to be kept from. */
export function mayKnow(
  { centre, keptFrom, officials, recused }: Pick<Intake, 'centre' | keyof IntakeKeeping>,
  actor: StaffActor,
  { organs }: IntakeWorld,
): boolean {
  const { account, organ, answersTo = [] } = actor
  if (organ !== centre || isPersonKeptOut(keptFrom, actor, organs) || recused.includes(account)) return false
  return ![account, ...answersTo].some((each) => officials.includes(each))
}

/** 一窗受理: at a centre, once. Nobody is asked for a proof of anything. */
function takeIn({ on, actor, taken }: Of<'TakeIn'>, { organs }: IntakeWorld): IntakeDecision {
  if (actor.kind !== 'staff' || actor.organ !== taken.centre || !handles(actor)) return refuse(notYours)
  const centre = organs.find(taken.centre)
  if (centre?.kind !== 'mediationCentre' || centre.state !== 'active') {
    return refuse({ kind: 'only-centres-take-in', basis: decided('0050') })
  }
  return accept({ type: 'IntakeRecorded', on, account: actor.account, ...taken })
}

/** Again, too: what was explained may become a petition; what became a petition is followed there. */
function leadOn(intake: Intake, { on, actor, lead, keeping }: Of<'LeadOn'>, world: IntakeWorld): IntakeDecision {
  if (actor.kind !== 'staff') return refuse(notYours)
  if (!mayKnow(intake, actor, world)) return refuse({ kind: 'no-such-intake' })
  if (!handles(actor)) return refuse(notYours)
  if (intake.erasedOn !== null) return refuse({ kind: 'intake-erased', on: intake.erasedOn })
  const became = intake.leads.find(({ petition }) => petition !== null)?.petition
  if (became) return refuse({ kind: 'intake-became-petition', petition: became })
  const unfit = refusalOfKind(intake, lead)
  if (unfit) return refuse(unfit)
  if (lead.petition !== null && keeping === null) return refuse({ kind: 'petition-not-found', petition: lead.petition })
  if (lead.by !== null && world.organs.find(lead.by)?.state !== 'active') {
    return refuse({ kind: 'unknown-organ', organ: lead.by })
  }
  if (lead.until !== null && isBefore(lead.until, on)) {
    return refuse({ kind: 'day-not-ahead', day: lead.until, today: on })
  }
  const led: IntakeFact = { type: 'IntakeLed', on, account: actor.account, centre: intake.centre, lead }
  return keeping === null ? accept(led) : accept(led, ...learnt(intake, on, keeping))
}

/** A dispute once, and none beside a mediation, which is of the dispute where there is one; other ways of the law as often as there are any. */
function refusalOfKind({ leads }: Intake, lead: Lead): IntakeRefusal | null {
  const { kind, way, where, by } = lead
  if (kind === 'petition' && lead.petition === null) return { kind: 'names-no-petition' }
  if (kind !== 'petition' && lead.petition !== null) return { kind: 'names-a-petition' }
  const goes =
    kind === 'referral' ? way !== null && (where !== null || by !== null) : (way === null) === (where === null)
  if (!goes) return { kind: 'way-without-place' }
  if (kind === 'petition' || kind === 'explained') return null
  if (lead[kind] === null) return { kind: 'lead-part-missing', lead: kind }
  if (kind === 'referral') return null
  const barring: readonly BegunKind[] = kind === 'dispute' ? ['dispute', 'mediation'] : ['mediation']
  const there = barring.find((one) => leads.some((led) => led[one] !== null))
  return there === undefined ? null : { kind: 'intake-led-there', there }
}

/** Nothing where all of it was known; nobody who was kept out is let in again. */
function learnt(intake: Intake, on: IntakeFact['on'], looked: IntakeKeeping): readonly IntakeFact[] {
  const both = <T>(was: readonly T[], is: readonly T[]): readonly T[] => [...new Set([...was, ...is])]
  const kept = {
    keptFrom: both(intake.keptFrom, looked.keptFrom),
    officials: both(intake.officials, looked.officials),
    recused: both(intake.recused, looked.recused),
  }
  const isNews = (['keptFrom', 'officials', 'recused'] as const).some((part) => kept[part].length > intake[part].length)
  return isNews ? [{ type: 'IntakeKept', on, ...kept }] : []
}
