import { hasPassed } from '../../kernel/clock.ts'
import { recountOpen, withClockChanges } from '../../kernel/clock-keeping.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { ok } from '../../kernel/result.ts'
import { decided } from '../../law/basis.ts'
import * as agreeing from './agreeing.ts'
import { clockChangesAt, recounting } from './clocks.ts'
import * as consenting from './consenting.ts'
import { accept, type Decide, type MediationDecision, refuse } from './decision.ts'
import { evolve } from './evolve.ts'
import { mayKnow, partsIn, works } from './keeping.ts'
import * as mediating from './mediating.ts'
import type {
  Mediation,
  MediationActor,
  MediationCommand,
  MediationCommandType,
  MediationFact,
  MediationRefusal,
  MediationStage,
  MediationState,
  MediationWorld,
} from './mediation.ts'
import { mediationStages } from './mediation.ts'
import * as opening from './opening.ts'
import * as performing from './performing.ts'

type LaterCommand = Exclude<MediationCommandType, 'OpenMediation'>

/** What may follow from a command: who may act, then the rule, then the clocks that its facts start and stop. */
export function decide(state: MediationState, command: MediationCommand, world: MediationWorld): MediationDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

function ruled(state: MediationState, command: MediationCommand, world: MediationWorld): MediationDecision {
  if (command.type === 'OpenMediation') {
    return state === null ? opening.openMediation(command, world) : refuse({ kind: 'mediation-opened-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-mediation' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    mediation: Mediation,
    command: MediationCommand,
    world: MediationWorld,
  ) => MediationDecision
  return rule(state, command, world)
}

/**
 * `holder`: staff of the organ that holds it. `party`: a party with their key, staff of an organ that is one, or the holder from paper.
 * `mediator`: any staff of the holder; whose own act it must be the rule says.
 */
type Performer = 'holder' | 'party' | 'house'
const beforeAgreement = ['requested', 'asking', 'mediating'] as const
const afterAgreement = ['agreed', 'closed'] as const

/** By whom, and at which stages. No step here takes anything from anybody: mediation is free (art. 4). */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: Performer; readonly at: readonly MediationStage[] }>
> = {
  TakeUpMediation: { by: 'holder', at: ['requested'] },
  DeclineMediation: { by: 'holder', at: ['requested'] },
  AddParty: { by: 'holder', at: ['asking', 'mediating'] },
  HandKeyOver: { by: 'holder', at: ['requested', 'asking', 'mediating', 'agreed', 'closed'] },
  AnswerAsParty: { by: 'party', at: beforeAgreement },
  AskForOpenness: { by: 'party', at: beforeAgreement },
  NameMediator: { by: 'party', at: ['asking', 'mediating'] },
  DeclareInterest: { by: 'holder', at: ['asking', 'mediating'] },
  ExcludeMediator: { by: 'holder', at: ['asking', 'mediating'] },
  InviteGuest: { by: 'holder', at: ['asking', 'mediating'] },
  PlanSession: { by: 'holder', at: ['mediating'] },
  CancelSession: { by: 'holder', at: ['asking', 'mediating', 'ended'] },
  RecordSession: { by: 'holder', at: ['mediating'] },
  ReportEscalation: { by: 'holder', at: ['asking', 'mediating', 'agreed', 'ended'] },
  ProposeMoreTime: { by: 'holder', at: ['mediating'] },
  WriteAgreement: { by: 'holder', at: ['mediating', 'agreed'] },
  SignAsMediator: { by: 'holder', at: ['mediating'] },
  SealAgreement: { by: 'holder', at: ['mediating'] },
  RecordOralAgreement: { by: 'holder', at: ['mediating'] },
  SayPerformance: { by: 'party', at: afterAgreement },
  FollowUpPromise: { by: 'holder', at: ['agreed'] },
  InformParties: { by: 'holder', at: afterAgreement },
  AskForConfirmation: { by: 'party', at: afterAgreement },
  RecordApplication: { by: 'holder', at: afterAgreement },
  RecordConfirmation: { by: 'holder', at: afterAgreement },
  EndMediation: { by: 'holder', at: ['asking', 'mediating'] },
  CloseMediation: { by: 'holder', at: ['agreed'] },
  TakeAnswer: { by: 'house', at: beforeAgreement },
  FreeMediation: { by: 'house', at: beforeAgreement },
  KeepMediation: { by: 'house', at: mediationStages },
  PassMediationOn: { by: 'house', at: mediationStages },
  EraseMediation: { by: 'house', at: mediationStages },
  MarkClock: { by: 'house', at: mediationStages },
  RecountMediation: { by: 'house', at: mediationStages },
}

const notYours: MediationRefusal = { kind: 'mediation-not-yours', basis: decided('0048') }

/** It is read whole each time. That somebody says yes or no is never refused for this: there are few of those in a day. */
const mostFacts = 2000

/** Whoever must not know of it is told that it does not exist. */
function refusalToAct(
  mediation: Mediation,
  { type, actor }: MediationCommand,
  world: MediationWorld,
): MediationRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  const refusal = refusalOfActor(mediation, actor, by, world)
  if (refusal) return refusal
  if (mediation.erasedOn !== null && by !== 'house') return { kind: 'mediation-erased', on: mediation.erasedOn }
  if (by !== 'house' && type !== 'AnswerAsParty' && mediation.version >= mostFacts) {
    return { kind: 'history-full', atMost: mostFacts }
  }
  if (!at.includes(mediation.stage)) {
    return { kind: 'wrong-mediation-stage', stage: mediation.stage, command: type, needs: at }
  }
  return null
}

