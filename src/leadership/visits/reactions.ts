/** What visits do when something happens elsewhere: to a petition that is taken along, or on the way. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import type { Recorded } from '../../engine/envelope.ts'
import { readHistory } from '../../engine/history.ts'
import { refsIn } from '../../engine/sealed-check.ts'
import { afterReform } from '../../identity/reforming.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import { addDays, isAfter } from '../../kernel/day.ts'
import { readProse } from '../../kernel/prose.ts'
import { erasePartly } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { giveTask } from '../../tasks/giving.ts'
import { commandVisit } from './commanding.ts'
import type { VisitHouse } from './house.ts'
import { lookInto } from './looking.ts'
import { visitOfHouse } from './queries.ts'
import { visitRoom } from './room.ts'
import { filesOf } from './tables.ts'
import type { Visit, VisitFact, VisitFactOf } from './visit.ts'

const visitPrefix = `${visitRoom.name}:`

/** What was agreed in a village is owed from then on: each agreement becomes a task of the organ that it names. */
export function visitAgreementReaction(house: VisitHouse): Consumer {
  return {
    name: 'visit-agreement',
    follows: ['EntryRecorded'] satisfies readonly VisitFact['type'][],
    async react({ stream, fact: recorded }) {
      if (!stream.startsWith(visitPrefix)) return
      const fact = recorded as VisitFact
      if (fact.type !== 'EntryRecorded' || fact.kind !== 'agreed') return
      const visit = await visitOfHouse(house, stream)
      if (visit) await give(house, stream, visit, fact)
    },
  }
}

async function give(house: VisitHouse, stream: string, visit: Visit, fact: VisitFactOf<'EntryRecorded'>) {
  const { entry, organ, due, text, petition } = fact
  if (organ === null || due === null) return
  const { rows } = await house.work.query<Box>(
    'select ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    [stream, text.ref],
  )
  const said = (await openPieces(house.keys, rows.map((row) => ({ ...row, stream_id: stream })) as never)).get(text.ref)
  const what = said === undefined ? undefined : readProse(said, { max: 20_000 })
  // erased since: nothing is left that could be owed in words
  if (what === undefined || !what.ok) return
  const today = house.today()
  await giveTask(house, {
    origin: { kind: 'agreement', stream, key: entry },
    // who led it follows what comes of it
    shownTo: [...new Set(visit.leaders.map((leader) => leader.organ))].filter((each) => each !== visit.organ),
    ...{ giver: visit.organ, givenBy: null, organ, officer: null, what: what.value },
    // it lay on a phone until the day had passed: it is owed all the same
    due: isAfter(due, today) ? due : addDays(today, 1),
    petitions: petition === null ? [] : [petition],
  })
}

/** After which somebody must not see a visit who might before. */
const accusing: ReadonlySet<FactType> = new Set<FactType>([
  ...(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected'] as const),
])

/** A petition that is on a visit comes to accuse or to name somebody, or is erased: the visit follows. */
export function visitCaseReaction(house: VisitHouse): Consumer {
  return {
    name: 'visit-case',
    follows: [...accusing, 'ContentErased' satisfies FactType],
    async react(recorded) {
      if (petitionRoom.owns?.(recorded.stream) !== true) return
      const { stream: petition, fact } = recorded as Recorded<Fact>
      const isErased = fact.type === 'ContentErased'
      if (!isErased && !accusing.has(fact.type)) return
      for (const stream of await visitsWith(house, petition)) {
        if (isErased) await forget(house, stream, petition)
        else await narrow(house, stream, petition)
      }
    },
  }
}

async function visitsWith({ work }: VisitHouse, petition: string): Promise<readonly string[]> {
  const { rows } = await work.query<{ stream_id: string }>({
    name: 'visits with a case',
    text: 'select stream_id from visit_case where petition = $1 order by stream_id',
    values: [petition],
  })
  return rows.map(({ stream_id }) => stream_id)
}

async function narrow(house: VisitHouse, stream: string, petition: string): Promise<void> {
  const viewer = { kind: 'system', task: 'visit' } as const
  const looked = await lookInto(house, [petition], viewer)
  if (!looked.ok) return
  await commandVisit(house, { stream, type: 'RecordKept', body: {}, beside: { looked: looked.value }, viewer })
}

/** What was written of an erased petition goes with it; that there was a visit, and when, stays. It can be cut off anywhere and done again. */
async function forget(house: VisitHouse, stream: string, petition: string): Promise<void> {
  const { facts } = await readHistory<VisitFact>(house.work, stream)
  const refs = refsAbout(
    facts.map(({ fact }) => fact),
    petition,
  )
  const visit = await visitOfHouse(house, stream)
  if (visit === null) return
  const left = new Set(filesOf({ ...visit, erased: [...visit.erased, ...refs] }))
  const files = filesOf(visit).filter((file) => !left.has(file))
  const viewer = { kind: 'system', task: 'visit' } as const
  await erasePartly(house, stream, { refs, files }, () =>
    commandVisit(house, { stream, type: 'RecordErased', body: {}, beside: { petition, refs }, viewer }),
  )
}

/** Every piece that is about one petition, those that were written over among them. The report is about all cases and goes with the first. */
export function refsAbout(facts: readonly VisitFact[], petition: string): readonly string[] {
  const linked = new Set(
    facts.flatMap((fact) => (fact.type === 'EntryLinked' && fact.petition === petition ? fact.entry : [])),
  )
  const isOnRoute = facts.some((fact) => 'plan' in fact && fact.plan.cases.some((each) => each.petition === petition))
  const pieces = facts.flatMap((fact): readonly unknown[] => {
    if ('plan' in fact) return fact.plan.cases.filter((each) => each.petition === petition)
    if (fact.type === 'VisitConcluded') return isOnRoute ? [fact.report] : []
    if (fact.type === 'EntryRecorded' && linked.has(fact.entry)) return [fact]
    return 'petition' in fact && fact.petition === petition ? [fact] : []
  })
  return [...new Set(pieces.flatMap((piece) => [...refsIn(piece)]))]
}

/** 分立、合并、撤销 (art. 24 (2)): visits that are not over in which the organ has a part. Asking twice changes nothing. */
export function visitReformReaction(house: VisitHouse): Consumer {
  return afterReform(house, 'visit-reform', (organ) => passOn(house, organ))
}

const passOn = (house: VisitHouse, organ: string) =>
  forEachStream(
    house,
    `select stream_id from visit_party where organ = $1 and stage in ('planned', 'confirmed', 'concluded')`,
    [organ],
    (stream) =>
      commandVisit(house, { stream, type: 'PassVisitOn', body: {}, viewer: { kind: 'system', task: 'visit' } }),
  )
