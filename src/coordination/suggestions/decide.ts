import { isAfter } from '../../kernel/day.ts'
import { isKeptOut, isPersonKeptOut } from '../../kernel/keeping-out.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import type {
  Asked,
  Change,
  ChangeStage,
  LookedAtPetition,
  Of,
  Reward,
  RewardStage,
  StaffActor,
  Suggestion,
  SuggestionCommand,
  SuggestionCommandType,
  SuggestionFact,
  SuggestionRefusal,
  SuggestionStage,
  SuggestionState,
  SuggestionWorld,
} from './suggestion.ts'

export type SuggestionDecision = Result<readonly SuggestionFact[], SuggestionRefusal>
type LaterCommand = Exclude<SuggestionCommandType, 'FollowSuggestion'>
type Decide<T extends LaterCommand> = (
  suggestion: Suggestion,
  command: Of<T> & { readonly actor: StaffActor },
  world: SuggestionWorld,
) => SuggestionDecision

const refuse = (refusal: SuggestionRefusal): SuggestionDecision => err(refusal)
const accept = (...facts: readonly SuggestionFact[]): SuggestionDecision => ok(facts)

export function decide(state: SuggestionState, command: SuggestionCommand, world: SuggestionWorld): SuggestionDecision {
  if (command.type === 'FollowSuggestion') return follow(state, command)
  if (state === null) return refuse({ kind: 'no-such-suggestion' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    suggestion: Suggestion,
    command: SuggestionCommand,
    world: SuggestionWorld,
  ) => SuggestionDecision
  return rule(state, command, world)
}

const any = ['received', 'answered', 'elsewhere'] as const

/** By whom, and at which stages. A reward and a change may come long after the reply. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: 'clerk' | 'head' | 'house'; readonly at: readonly SuggestionStage[] }>
> = {
  AssignStudy: { by: 'clerk', at: ['received'] },
  CarryOut: { by: 'clerk', at: ['answered'] },
  ProposeReward: { by: 'clerk', at: ['answered'] },
  ApproveReward: { by: 'head', at: ['answered'] },
  RefuseReward: { by: 'head', at: ['answered'] },
  GiveReward: { by: 'clerk', at: ['answered'] },
  DraftChange: { by: 'clerk', at: ['answered'] },
  PublishChange: { by: 'head', at: ['answered'] },
  TakeBackChange: { by: 'head', at: any },
  RecordReply: { by: 'house', at: any },
  LeaveSuggestion: { by: 'house', at: any },
  EraseSuggestion: { by: 'house', at: any },
}

/** Whether the petition is kept from somebody: accused, or below whoever is; named, answering to somebody who is, or withdrawn from it. */
export const isKeptFrom = (looked: LookedAtPetition, actor: StaffActor, { organs }: SuggestionWorld): boolean =>
  isPersonKeptOut(looked.keptFrom, actor, organs) ||
  [actor.account, ...(actor.answersTo ?? [])].some((each) => looked.officials.includes(each)) ||
  looked.recused.includes(actor.account)

function refusalToAct(
  suggestion: Suggestion,
  { type, actor, looked }: SuggestionCommand,
  world: SuggestionWorld,
): SuggestionRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  const refusal = actor.kind === 'house' ? null : refusalOfStaff(actor, by, looked, world)
  if (refusal) return refusal
  if (actor.kind === 'staff' && suggestion.erasedOn !== null)
    return { kind: 'suggestion-erased', on: suggestion.erasedOn }
  if (at.includes(suggestion.stage)) return null
  return { kind: 'wrong-suggestion-stage', stage: suggestion.stage, command: type, needs: at }
}

/** Whoever received it, and whoever has it now; nobody who was only shown it. */
function refusalOfStaff(
  actor: StaffActor,
  by: 'clerk' | 'head' | 'house',
  looked: LookedAtPetition,
  world: SuggestionWorld,
): SuggestionRefusal | null {
  if (isKeptFrom(looked, actor, world)) return { kind: 'no-such-suggestion' }
  const isTheirs = actor.organ === looked.registrar || actor.organ === looked.holder
  if (by === 'house' || !isTheirs || !actor.posts.some((post) => post === 'clerk' || post === 'head')) {
    return { kind: 'suggestion-is-anothers', basis: article(29, 1) }
  }
  return by === 'head' && !actor.posts.includes('head')
    ? { kind: 'suggestion-needs-head', basis: decided('0043') }
    : null
}

/** By the house, when a petition is registered as a suggestion or found to be one; again, where it had been found to be none. */
function follow(state: SuggestionState, command: Of<'FollowSuggestion'>): SuggestionDecision {
  const { on, actor, petition, call, receivedOn } = command
  if (actor.kind !== 'house') return refuse({ kind: 'suggestion-is-anothers', basis: article(29, 1) })
  if (state !== null && state.ending !== 'reclassified') return refuse({ kind: 'suggestion-followed-already' })
  return accept({ type: 'SuggestionFollowed', on, petition, call: state === null ? call : state.call, receivedOn })
}

type Asking = Of<'AssignStudy'> | Of<'CarryOut'>

function refusalOfAsking({ on, organ, due, looked }: Asking, { organs }: SuggestionWorld): SuggestionRefusal | null {
  if (organs.find(organ)?.state !== 'active') return { kind: 'unknown-organ', organ }
  if (isKeptOut(looked.keptFrom, organ, organs)) return { kind: 'studier-is-kept-out', organ, basis: article(30, 3) }
  return isAfter(due, on) ? null : { kind: 'day-not-ahead', day: due, today: on }
}

const askedBy = (
  { actor, organ, what, due }: Asking & { readonly actor: StaffActor },
  ref: string,
): Omit<Asked, 'on'> => ({
  ...{ ref, account: actor.account, giver: actor.organ, organ, what, due },
})

