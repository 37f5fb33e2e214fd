/** What may follow from a command to a committee. */
import { isAfter } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type {
  CommitteeCommand,
  CommitteeDetails,
  CommitteeFact,
  CommitteeRefusal,
  CommitteeState,
  CommitteeWorld,
  Election,
} from './committee.ts'
import { keepsMediators, keptElsewhere, lastDayOfTerm, termBasis } from './decide.ts'

export type CommitteeDecision = Result<readonly CommitteeFact[], CommitteeRefusal>

export function decideCommittee(
  state: CommitteeState,
  command: CommitteeCommand,
  { organs }: CommitteeWorld,
): CommitteeDecision {
  const { on, actor } = command
  const by = { on, account: actor.account }
  if (!keepsMediators(organs, actor.organ)) return err(keptElsewhere)
  if (command.type === 'FoundCommittee') {
    if (state !== null) return err({ kind: 'committee-founded-already' })
    return ok([{ ...by, type: 'CommitteeFounded', keeper: actor.organ, ...detailsOf(command) }])
  }
  if (state === null) return err({ kind: 'no-such-committee' })
  if (state.keeper !== actor.organ) return err(keptElsewhere)
  if (state.state === 'ended') return err({ kind: 'committee-ended-already' })
  switch (command.type) {
    case 'ReviseCommittee':
      return ok([{ ...by, type: 'CommitteeRevised', ...detailsOf(command) }])
    case 'ElectCommittee': {
      const refusal = refusalOfElection(command, command)
      return refusal ? err(refusal) : ok([{ ...by, type: 'CommitteeElected', ...electionOf(command) }])
    }
    case 'EndCommittee':
      return ok([{ ...by, type: 'CommitteeEnded', reason: command.reason }])
  }
}

function refusalOfElection(
  { day, until, members, women, minority }: Election,
  { on }: CommitteeCommand,
): CommitteeRefusal | null {
  if (isAfter(day, on)) return { kind: 'election-in-future', day, today: on }
  // numbers that cannot be are a slip of the pen; what the law finds too few or too many is a gap and is shown
  if (women > members || minority > members || !isAfter(until, day)) return { kind: 'election-does-not-add-up' }
  const atMost = lastDayOfTerm(day)
  return isAfter(until, atMost) ? { kind: 'member-term-too-long', atMost, basis: termBasis } : null
}

const detailsOf = ({ kind, name, region, isMultiEthnic }: CommitteeDetails): CommitteeDetails => ({
  ...{ kind, name, region, isMultiEthnic },
})
const electionOf = ({ day, until, by, members, women, minority }: Election): Election => ({
  ...{ day, until, by, members, women, minority },
})
