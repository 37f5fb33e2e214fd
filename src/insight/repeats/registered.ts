/** A petition that is registered, as it is compared with others: its masked text, and digests of who petitions. */
import type { Digest } from '../../identity/blind-index.ts'
import { readAs } from '../../identity/scope.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Staff } from '../../petition/queries.ts'
import { readClocksOf } from '../../petition/reading.ts'
import { textsOf } from '../search/queries.ts'
import type { RepeatHouse } from './house.ts'
import type { Asking } from './queries.ts'

/** Null where the viewer sees no such petition; `sealed` where nothing of it is compared. */
export async function askingOf(
  house: RepeatHouse,
  viewer: Staff,
  number: PetitionNumber,
): Promise<Asking | 'sealed' | null> {
  const [known, texts, digests] = await Promise.all([
    readClocksOf(house, number, viewer),
    textsOf(house, viewer, [number]),
    digestsOf(house, viewer, number),
  ])
  if (known === null) return null
  const { petition } = known
  const text = texts.get(number)
  if (petition.class === 'accusation' || text === undefined) return 'sealed'
  const without = [number, ...petition.links.map(({ to }) => to)]
  return { ...text, place: petition.place, category: petition.category, digests, without }
}

async function digestsOf(house: RepeatHouse, viewer: Staff, number: string): Promise<readonly Digest[]> {
  const rows = await readAs<{ kind: Digest['kind']; digest: string }>(house, viewer, {
    name: 'repeat digests of one petition',
    text: `select kind, '\\x' || encode(digest, 'hex') as digest from blind_index where stream_id = $1`,
    values: [number],
  })
  return rows
}
