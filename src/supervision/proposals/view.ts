/** From a folded proposal and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { Recorded } from '../../engine/envelope.ts'
import { daysLeft } from '../../kernel/clock.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { basisInWords } from '../../law/basis.ts'
import { clockViewOf } from '../../petition/clock-view.ts'
import type { Directory } from '../../petition/house.ts'
import type { ClockView } from '../../petition/views.ts'
import { proposalTermOf, proposalTerms } from '../../wording/proposal-terms.ts'
import { actionsOf } from './actions.ts'
import { basisOfClock, calendarOf } from './clocks.ts'
import type { ProposalRowView, ProposalTextView, ProposalView, RecipientView } from './contract.ts'
import type { ProposalHouse } from './house.ts'
import type { Proposal, ProposalFact, ProposalRefusal, ProposalWorld, Recipient } from './proposal.ts'
import type { ProposalRow, ReadProposal } from './queries.ts'
import { idOf } from './room.ts'
import { isSealed, type Part, partOf } from './sealing.ts'
import { explainProposal } from './wording.ts'
import { worldOf } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
export type Place = Pick<ProposalHouse, 'directory' | 'calendars' | 'today' | 'laws'>

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
const opened = ({ texts }: ReadProposal, { ref }: Sealed): string => texts.get(ref) ?? erased
export const refusalView = (refusal: ProposalRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainProposal(refusal, (id) => directory.nameOf(id)) }

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
function clockView(clock: RunningClock, world: ProposalWorld, { directory, calendars, today }: Place): ClockView {
  return clockViewOf(clock, {
    ...{ calendar: calendarOf(bearerOrgan(clock), world), calendars, today: today() },
    basis: basisOfClock(clock.rule, world),
    organRef: (organ) => organRef(directory, organ),
  })
}

export interface Beside {
  /** Names of accounts that have opened it. */
  readonly names: ReadonlyMap<string, string>
  /** Which of the petitions are open to the viewer. */
  readonly openPetitions: ReadonlySet<string>
}

/** For whoever has a part in it. A recipient sees what was issued to it and what it answered, not the others and not how it was drafted. */
export function proposalView(read: ReadProposal, beside: Beside, place: Place): ProposalView {
  const { proposal, actor, isOpen: isOpenToYou, stream } = read
  const { directory, today } = place
  const part = partOf(proposal, actor.organ) as Part
  const world = worldOf(proposal, place)
  const { version, kind, stage, draftedOn, issuedOn, closedOn, sentBack, note } = proposal
  const rule = world.law.proposals[kind]
  return {
    proposal: idOf(stream),
    ...{ version, kind, stage, part, draftedOn, issuedOn, closedOn, isOpenToYou },
    bureau: organRef(directory, proposal.bureau),
    basis: basisInWords(rule?.basis ?? world.law.proposalAnswer.basis),
    isSealed: isSealed(kind),
    text: isOpenToYou ? textView(read, part, beside, directory) : null,
    recipients: isOpenToYou
      ? recipientsFor(proposal, part, actor.organ).map((one) => recipientView(one, read, world, place))
      : [],
    sentBack:
      part === 'bureau' && isOpenToYou && sentBack ? { on: sentBack.on, reason: opened(read, sentBack.reason) } : null,
    note: isOpenToYou && note ? opened(read, note) : null,
    openings: openingsFor(read, part, beside, directory),
    actions: actionsOf(proposal, actor, today(), world).map(({ action, recipient, type, refusal }) => ({
      ...{ action, recipient },
      ...proposalTerms.proposalCommand[type],
      allowed: refusal === null,
      refusal: refusalView(refusal, directory),
    })),
    history: isOpenToYou ? historyFor(read, part, directory) : [],
  }
}

const recipientsFor = ({ recipients }: Proposal, part: Part, organ: OrganId): readonly Recipient[] =>
  part === 'bureau' ? recipients : recipients.filter((recipient) => recipient.organ === organ)

