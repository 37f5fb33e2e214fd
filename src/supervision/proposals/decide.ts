import { hasPassed } from '../../kernel/clock.ts'
import { recountOpen, withClockChanges } from '../../kernel/clock-keeping.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { bearerOrgan } from '../../kernel/running-clock.ts'
import { article, decided } from '../../law/basis.ts'
import * as answering from './answering.ts'
import { clockChangesAt, recounting } from './clocks.ts'
import * as drafting from './drafting.ts'
import { evolve } from './evolve.ts'
import type {
  Of,
  Proposal,
  ProposalActor,
  ProposalCommand,
  ProposalCommandType,
  ProposalFact,
  ProposalRefusal,
  ProposalStage,
  ProposalState,
  ProposalWorld,
  StaffActor,
} from './proposal.ts'
import { isOpenTo, isSealed, mayKnow, partOf } from './sealing.ts'

export type ProposalDecision = Result<readonly ProposalFact[], ProposalRefusal>
export type Decide<T extends ProposalCommandType> = (
  proposal: Proposal,
  command: Of<T>,
  world: ProposalWorld,
) => ProposalDecision

const refuse = (refusal: ProposalRefusal): ProposalDecision => err(refusal)
const accept = (...facts: readonly ProposalFact[]): ProposalDecision => ok(facts)

/** What may follow from a command: who may act, then the rule, then the clocks that its facts start and stop. */
export function decide(state: ProposalState, command: ProposalCommand, world: ProposalWorld): ProposalDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

