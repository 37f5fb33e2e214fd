/** The way out: whoever asks, the database shows only what they told of, or what belongs to a petition that they have. */
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { keyedActorIn } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { ReliefHouse } from './house.ts'
import { mayKnow } from './keeping.ts'
import type { Relief, ReliefActor, ReliefFact } from './relief.ts'
import { reliefRoom } from './room.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
export type Petitioner = Extract<Viewer, { kind: 'petitioner' }>
export type ReliefViewer = Exclude<Viewer, { kind: 'anyone' }>

export interface KnownRelief {
  readonly relief: Relief
  readonly history: readonly Recorded<ReliefFact>[]
  readonly actor: ReliefActor
}

const foldOf = (facts: readonly Recorded<ReliefFact>[]): Relief | null =>
  fold(
    reliefRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** One stream of which the viewer may know, folded; nothing that was written is opened. */
export async function knownRelief(
  house: ReliefHouse,
  stream: string,
  viewer: ReliefViewer,
): Promise<KnownRelief | null> {
  const settings = settingsOf(viewer, house.today())
  const { facts: history } = await readHistory<ReliefFact>(poolsFor(house, viewer).app, stream, settings)
  const relief = foldOf(history)
  if (relief === null) return null
  const actor = await keyedActorIn(house, viewer, relief)
  return mayKnow(relief, actor, house.directory) ? { relief, history, actor } : null
}

/** What a page is made from. Pieces that were erased are missing from `texts`. */
export interface ReadRelief extends KnownRelief {
  readonly stream: string
  readonly texts: ReadonlyMap<string, string>
}

export async function readRelief(
  house: ReliefHouse,
  stream: string,
  viewer: Staff | Petitioner,
): Promise<ReadRelief | null> {
  const known = await knownRelief(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, {
    name: 'relief pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return { ...known, stream, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** More than this nobody is told of in one matter. */
const mostOfOne = 100

/** All relief of one petition, of what is the viewer’s to see: a petitioner their own. */
export async function reliefOf(
  house: ReliefHouse,
  viewer: Staff | Petitioner,
  petition: PetitionNumber,
): Promise<readonly ReadRelief[]> {
  const own = viewer.kind === 'petitioner' ? viewer.person : null
  const rows = await readAs<{ stream_id: string }>(house, viewer, {
    name: 'relief of petition',
    text: `select r.stream_id from relief r where r.petition = $1 and ($2::text is null or r.person = $2)
      order by r.told_on, r.stream_id limit ${mostOfOne}`,
    values: [petition, own],
  })
  const read = await Promise.all(rows.map(({ stream_id }) => readRelief(house, stream_id, viewer)))
  return read.filter((one) => one !== null)
}

/** Whose it is, for a message about it: as the house. */
export async function whoseRelief(
  { work }: Pick<ReliefHouse, 'work'>,
  stream: string,
): Promise<{ readonly petition: PetitionNumber; readonly person: string } | null> {
  const { rows } = await work.query<{ petition: PetitionNumber; person: string }>(
    'select petition, person from relief where stream_id = $1 and not is_erased',
    [stream],
  )
  return rows[0] ?? null
}