function textView(read: ReadProposal, part: Part, { openPetitions }: Beside, directory: Directory): ProposalTextView {
  const { text, kind } = read.proposal
  const shown =
    part === 'bureau' || isSealed(kind) ? text.petitions : text.petitions.filter((number) => openPetitions.has(number))
  return {
    title: opened(read, text.title),
    findings: opened(read, text.findings),
    points: text.points.map((point) => opened(read, point)),
    recipients: text.recipients.map((organ) => organRef(directory, organ)),
    against: {
      organs: text.against.organs.map((organ) => organRef(directory, organ)),
      people: text.against.people.map(({ organ, name }) => ({
        organ: organRef(directory, organ),
        name: opened(read, name),
      })),
    },
    due: text.due,
    petitions: shown.map((number) => ({ number, isOpenToYou: openPetitions.has(number) })),
    matters: part === 'bureau' ? [...text.matters] : [],
  }
}

function recipientView(one: Recipient, read: ReadProposal, world: ProposalWorld, place: Place): RecipientView {
  const maybe = (piece: Sealed | null) => piece && opened(read, piece)
  const { clocks } = read.proposal
  return {
    organ: organRef(place.directory, one.organ),
    standing: one.standing,
    answers: one.answers.map(({ ref, on, adoption, answer, reasons }) => ({
      ...{ ref, on, adoption, answer: opened(read, answer), reasons: maybe(reasons) },
    })),
    reminders: one.reminders.map(({ on, note }) => ({ on, note: maybe(note) })),
    returns: one.returns.map(({ on, reason, until }) => ({ on, reason: opened(read, reason), until })),
    measures: one.measures.map(({ ref, on, takenOn, measure }) => ({
      ref,
      on,
      takenOn,
      measure: opened(read, measure),
    })),
    effects: one.effects.map(({ on, effect, lookedAt }) => ({ on, effect, lookedAt: opened(read, lookedAt) })),
    clocks: clocks.filter((clock) => bearerOrgan(clock) === one.organ).map((clock) => clockView(clock, world, place)),
  }
}

function openingsFor(
  read: ReadProposal,
  part: Part,
  { names }: Beside,
  directory: Directory,
): ProposalView['openings'] {
  const { proposal, actor, isOpen: isOpenToYou } = read
  if (!isSealed(proposal.kind) || !isOpenToYou) return []
  return proposal.openings
    .filter(({ organ, reason }) => reason !== null && (part === 'bureau' || organ === actor.organ))
    .map(({ on, organ, account, reason }) => ({
      ...{ on, account, organ: organRef(directory, organ) },
      name: names.get(account) ?? account,
      reason: reason && opened(read, reason),
    }))
}

/** What is a bureau's own until it goes out. */
const internal: readonly ProposalFact['type'][] = [
  ...(['ProposalDrafted', 'ProposalEdited', 'ProposalSubmitted', 'ProposalSentBack', 'ProposalApproved'] as const),
]

function historyFor({ history, actor }: ReadProposal, part: Part, directory: Directory): ProposalView['history'] {
  const isShown = ({ fact, by }: Recorded<ProposalFact>): boolean => {
    if (part === 'bureau') return true
    if (internal.includes(fact.type)) return false
    if (fact.type === 'ProposalOpened') return by.organ === actor.organ
    if (fact.type === 'ProposalClocksRecounted') return false
    return 'recipient' in fact ? fact.recipient === actor.organ : !('from' in fact) || fact.to === actor.organ
  }
  return history.filter(isShown).map(({ fact, by }) => ({
    ...{ type: fact.type, on: fact.on },
    organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
    ...proposalTermOf('proposalFact', fact.type),
  }))
}

export function rowView(row: ProposalRow, { directory, today }: Place): ProposalRowView {
  const { stream, kind, bureau, stage, shelf, draftedOn, issuedOn, day, recipients, title } = row
  const left = daysLeft(day, today())
  return {
    proposal: idOf(stream),
    ...{ kind, stage, shelf, title, draftedOn, issuedOn },
    bureau: organRef(directory, bureau),
    recipients: recipients.map(({ organ, adoption, effect, next_day, next_is_overdue }) => ({
      ...{ organ: organRef(directory, organ), adoption, effect },
      isOverdue: next_is_overdue || (next_day !== null && next_day < today()),
    })),
    nextDuty: shelf === 'waiting' ? { lastDay: day, daysLeft: left, isOverdue: left < 0 } : null,
    movedOn: day,
  }
}