function ruled(state: ProposalState, command: ProposalCommand, world: ProposalWorld): ProposalDecision {
  if (command.type === 'DraftProposal') {
    return state === null ? drafting.draftProposal(command, world) : refuse({ kind: 'proposal-drafted-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-proposal' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    proposal: Proposal,
    command: ProposalCommand,
    world: ProposalWorld,
  ) => ProposalDecision
  return rule(state, command, world)
}

type LaterCommand = Exclude<ProposalCommandType, 'DraftProposal'>
type Performer = 'bureau' | 'bureauHead' | 'recipient' | 'either' | 'house'
const beforeIssue = ['drafted', 'submitted', 'approved'] as const
const open = [...beforeIssue, 'issued'] as const

/** By whom, and at which stages. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: Performer; readonly at: readonly ProposalStage[] }>
> = {
  EditProposal: { by: 'bureau', at: beforeIssue },
  SubmitProposal: { by: 'bureau', at: ['drafted'] },
  SendProposalBack: { by: 'bureauHead', at: ['submitted', 'approved'] },
  ApproveProposal: { by: 'bureauHead', at: ['submitted'] },
  IssueProposal: { by: 'bureau', at: ['approved'] },
  OpenProposal: { by: 'either', at: [...open, 'closed', 'withdrawn'] },
  RemindRecipient: { by: 'bureau', at: ['issued'] },
  AnswerProposal: { by: 'recipient', at: ['issued'] },
  AddReasons: { by: 'recipient', at: ['issued'] },
  ReturnAnswer: { by: 'bureau', at: ['issued'] },
  RecordMeasure: { by: 'recipient', at: ['issued'] },
  VerifyEffect: { by: 'bureau', at: ['issued'] },
  CloseProposal: { by: 'bureau', at: ['issued'] },
  WithdrawProposal: { by: 'bureauHead', at: open },
  PassProposalOn: { by: 'house', at: open },
  MarkClock: { by: 'house', at: ['issued'] },
  RecountProposal: { by: 'house', at: ['issued'] },
}

function refusalToAct(
  proposal: Proposal,
  { type, actor, on }: ProposalCommand,
  world: ProposalWorld,
): ProposalRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  const refusal = actor.kind === 'staff' ? refusalOfStaff(proposal, actor, by, world) : refusalOfHouse(actor, by)
  if (refusal) return refusal
  if (!at.includes(proposal.stage)) {
    return { kind: 'wrong-proposal-stage', stage: proposal.stage, command: type, needs: at }
  }
  if (actor.kind === 'staff' && type !== 'OpenProposal' && !isOpenTo(proposal, actor.account, on)) {
    return { kind: 'proposal-is-sealed', basis: decided('0032') }
  }
  return null
}

const notYours: ProposalRefusal = { kind: 'proposal-not-yours', basis: article(40) }
const refusalOfHouse = (_: ProposalActor, by: Performer): ProposalRefusal | null => (by === 'house' ? null : notYours)

/** Whoever must not know of it is told that it does not exist. */
function refusalOfStaff(
  proposal: Proposal,
  actor: StaffActor,
  by: Performer,
  { organs }: ProposalWorld,
): ProposalRefusal | null {
  if (!mayKnow(proposal, actor, organs)) return { kind: 'no-such-proposal' }
  const part = partOf(proposal, actor.organ)
  const wanted = by === 'bureauHead' ? 'bureau' : by
  if (by === 'house' || (by !== 'either' && wanted !== part) || !handles(actor)) return notYours
  if (by === 'bureauHead' && !actor.posts.includes('head')) return { kind: 'needs-the-head', basis: decided('0032') }
  return null
}

/** Whoever handles in an organ, leads it or supervises in it; not who merely reads there. */
export const handles = ({ posts }: Pick<StaffActor, 'posts'>): boolean =>
  (['clerk', 'head', 'supervisor'] as const).some((post) => posts.includes(post))

/** Says why: the day, the account and the reason stay in the history. */
const openProposal: Decide<'OpenProposal'> = ({ kind }, { on, actor, reason }) => {
  if (!isSealed(kind)) return refuse({ kind: 'nothing-is-sealed' })
  const { organ, account } = actor as StaffActor
  return accept({ type: 'ProposalOpened', on, organ, account, reason })
}

/**
 * 分立、合并、撤销 (art. 24 (2)): whoever carries an organ on owes what it owed, unless it must not know of the proposal. Where nobody carries it on,
 * the duty stays where it was and is overdue for all to see.
 */
const passProposalOn: Decide<'PassProposalOn'> = (proposal, { on }, { organs }) => {
  const parts = [proposal.bureau, ...proposal.recipients.map(({ organ }) => organ)]
  const heirOf = (from: OrganId): OrganId | undefined =>
    organs
      .find(from)
      ?.successors.find(
        (heir) =>
          organs.find(heir)?.state === 'active' && !parts.includes(heir) && !isKeptOut(proposal.keptFrom, heir, organs),
      )
  const facts = parts
    .filter((organ) => organs.find(organ)?.state !== 'active')
    .flatMap((from): readonly ProposalFact[] => {
      const to = heirOf(from)
      return to === undefined ? [] : [{ type: 'ProposalPassedOn', on, from, to }]
    })
  // two that were merged into one: the first makes the heir a party, so the other keeps what is left
  const heirs = new Set<OrganId>()
  return ok(facts.filter((fact) => 'to' in fact && !heirs.has(fact.to as OrganId) && heirs.add(fact.to as OrganId)))
}

/** With the holiday notices as they are now: all clocks in one fact, and none where nothing moves. */
const recountProposal: Decide<'RecountProposal'> = (proposal, { on }, world) => {
  const recounted = recountOpen(proposal.clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'ProposalClocksRecounted', on, ...recounted })
}

const markClock: Decide<'MarkClock'> = (proposal, { on, actor, clock: id }, world) => {
  const clock = proposal.clocks.find((other) => other.id === id)
  const recipient = clock && bearerOrgan(clock)
  if (!recipient || clock.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, world)) return recountProposal(proposal, { type: 'RecountProposal', on, actor }, world)
  const clocks = [{ change: 'fellOverdue', id, on }] as const
  return accept({ type: 'ProposalFellOverdue', on, recipient, clock: id, clocks })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  ...drafting.decisions,
  ...answering.decisions,
  OpenProposal: openProposal,
  PassProposalOn: passProposalOn,
  MarkClock: markClock,
  RecountProposal: recountProposal,
}

/** Adds to each fact what it does to the clocks, one after the other. */
const withClocks = (state: ProposalState, facts: readonly ProposalFact[], world: ProposalWorld) =>
  withClockChanges<Proposal, ProposalFact>(state, facts, {
    evolve,
    changesAt: (proposal, fact) => clockChangesAt(proposal, fact, world),
  })
