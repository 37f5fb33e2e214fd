/** Keeps the prints by which the same matter is found again: one petition is read for each of its facts that can change what it says. */
import type { ClientBase } from 'pg'
import type { Consumer } from '../../engine/consumer.ts'
import type { FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { isLatest } from '../search/latest.ts'
import { readMasked } from '../search/masked-text.ts'
import type { RepeatHouse } from './house.ts'

export const repeatReader = 'repeats'

/** Only the text is printed; who is masked in it may be named later. */
const follows: readonly FactType[] = [
  ...(['PetitionRegistered', 'PetitionCorrected', 'ComplainedNamed', 'ErasureApproved', 'ContentErased'] as const),
]

export function repeatReaction(house: RepeatHouse): Consumer {
  return {
    name: repeatReader,
    follows,
    async react(recorded, transaction) {
      const { stream } = recorded
      if (petitionRoom.owns?.(stream) !== true || !(await isLatest(transaction, recorded, follows))) return
      await keepPrints(house, transaction, stream)
    },
  }
}

/** The prints become what they ought to be; whether anything was written. */
export async function keepPrints(house: RepeatHouse, client: ClientBase, stream: string): Promise<boolean> {
  const read = await readMasked(house, stream)
  const { generation, prints } = read === null ? nothing : await house.repeatPrinting.of(read.text)
  const there = await printsThere(client, stream)
  if (isEqual(there, prints)) return false
  await client.query({
    name: 'repeat prints gone',
    text: 'delete from repeat_print where stream_id = $1',
    values: [stream],
  })
  if (read === null || prints.length === 0) return true
  await client.query({
    name: 'repeat prints put',
    text: `insert into repeat_print (stream_id, print, registered_on, generation)
      select $1, print, $3, $4 from unnest($2::bigint[]) as one (print)`,
    values: [stream, prints, read.petition.registeredOn, generation],
  })
  return true
}

const nothing = { generation: 0, prints: [] as readonly string[] }

async function printsThere(client: ClientBase, stream: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ print: string }>({
    name: 'repeat prints there',
    text: 'select print::text as print from repeat_print where stream_id = $1',
    values: [stream],
  })
  return rows.map(({ print }) => print)
}

const isEqual = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && new Set([...one, ...other]).size === other.length
