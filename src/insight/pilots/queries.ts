/** The way out: the database shows a pilot to the bureau that tries it. */
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { TaskHouse } from '../../tasks/house.ts'
import type { Pilot, PilotFact, PilotStage } from './pilot.ts'
import { pilotRoom } from './room.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export async function knownPilot(house: TaskHouse, stream: string, viewer: Staff): Promise<Pilot | null> {
  const { facts } = await readHistory<PilotFact>(house.app, stream, settingsOf(viewer, house.today()))
  return foldOf(facts)
}

/** For the house itself, which has no viewer. */
export async function pilotOfHouse(house: TaskHouse, stream: string): Promise<Pilot | null> {
  const { facts } = await readHistory<PilotFact>(poolsFor(house, { kind: 'system', task: 'pilots' }).app, stream)
  return foldOf(facts)
}

const foldOf = (facts: readonly Recorded<PilotFact>[]): Pilot | null =>
  fold(
    pilotRoom,
    null,
    facts.map(({ fact }) => fact),
  )

export async function textsOf(house: TaskHouse, viewer: Staff, stream: string): Promise<ReadonlyMap<string, string>> {
  const boxes = await readAs<Box>(house, viewer, {
    name: 'pilot pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return openPieces(house.keys, boxes)
}

export interface ListedPilot {
  readonly stream: string
  readonly stage: PilotStage
  readonly category: string | null
  readonly place: string
  readonly from: Day
  readonly until: Day
  readonly name: string | null
}

/** A bureau has few: the newest hundred. */
const mostListed = 100

export async function listPilots(house: TaskHouse, viewer: Staff): Promise<readonly ListedPilot[]> {
  const rows = await readAs<Omit<ListedPilot, 'name'> & Box>(house, viewer, {
    name: 'pilots',
    text: `select p.stream_id, p.stream_id as stream, p.stage, p.category, p.place, p.from_day::text as from, p.until_day::text as until,
        s.ref, s.cohort, s.box
      from pilot p left join sealed s on s.stream_id = p.stream_id and s.ref = p.name_ref
      where p.organ = $1 order by p.from_day desc, p.stream_id desc limit ${mostListed}`,
    values: [viewer.organ],
  })
  return Promise.all(
    rows.map(async (row) => {
      const { box, ref, cohort: _, stream_id: __, ...listed } = row
      return { ...listed, name: box === null ? null : ((await openPieces(house.keys, [row])).get(ref) ?? null) }
    }),
  )
}
