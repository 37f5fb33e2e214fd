import { addDays, isAfter, isBefore } from '../../kernel/day.ts'
import { isKeptOut, isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided, rule } from '../../law/basis.ts'
import type {
  Engagement,
  EngagementActor,
  EngagementBeginning,
  EngagementCommand,
  EngagementCommandType,
  EngagementFact,
  EngagementRefusal,
  EngagementStage,
  EngagementState,
  EngagementWorld,
  Of,
} from './engagement.ts'

export type EngagementDecision = Result<readonly EngagementFact[], EngagementRefusal>
type Later = Exclude<EngagementCommandType, 'InviteHelper'>
type Decide<T extends Later> = (engagement: Engagement, command: Of<T>) => EngagementDecision

const refuse = (refusal: EngagementRefusal): EngagementDecision => err(refusal)
const accept = (...facts: readonly EngagementFact[]): EngagementDecision => ok(facts)
const basis = decided('0042')
/** Half a year; longer needs a new invitation, and where it needs consent a new consent. */
export const longestTermDays = 183

const open = ['awaitingConsent', 'invited', 'accepted'] as const
/** Who does it, and while it stands where. */
export const permissions: Readonly<
  Record<Later, { readonly by: readonly EngagementActor['kind'][]; readonly at: readonly EngagementStage[] }>
> = {
  AnswerConsent: { by: ['petitioner', 'staff', 'house'], at: open },
  IssueHelperKey: { by: ['staff'], at: ['invited', 'accepted'] },
  AnswerInvitation: { by: ['helper'], at: ['invited'] },
  RecordHelp: { by: ['helper', 'staff'], at: ['accepted'] },
  EndEngagement: { by: ['staff', 'petitioner', 'helper', 'house'], at: open },
  KeepEngagement: { by: ['house'], at: [...open, 'refused', 'ended'] },
  EraseEngagement: { by: ['house'], at: [...open, 'refused', 'ended'] },
}

