/**
 * What the house finds by itself (督办线索): it reads every fact once, in order, and looks at the one petition of a fact that can bear a
 * finding or put one right. What that costs hangs on what happened, and not on how many petitions there are. Reading a fact twice finds
 * nothing twice.
 */
import type { ClientBase } from 'pg'
import type { Consumer } from '../../engine/consumer.ts'
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { bearerOrgan } from '../../kernel/running-clock.ts'
import type { Fact, Petition } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { recordExecuted, recordFindings, recordMended } from '../finding-commanding.ts'
import type { Found } from '../supervision.ts'
import { beginningOf } from './beginning.ts'
import type { Looked } from './finding.ts'
import { findingsIn, isCarriedOut, mendedIn, mendingFacts } from './findings.ts'
import type { FindingHouse } from './house.ts'
import { dutiesOf } from './in-time.ts'
import { isAnswering, judgeAnswers } from './judging.ts'

export function findingReaction(house: FindingHouse): Consumer {
  return {
    name: 'supervision-finding',
    async react(recorded, transaction) {
      if (petitionRoom.owns?.(recorded.stream) !== true) return
      const { stream, fact } = recorded as Recorded<Fact>
      const mayFind = mayBear(fact, house)
      if (!mayFind && !mendingFacts.has(fact.type)) return
      const isSupervised = await house.isSupervised(stream)
      if (!mayFind && !isSupervised) return
      await lookAt(house, { stream, fact, mayFind, isSupervised, transaction })
    },
  }
}

interface Looking {
  readonly stream: string
  readonly fact: Fact
  readonly mayFind: boolean
  readonly isSupervised: boolean
  readonly transaction: ClientBase
}

async function lookAt(
  house: FindingHouse,
  { stream, fact, mayFind, isSupervised, transaction }: Looking,
): Promise<void> {
  const { facts: history } = await readHistory<Fact>(house.work, stream)
  const petition = fold(
    petitionRoom,
    null,
    history.map((each) => each.fact),
  )
  if (petition === null) return
  const judging = { house, printing: house.printing, transaction }
  // only an answer is judged, and what was found in one is looked at again with everything else that was
  const isJudged = isAnswering(fact) || isSupervised
  const answers = isJudged ? await judgeAnswers(judging, { number: stream, petition, history }) : []
  const { directory: organs, today } = house
  const looked = { petition, history, rules: house.rulesOf(petition), organs, today: today(), answers }
  const found = mayFind ? findingsIn(looked) : []
  if (found.length > 0) await record(house, stream, petition, found)
  if (found.length > 0 || isSupervised) await putRight(house, stream, looked)
}

async function record(house: FindingHouse, number: string, petition: Petition, found: readonly Found[]): Promise<void> {
  const beginning = await beginningOf(house, number, petition, found)
  // at the very top nobody stands above who could supervise
  if (beginning !== null) await recordFindings(house, { beginning, found })
}

async function putRight(house: FindingHouse, number: string, looked: Looked): Promise<void> {
  const subject = { kind: 'petition', petition: number } as const
  const keys = mendedIn(looked)
  if (keys.length > 0) await recordMended(house, { subject, keys })
  if (isCarriedOut(looked)) await recordExecuted(house, { subject })
}

const duties: readonly string[] = Object.values(dutiesOf).flat()

/** Whether a fact can bear a finding; read from the fact alone, so that the others cost nothing. */
function mayBear(fact: Fact, { directory }: FindingHouse): boolean {
  switch (fact.type) {
    case 'PetitionRegistered':
      return fact.imported === null && isLate(fact)
    case 'DutyFellOverdue':
      return duties.includes(fact.clock.split('#')[0] ?? '')
    case 'PetitionTransferred':
    case 'PetitionAssigned':
      return directory.find(fact.from)?.kind !== 'bureau'
    case 'ExecutionRecorded':
      return fact.done
    case 'PetitionRated':
      return fact.whom === 'organ' && fact.solved === 'dissatisfied'
    case 'OpinionIssued':
    case 'DutyAnswered':
    case 'SuggestionConcluded':
    case 'TransferReturned':
    case 'ReportedBack':
    case 'ReviewRequested':
    case 'PetitionsLinked':
      return true
    default:
      return false
  }
}

/** Whether a duty began in a registration whose last day was over by then. */
const isLate = ({ on, clocks = [] }: Fact): boolean =>
  clocks.some(
    (change) => change.change === 'started' && bearerOrgan(change.clock) !== null && change.clock.lastDay < on,
  )
