/**
 * Keeps the rows by which petitions are found. One petition is read for each of its facts that can change its words or where it stands, so that
 * it costs what happened and not what there is. It reads how things stand, not how they stood at the fact: reading a fact twice changes
 * nothing, and of several the last is enough.
 */
import type { ClientBase } from 'pg'
import type { Consumer } from '../../engine/consumer.ts'
import { parseCohort } from '../../identity/cohort.ts'
import { sealAs } from '../../identity/seal.ts'
import type { FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { terms } from '../../wording/terms.ts'
import type { SearchHouse } from './house.ts'
import { isLatest } from './latest.ts'
import { maskedTextRef, type ReadMasked, readMasked } from './masked-text.ts'
import { marksOf, wordsOf } from './row.ts'

export const searchReader = 'search'

/** Facts that change neither what is written nor who has it nor whether it goes on. */
const changesNothing: readonly FactType[] = [
  ...(['ClerkNamed', 'PetitionMarkedUrgent', 'UrgentReported', 'PetitionsLinked', 'PetitionsUnlinked'] as const),
  ...([
    'CopyOffered',
    'KeyRenewed',
    'PetitionerContacted',
    'DocumentServed',
    'PetitionRated',
    'DutyFellOverdue',
  ] as const),
  ...(['RightLapsed', 'ClocksRecounted', 'ClockRecounted', 'ExtensionTakenBack', 'ReceivedDayCorrected'] as const),
  ...(['ServedDayCorrected', 'SealOpened', 'AccusedInformed', 'MediationAnswered'] as const),
]
export const followed = (Object.keys(terms.factType) as FactType[]).filter((type) => !changesNothing.includes(type))

export function searchReaction(house: SearchHouse): Consumer {
  return {
    name: searchReader,
    follows: followed,
    async react(recorded, transaction) {
      const { stream } = recorded
      if (petitionRoom.owns?.(stream) !== true || !(await isLatest(transaction, recorded, followed))) return
      await keepRow(house, transaction, stream)
    },
  }
}

interface Kept {
  readonly made_of: string
  readonly generation: number
  readonly marks: readonly number[]
}

/** Makes the row what it ought to be, and says whether anything was written. */
export async function keepRow(house: SearchHouse, client: ClientBase, stream: string): Promise<boolean> {
  const [read, kept, digests] = await Promise.all([
    readMasked(house, stream),
    rowThere(client, stream),
    house.wordKeys.newest(),
  ])
  if (read === null) return kept === undefined ? false : takeAway(client, stream)
  const marks = marksOf(read.petition, digests)
  const isSame = kept?.made_of === read.madeOf && kept.generation === digests.generation
  if (isSame && isEqual(kept.marks, marks)) return false
  if (isSame) {
    await client.query({
      name: 'search marks put',
      text: 'update search_row set marks = $2 where stream_id = $1',
      values: [stream, marks],
    })
    return true
  }
  const words = wordsOf(read.text, house.segmenter(), digests)
  await client.query({
    name: 'search row put',
    text: `insert into search_row (stream_id, registered_on, generation, made_of, words, marks) values ($1, $2, $3, $4, $5, $6)
      on conflict (stream_id) do update set registered_on = excluded.registered_on, generation = excluded.generation,
        made_of = excluded.made_of, words = excluded.words, marks = excluded.marks`,
    values: [stream, read.petition.registeredOn, digests.generation, read.madeOf, words, marks],
  })
  await keepText(house, client, stream, read)
  return true
}

async function rowThere(client: ClientBase, stream: string): Promise<Kept | undefined> {
  const { rows } = await client.query<Kept>({
    name: 'search row there',
    text: 'select made_of, generation, marks from search_row where stream_id = $1',
    values: [stream],
  })
  return rows[0]
}

async function takeAway(client: ClientBase, stream: string): Promise<boolean> {
  await client.query({ name: 'search row gone', text: 'delete from search_row where stream_id = $1', values: [stream] })
  await client.query({
    name: 'search text gone',
    text: 'delete from sealed where stream_id = $1 and ref = $2',
    values: [stream, maskedTextRef],
  })
  return true
}

/** What is shown beside what was found lies sealed among the petition's pieces, and goes where they go. */
async function keepText({ keys }: SearchHouse, client: ClientBase, stream: string, { text, cohort }: ReadMasked) {
  const parsed = parseCohort(cohort)
  const key = parsed === null ? null : await keys.ifKept(stream, parsed)
  if (key === null) return
  const row = sealAs(key, maskedTextRef, { text: JSON.stringify(text), part: 'content' })
  await client.query({
    name: 'search text replaced',
    text: 'delete from sealed where stream_id = $1 and ref = $2',
    values: [stream, maskedTextRef],
  })
  await client.query({
    name: 'search text put',
    text: 'insert into sealed (stream_id, ref, cohort, part, box) values ($1, $2, $3, $4, $5)',
    values: [stream, maskedTextRef, row.cohort, row.part, row.box],
  })
}

const isEqual = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at])
