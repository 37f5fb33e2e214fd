/** One petition, read whole in the name of whoever looks at it, and the trace that they leave. */
import { parseFact } from '../engine/chain.ts'
import type { Recorded } from '../engine/envelope.ts'
import { arrayOf, type Statement } from '../engine/flight.ts'
import { fold, readStatement } from '../engine/history.ts'
import { flyAs, openingsSetting, readAs } from '../identity/scope.ts'
import { type Box, openPieces } from '../identity/seal.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { PetitionHouse } from './house.ts'
import type { Fact, Petition } from './petition.ts'
import type { Staff } from './queries.ts'
import { petitionRoom } from './room.ts'
import { officialsIn } from './safeguards/recusal.ts'
import type { Read } from './view.ts'
import { lawShown, worldUnder } from './world.ts'

/**
 * Reads one petition and opens what the viewer may read of it; null when there is none, or none that they see. What lies sealed from
 * them is not among the texts, because the database gives it out only with a fact that says who opened it and why.
 */
export async function readPetition(house: PetitionHouse, number: PetitionNumber, viewer: Viewer): Promise<Read | null> {
  const [facts = [], boxes = []] = await flyAs(house, viewer, [readStatement(number), boxesOf(number)])
  if (facts.length === 0) return null
  const history = facts.map(({ fact }) => parseFact<Fact>(fact as string))
  const petition = fold(
    petitionRoom,
    null,
    history.map(({ fact }) => fact),
  ) as Petition
  const openings = openingsBy(viewer, history, house)
  const opened = openings.length === 0 ? boxes : await readAs(house, viewer, boxesOf(number), openingsSetting(openings))
  const { directory } = house
  const officials = officialsIn(petition)
  return {
    number,
    petition,
    history,
    keepsSealed: viewer.kind === 'staff' && (petition.class === 'accusation' || petition.confidentiality !== 'named'),
    texts: await openPieces(house.keys, opened as unknown as readonly Box[]),
    staff: await house.staffNames(accountsIn(history)),
    world: {
      ...worldUnder(lawShown(house.laws, petition), directory, house.calendars),
      leading: officials.length === 0 ? [] : await house.leadsOf(officials),
    },
    directory,
    today: house.today(),
  }
}

/** What its clocks follow from, and no piece of what anybody wrote. Null where the viewer sees no such petition. */
export async function readClocksOf(
  house: PetitionHouse,
  number: PetitionNumber,
  viewer: Viewer,
): Promise<Pick<Read, 'petition' | 'history' | 'world' | 'directory' | 'today'> | null> {
  const [facts = []] = await flyAs(house, viewer, [readStatement(number)])
  if (facts.length === 0) return null
  const history = facts.map(({ fact }) => parseFact<Fact>(fact as string))
  const petition = fold(
    petitionRoom,
    null,
    history.map(({ fact }) => fact),
  ) as Petition
  const { directory, calendars } = house
  const world = worldUnder(lawShown(house.laws, petition), directory, calendars)
  return { petition, history, world, directory, today: house.today() }
}

const boxesOf = (number: PetitionNumber): Statement => ({
  name: 'petition pieces',
  text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
  values: [number],
})

/** The facts of today by which this viewer opened a seal here: what they opened stays open to them until the day is over. */
function openingsBy(viewer: Viewer, history: readonly Recorded<Fact>[], house: PetitionHouse): readonly number[] {
  if (viewer.kind !== 'staff') return []
  const today = house.today()
  return history
    .filter(({ fact }) => fact.type === 'SealOpened' && fact.account === viewer.account && fact.on === today)
    .map(({ version }) => version)
}

const accountsIn = (facts: readonly Recorded<Fact>[]): readonly string[] => [
  ...new Set(facts.map(({ by }) => by.account).filter((account): account is string => account !== undefined)),
]

/** Remembers that somebody opened it, so that the petitioner can see who did. Of what they do not see nothing is remembered. */
export async function noteLook(house: PetitionHouse, number: PetitionNumber, viewer: Staff): Promise<void> {
  await noteFound(house, [number], viewer)
}

/** The same for all that was found by somebody's number or name: to be looked for is to be looked at. */
export async function noteFound(house: PetitionHouse, numbers: readonly string[], viewer: Staff): Promise<void> {
  if (numbers.length === 0) return
  await readAs(house, viewer, {
    name: 'petition looks noted',
    text: `insert into petition_look (stream_id, looked_at, account, organ)
      select number, $2, $3, $4 from unnest($1::text[]) as found (number)
      where exists (select from petition_organ o where o.stream_id = number)`,
    values: [arrayOf(numbers), house.now(), viewer.account, viewer.organ],
  })
}

/** Which organs opened it and when, newest first; at most one line an organ and day. */
export async function looksAt(
  house: PetitionHouse,
  number: PetitionNumber,
  viewer: Viewer,
): Promise<readonly { readonly on: string; readonly organ: OrganId }[]> {
  return readAs(house, viewer, {
    name: 'petition looks',
    text: `select distinct to_char(looked_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on, organ
      from petition_look where stream_id = $1 order by 1 desc, 2 limit 200`,
    values: [number],
  })
}