function refusalOfActor(
  mediation: Mediation,
  actor: MediationActor,
  by: Performer,
  { organs }: MediationWorld,
): MediationRefusal | null {
  if (actor.kind === 'house') return by === 'house' ? null : notYours
  if (by === 'house') return notYours
  if (actor.kind === 'party') return by === 'party' ? null : notYours
  if (!mayKnow(mediation, actor, organs)) return { kind: 'no-such-mediation' }
  if (!works(actor)) return notYours
  const parts = partsIn(mediation, actor.organ)
  return parts.includes('holder') || (by === 'party' && parts.includes('party')) ? null : notYours
}

/** From whom it is kept now; nobody who was kept out is let in again by it. */
const keepMediation: Decide<'KeepMediation'> = (mediation, command, { organs }) => {
  const { on, keptFrom, officials, recused, shownTo } = command
  const kept = {
    keptFrom: [...new Set([...mediation.keptFrom, ...keptFrom])] as OrganId[],
    officials: [...new Set([...mediation.officials, ...officials])],
    recused: [...new Set([...mediation.recused, ...recused])],
  }
  const shown = shownTo.filter((organ) => !isKeptOut(kept.keptFrom, organ, organs))
  const isNews =
    kept.keptFrom.length > mediation.keptFrom.length ||
    kept.officials.length > mediation.officials.length ||
    kept.recused.length > mediation.recused.length ||
    shown.join() !== mediation.shownTo.join()
  return isNews ? accept({ type: 'MediationKept', on, ...kept, shownTo: shown }) : ok([])
}

const eraseMediation: Decide<'EraseMediation'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'MediationErased', on }) : ok([])

/** With the holiday notices as they are now. */
const recountMediation: Decide<'RecountMediation'> = (mediation, { on }, world) => {
  const recounted = recountOpen(mediation.clocks, (clock) => recounting(clock, mediation, world))
  return recounted === null ? ok([]) : accept({ type: 'MediationClocksRecounted', on, ...recounted })
}

/** A late organ is overdue; parties who are late have lost the right to apply together, and nothing else. */
const markClock: Decide<'MarkClock'> = (mediation, { on, actor, clock: id }, world) => {
  const clock = mediation.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, mediation, world)) {
    return recountMediation(mediation, { type: 'RecountMediation', on, actor }, world)
  }
  return clock.after === 'lapsed'
    ? accept({ type: 'ConfirmationLapsed', on, clock: id, clocks: [{ change: 'lapsed', id, on }] })
    : accept({ type: 'MediationFellOverdue', on, clock: id, clocks: [{ change: 'fellOverdue', id, on }] })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  TakeUpMediation: opening.takeUpMediation,
  DeclineMediation: opening.declineMediation,
  AddParty: opening.addParty,
  HandKeyOver: opening.handKeyOver,
  AnswerAsParty: consenting.answerAsParty,
  AskForOpenness: consenting.askForOpenness,
  NameMediator: mediating.nameMediator,
  DeclareInterest: mediating.declareInterest,
  ExcludeMediator: mediating.excludeMediator,
  InviteGuest: mediating.inviteGuest,
  PlanSession: mediating.planSession,
  CancelSession: mediating.cancelSession,
  RecordSession: mediating.recordSession,
  ReportEscalation: opening.reportEscalation,
  ProposeMoreTime: consenting.proposeMoreTime,
  WriteAgreement: agreeing.writeAgreement,
  SignAsMediator: agreeing.signAsMediator,
  SealAgreement: agreeing.sealAgreement,
  RecordOralAgreement: agreeing.recordOralAgreement,
  SayPerformance: performing.sayPerformance,
  FollowUpPromise: performing.followUpPromise,
  InformParties: performing.informParties,
  AskForConfirmation: performing.askForConfirmation,
  RecordApplication: performing.recordApplication,
  RecordConfirmation: performing.recordConfirmation,
  EndMediation: consenting.endMediation,
  CloseMediation: performing.closeMediation,
  TakeAnswer: consenting.takeAnswer,
  FreeMediation: consenting.freeMediation,
  KeepMediation: keepMediation,
  PassMediationOn: opening.passMediationOn,
  EraseMediation: eraseMediation,
  MarkClock: markClock,
  RecountMediation: recountMediation,
}

const withClocks = (state: MediationState, facts: readonly MediationFact[], world: MediationWorld) =>
  withClockChanges<Mediation, MediationFact>(state, facts, {
    evolve,
    changesAt: (mediation, fact) => clockChangesAt(mediation, fact, world),
  })