export function decide(state: EngagementState, command: EngagementCommand, world: EngagementWorld): EngagementDecision {
  if (command.type === 'InviteHelper')
    return state === null ? inviteHelper(command, world) : refuse({ kind: 'engagement-begun-already' })
  if (state === null) return refuse({ kind: 'no-such-engagement' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (engagement: Engagement, command: EngagementCommand) => EngagementDecision
  return rule(state, command)
}

/** Whether it exists for a member of staff: of the organ that invited, and neither named in the matter nor kept out of it. */
export const mayKnow = (
  { inviter, keptFrom, officials }: Pick<Engagement, 'inviter' | 'keptFrom' | 'officials'>,
  actor: Extract<EngagementActor, { kind: 'staff' }>,
  { organs }: EngagementWorld,
): boolean =>
  actor.organ === inviter &&
  !isPersonKeptOut(keptFrom, actor, organs) &&
  ![actor.account, ...(actor.answersTo ?? [])].some((account) => officials.includes(account))

function refusalToAct(
  engagement: Engagement,
  { type, actor }: EngagementCommand,
  world: EngagementWorld,
): EngagementRefusal | null {
  const { by, at } = permissions[type as Later]
  if (actor.kind === 'staff' && !mayKnow(engagement, actor, world)) return { kind: 'no-such-engagement' }
  if (!by.includes(actor.kind)) return { kind: 'engagement-is-anothers' }
  if (engagement.erasedOn !== null && actor.kind !== 'house')
    return { kind: 'engagement-erased', on: engagement.erasedOn }
  return at.includes(engagement.stage)
    ? null
    : { kind: 'engagement-at-another-stage', stage: engagement.stage, needs: at }
}

function inviteHelper(command: Of<'InviteHelper'>, { organs }: EngagementWorld): EngagementDecision {
  const { on, actor, beginning } = command
  if (actor.kind !== 'staff') return refuse({ kind: 'engagement-is-anothers' })
  const refusal = refusalOfMatter(command) ?? refusalOfHelper(command, organs) ?? refusalOfExtract(command)
  if (refusal) return refuse(refusal)
  const atMost = addDays(on, longestTermDays)
  const { until } = beginning
  if (!isAfter(until, on)) return refuse({ kind: 'day-not-ahead', day: until, today: on })
  if (isAfter(until, atMost)) return refuse({ kind: 'term-too-long', atMost, basis })
  return accept({ type: 'HelperInvited', on, account: actor.account, ...beginning })
}

/** An accusation is shown to nobody from outside (art. 30 (3)); anything else by whoever has it or took it in. */
function refusalOfMatter({ beginning: { subject }, check }: Of<'InviteHelper'>): EngagementRefusal | null {
  if (check.erasedOn !== null) return { kind: 'engagement-erased', on: check.erasedOn }
  if (check.isAccusation) return { kind: 'accusation-not-shown', basis: article(30, 3) }
  if (!check.holdsIt) return { kind: 'only-whoever-has-it', basis }
  if (check.isOver) return { kind: subject.kind === 'screening' ? 'screening-over' : 'mediation-over' }
  return check.guestIsAnother ? { kind: 'guest-is-another' } : null
}

/** Nobody who is complained about, belongs to an organ that is, or answers to one (art. 28 (3)). */
function refusalOfHelper({ beginning, check }: Of<'InviteHelper'>, organs: EngagementWorld['organs']) {
  if (!check.helperIsThere) return { kind: 'helper-not-available', state: check.helperState } as const
  if (check.isAsked) return { kind: 'helper-asked-already' } as const
  const belongs = isOfConcerned(beginning, check.helperOrgan, organs)
  return belongs || check.helperIsNamed ? ({ kind: 'helper-is-concerned', basis: article(28, 3) } as const) : null
}

/** Whether somebody's organ is complained about, or answers to one that is. */
export const isOfConcerned = (
  { keptFrom, about }: Pick<EngagementBeginning, 'keptFrom' | 'about'>,
  organ: OrganId | null,
  organs: EngagementWorld['organs'],
): boolean => organ !== null && isKeptOut([...keptFrom, ...about], organ, organs)

function refusalOfExtract({ beginning, check }: Of<'InviteHelper'>): EngagementRefusal | null {
  if (check.unknownClaim !== null) return { kind: 'unknown-claim', claim: check.unknownClaim }
  if (beginning.mode === 'anonymous' && beginning.claims.length > 0) return { kind: 'claims-need-consent', basis }
  return check.namesPetitioner ? { kind: 'extract-names-petitioner' } : null
}

/**
 * Each petitioner for themselves; a refusal, at any time, is enough. Silence is no consent. What a party of a mediation says of its guest is said
 * there and brought by the house, also of a party who was added since.
 */
const answerConsent: Decide<'AnswerConsent'> = (engagement, { on, actor, person, consents, signed }) => {
  if ((actor.kind === 'house') !== (engagement.subject.kind === 'mediation')) {
    return refuse({ kind: 'consent-asked-elsewhere', basis: rule('RMTJ', 20, 1) })
  }
  if (actor.kind !== 'house' && !engagement.people.includes(person)) return refuse({ kind: 'unknown-person', person })
  if (actor.kind === 'staff' && signed === null) return refuse({ kind: 'consent-needs-signature', basis })
  if (consents && engagement.consents.includes(person)) return accept()
  return accept({ type: 'ConsentAnswered', on, person, consents, signed })
}

const issueHelperKey: Decide<'IssueHelperKey'> = (_, { on, actor }) =>
  accept({ type: 'HelperKeyIssued', on, account: actor.kind === 'staff' ? actor.account : '' })

/** Whoever is tied to those complained about cannot accept, whatever they say beside. */
const answerInvitation: Decide<'AnswerInvitation'> = (_, { on, accepts, conflict, note }) =>
  accept({ type: 'InvitationAnswered', on, accepts: accepts && !conflict, conflict, note })

/** More than that nobody does within half a year; a link that somebody found must not fill the house. */
const mostParts = 100

const recordHelp: Decide<'RecordHelp'> = (engagement, { on, actor, way, day, said }) => {
  if (isAfter(day, on) || isBefore(day, engagement.invitedOn))
    return refuse({ kind: 'day-in-the-future', day, today: on })
  const by = actor.kind === 'helper' ? 'helper' : 'inviter'
  // each side has its own, so that neither can hold up the other
  if (engagement.parts.filter((part) => part.by === by).length >= mostParts) {
    return refuse({ kind: 'too-many-already', atMost: mostParts })
  }
  return accept({ type: 'HelpRecorded', on, by, way, day, said })
}

const endEngagement: Decide<'EndEngagement'> = (_, { on, actor, reason }) => {
  const by = actor.kind === 'staff' ? 'inviter' : actor.kind
  return accept({ type: 'EngagementEnded', on, by, reason })
}

/** What became known of the petition holds here too; nobody who was kept out is let in again by it. */
const keepEngagement: Decide<'KeepEngagement'> = (engagement, { on, ...found }) => {
  const keptFrom = [...new Set([...engagement.keptFrom, ...found.keptFrom])]
  const officials = [...new Set([...engagement.officials, ...found.officials])]
  const isNews = keptFrom.length > engagement.keptFrom.length || officials.length > engagement.officials.length
  return isNews ? accept({ type: 'EngagementKept', on, keptFrom, officials }) : accept()
}

const eraseEngagement: Decide<'EraseEngagement'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'EngagementErased', on }) : accept()

const decisions: { readonly [T in Later]: Decide<T> } = {
  AnswerConsent: answerConsent,
  IssueHelperKey: issueHelperKey,
  AnswerInvitation: answerInvitation,
  RecordHelp: recordHelp,
  EndEngagement: endEngagement,
  KeepEngagement: keepEngagement,
  EraseEngagement: eraseEngagement,
}
