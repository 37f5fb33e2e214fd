/**
 * What the house finds by itself (督办线索): it reads every fact once, in order, and looks at the one petition of a fact that can bear a
 * finding or put one right. What that costs hangs on what happened, and not on how many petitions there are. Reading a fact twice finds
 * nothing twice.
 */
import type { Consumer } from '../../engine/consumer.ts'
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { lineOf, type OrganId } from '../../kernel/organ.ts'
import { bearerOrgan } from '../../kernel/running-clock.ts'
import type { Fact, FactType, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { lawShown } from '../../petition/world.ts'
import { beginningOf } from '../beginning.ts'
import { eraseMatter, recordExecuted, recordFindings, recordKept, recordMended } from '../finding-commanding.ts'
import { streamOfSubject } from '../room.ts'
import { supervisorOver } from '../supervising.ts'
import type { Found, MatterBeginning } from '../supervision.ts'
import type { Looked } from './finding.ts'
import { findingsIn, isCarriedOut, mendedIn, mendingFacts } from './findings.ts'
import type { FindingHouse } from './house.ts'
import { dutiesOf } from './in-time.ts'
import { isAnswering, judgeAnswers } from './judging.ts'

export function findingReaction(house: FindingHouse): Consumer {
  return {
    name: 'supervision-finding',
    async react(recorded) {
      if (petitionRoom.owns?.(recorded.stream) !== true) return
      const { stream, fact } = recorded as Recorded<Fact>
      const mayFind = mayBear(fact, house)
      if (!mayFind && !mendingFacts.has(fact.type) && !keepingFacts.has(fact.type)) return
      const isSupervised = await hasMatter(house, stream)
      if (mayFind || isSupervised) await lookAt(house, { number: stream, fact, mayFind, isSupervised })
    },
  }
}

/** After which somebody must not see the matter who might before, or the petition is not shown any more. */
const keepingFacts: ReadonlySet<FactType> = new Set<FactType>([
  ...(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected', 'ErasureApproved', 'ContentErased'] as const),
])

async function hasMatter({ work }: FindingHouse, petition: string): Promise<boolean> {
  const { rows } = await work.query({
    name: 'supervision has matter',
    text: 'select from supervision_matter where stream_id = $1',
    values: [streamOfSubject({ kind: 'petition', petition })],
  })
  return rows.length > 0
}

interface Looking {
  readonly number: string
  readonly fact: Fact
  readonly mayFind: boolean
  readonly isSupervised: boolean
}

async function lookAt(house: FindingHouse, looking: Looking): Promise<void> {
  const { number, fact, mayFind, isSupervised } = looking
  const { facts: history } = await readHistory<Fact>(house.work, number)
  const petition = fold<State, Fact>(
    petitionRoom,
    null,
    history.map((each) => each.fact),
  )
  if (petition === null) return
  // an answer is judged when it is given, and again with everything else that was found in its petition
  const isJudged = isAnswering(fact) || isSupervised
  const judging = { house, printing: house.printing }
  const law = lawShown(house.laws, petition)
  const answers = isJudged ? await judgeAnswers(judging, { number, petition, history, law }) : []
  const { directory: organs } = house
  const rules = law.supervision.findings
  const looked = { petition, history, rules, organs, today: house.today(), answers }
  const found = mayFind ? findingsIn(looked) : []
  if (found.length > 0) await record(house, number, petition, found)
  if (isSupervised && keepingFacts.has(fact.type)) await keepBack(house, number, petition)
  if (isSupervised && fact.type === 'ContentErased')
    await eraseMatter(house, { subject: { kind: 'petition', petition: number } })
  if (found.length > 0 || isSupervised) await putRight(house, number, looked)
}

/** At the very top nobody stands above who could supervise. */
async function record(house: FindingHouse, number: string, petition: Petition, found: readonly Found[]): Promise<void> {
  const [first] = found
  const beginning = first && (await begunWith(house, number, petition, first.organ))
  if (beginning) await recordFindings(house, { beginning, found })
}

async function begunWith(
  house: FindingHouse,
  number: string,
  petition: Petition,
  over: OrganId,
): Promise<MatterBeginning | null> {
  const begun = beginningOf({ number, petition, led: await ledIn(house, petition), supervisor: over })
  const supervisor = supervisorOver({ over, keptFrom: begun.keptFrom }, house.directory) ?? aboveOf(over, begun, house)
  return supervisor === null ? null : { ...begun, supervisor }
}

/** Where no bureau stands above, whoever does by administration. */
const aboveOf = (over: OrganId, { keptFrom }: MatterBeginning, { directory }: FindingHouse): OrganId | null =>
  lineOf(directory, over)
    .slice(1)
    .find(({ id, state }) => state === 'active' && !isKeptOut(keptFrom, id, directory))?.id ?? null

async function ledIn({ leadsOf }: FindingHouse, { about }: Petition): Promise<readonly OrganId[]> {
  const officials = [...new Set(about.flatMap(({ officials: named = [] }) => named))]
  return officials.length === 0 ? [] : (await leadsOf(officials)).map(({ organ }) => organ)
}

async function keepBack(house: FindingHouse, number: string, petition: Petition): Promise<void> {
  const led = await ledIn(house, petition)
  const { subject, ...keeping } = beginningOf({ number, petition, led, supervisor: petition.holder })
  if (subject.kind === 'petition') await recordKept(house, { subject, keeping })
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