/** 研究论证: one organ or several, each asked by a day and each with a task of its own. */
const assignStudy: Decide<'AssignStudy'> = ({ studies }, command, world) => {
  const refusal = refusalOfAsking(command, world)
  if (refusal) return refuse(refusal)
  return accept({ type: 'StudyAssigned', on: command.on, ...askedBy(command, `s${studies.length + 1}`) })
}

/** What was adopted is carried out by somebody by a day; what was not adopted is not. */
const carryOut: Decide<'CarryOut'> = ({ adoption, carryingOut }, command, world) => {
  if (adoption !== 'wholly' && adoption !== 'partly') return refuse({ kind: 'nothing-adopted', basis: article(29, 1) })
  const refusal = refusalOfAsking(command, world)
  if (refusal) return refuse(refusal)
  return accept({ type: 'CarryingOutAssigned', on: command.on, ...askedBy(command, `c${carryingOut.length + 1}`) })
}

/** For a contribution, also by what was said and not adopted: the Regulations ask for the contribution and not for the adoption (art. 29 (2)). */
const proposeReward: Decide<'ProposeReward'> = ({ rewards }, { on, actor, kind, what, why }, world) => {
  if (!Object.hasOwn(world.rewards, kind)) return refuse({ kind: 'no-such-reward-kind', basis: article(29, 2) })
  const { account, organ } = actor
  return accept({ type: 'RewardProposed', on, ref: `r${rewards.length + 1}`, kind, what, why, account, organ })
}

type Found<T> = Result<T, SuggestionRefusal>

function rewardAt({ rewards }: Suggestion, ref: string, needs: RewardStage): Found<Reward> {
  const reward = rewards.find((each) => each.ref === ref)
  if (!reward) return err({ kind: 'no-such-reward', reward: ref })
  return reward.stage === needs ? ok(reward) : err({ kind: 'wrong-reward-stage', stage: reward.stage })
}

function changeAt({ changes }: Suggestion, ref: string, ...needs: readonly ChangeStage[]): Found<Change> {
  const change = changes.find((each) => each.ref === ref)
  if (!change) return err({ kind: 'no-such-change', change: ref })
  return needs.includes(change.stage) ? ok(change) : err({ kind: 'wrong-change-stage', stage: change.stage })
}

const ownProposal: SuggestionRefusal = { kind: 'own-proposal', basis: decided('0043') }

const approveReward: Decide<'ApproveReward'> = (suggestion, { on, actor, reward: ref }) => {
  const reward = rewardAt(suggestion, ref, 'proposed')
  if (!reward.ok) return reward
  if (reward.value.account === actor.account) return refuse(ownProposal)
  return accept({ type: 'RewardApproved', on, ref, account: actor.account })
}

const refuseReward: Decide<'RefuseReward'> = (suggestion, { on, actor, reward: ref, reason }) => {
  const reward = rewardAt(suggestion, ref, 'proposed')
  return reward.ok ? accept({ type: 'RewardRefused', on, ref, account: actor.account, reason }) : reward
}

const giveReward: Decide<'GiveReward'> = (suggestion, { on, actor, reward: ref }) => {
  const reward = rewardAt(suggestion, ref, 'approved')
  return reward.ok ? accept({ type: 'RewardReceived', on, ref, account: actor.account }) : reward
}

/** Everybody reads it, so it says of nobody who they are. */
const draftChange: Decide<'DraftChange'> = ({ changes }, { on, actor, title, text, names }) => {
  if (names) return refuse({ kind: 'change-names-somebody', basis: decided('0043') })
  const { account, organ } = actor
  return accept({ type: 'ChangeDrafted', on, ref: `k${changes.length + 1}`, title, text, account, organ })
}

const publishChange: Decide<'PublishChange'> = (suggestion, { on, actor, change: ref }) => {
  const change = changeAt(suggestion, ref, 'drafted')
  if (!change.ok) return change
  if (change.value.account === actor.account) return refuse(ownProposal)
  return accept({ type: 'ChangePublished', on, ref, account: actor.account })
}

/** From the public, or before it came there: what the head does not approve must not wait for good. */
const takeBackChange: Decide<'TakeBackChange'> = (suggestion, { on, actor, change: ref, reason }) => {
  const change = changeAt(suggestion, ref, 'drafted', 'published')
  return change.ok ? accept({ type: 'ChangeTakenBack', on, ref, account: actor.account, reason }) : change
}

/** The reply of the petition; the last one counts, where it was replied to again. Told twice it changes nothing. */
const recordReply: Decide<'RecordReply'> = ({ stage, adoption: before, answeredBy }, { on, organ, adoption }) =>
  stage === 'answered' && before === adoption && answeredBy === organ
    ? accept()
    : accept({ type: 'SuggestionAnswered', on, organ, adoption })

/** What was replied to stays so, whatever becomes of the petition after; only a class that was wrong takes it away. */
const leaveSuggestion: Decide<'LeaveSuggestion'> = ({ stage }, { on, ending }) =>
  stage === 'received' || (stage === 'answered' && ending === 'reclassified')
    ? accept({ type: 'SuggestionLeft', on, ending })
    : accept()

const eraseSuggestion: Decide<'EraseSuggestion'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'SuggestionErased', on }) : accept()

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  AssignStudy: assignStudy,
  CarryOut: carryOut,
  ProposeReward: proposeReward,
  ApproveReward: approveReward,
  RefuseReward: refuseReward,
  GiveReward: giveReward,
  DraftChange: draftChange,
  PublishChange: publishChange,
  TakeBackChange: takeBackChange,
  RecordReply: recordReply,
  LeaveSuggestion: leaveSuggestion,
  EraseSuggestion: eraseSuggestion,
}
