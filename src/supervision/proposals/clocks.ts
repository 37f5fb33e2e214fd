/** Until when a proposal must be answered. This is the only place that makes a deadline of one. */
import type { Calendar } from '../../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Span } from '../../kernel/span.ts'
import { articleWithoutDays, type Basis, decided } from '../../law/basis.ts'
import type { ProposalClockName } from '../../law/proposals.ts'
import type { Proposal, ProposalFact, ProposalWorld } from './proposal.ts'

const designated: Span = { unit: 'designated' }

/** What a clock rests on: the article, and where the law gives no days, the decision that the proposal names one. */
export function basisOfClock(rule: string, { law }: Pick<ProposalWorld, 'law'>): Basis {
  const { span, basis } = law.proposalAnswer
  if (rule === 'answerAgain') return decided('0032')
  if (rule === 'addReasons' || span !== null) return basis
  return 'instrument' in basis && basis.instrument === 'R22' ? articleWithoutDays(40, '0032', 4) : basis
}

/** What a fact does to the clocks of a proposal as it is after the fact. */
export function clockChangesAt(proposal: Proposal, fact: ProposalFact, world: ProposalWorld): readonly ClockChange[] {
  const { on } = fact
  const { span, reasonsWithin } = world.law.proposalAnswer
  switch (fact.type) {
    case 'ProposalIssued':
      return fact.recipients.map((recipient) =>
        started('answerProposal', { proposal, recipient, fact, world, span: span ?? designated, day: fact.due }),
      )
    case 'ProposalAnswered': {
      const reasons = fact.adoption !== 'adopted' && fact.reasons === null ? reasonsWithin : undefined
      return [
        ...stopped(proposal, on, fact.recipient),
        ...(reasons
          ? [started('addReasons', { proposal, recipient: fact.recipient, fact, world, span: reasons, day: null })]
          : []),
      ]
    }
    case 'ReasonsAdded':
      return stopped(proposal, on, fact.recipient)
    case 'AnswerReturned':
      return [
        ...stopped(proposal, on, fact.recipient),
        started('answerAgain', { proposal, recipient: fact.recipient, fact, world, span: designated, day: fact.until }),
      ]
    case 'ProposalPassedOn':
      return openOf(proposal, fact.from).map(({ id }) => ({
        change: 'passedOn',
        id,
        bearer: { organ: fact.to },
      }))
    case 'ProposalClosed':
    case 'ProposalWithdrawn':
      return proposal.clocks.filter(isOpen).map(({ id }) => ({ change: 'stopped', id, on }))
    default:
      return []
  }
}

const openOf = ({ clocks }: Proposal, recipient: OrganId): readonly RunningClock[] =>
  clocks.filter((clock) => isOpen(clock) && bearerOrgan(clock) === recipient)

const stopped = (proposal: Proposal, on: Day, recipient: OrganId): readonly ClockChange[] =>
  openOf(proposal, recipient).map(({ id }) => ({ change: 'stopped', id, on }))

interface Starting {
  readonly proposal: Proposal
  readonly recipient: OrganId
  readonly fact: ProposalFact
  readonly world: ProposalWorld
  readonly span: Span
  /** For a span that is designated. */
  readonly day: Day | null
}

function started(rule: ProposalClockName, { proposal, recipient, fact, world, span, day }: Starting): ClockChange {
  const before = proposal.clocks.filter((clock) => clock.rule === rule).length
  // several recipients start at once, in their order
  const among = fact.type === 'ProposalIssued' ? fact.recipients.indexOf(recipient) : 0
  const limit = {
    ...({ rule, pack: world.pack, binds: 'organ', after: 'overdue', span, bearer: { organ: recipient } } as const),
    ...{ number: before + among + 1, subject: recipient, startedBy: fact.type, from: fact.on },
    ...(span.unit === 'designated' && day !== null ? { designated: day } : {}),
  }
  return startClock(limit, calendarOf(recipient, world))
}

/** Whoever answers counts the days where they are. */
export const calendarOf = (
  organ: OrganId | null,
  { calendars, organs }: Pick<ProposalWorld, 'calendars' | 'organs'>,
): Calendar => calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: ProposalWorld): Recounted | null =>
  recount(clock, calendarOf(bearerOrgan(clock), world))
