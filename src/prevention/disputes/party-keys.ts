/**
 * A side's own key: with it the side says itself that the matter is settled. It follows from a secret of the house and is kept nowhere; it is
 * given out once, when the dispute is recorded, and compared when somebody speaks by it.
 */
import { timingSafeEqual } from 'node:crypto'
import { readKey } from '../../kernel/petitioner-key.ts'
import type { Dispute, DisputeRefusal, PartyWord } from './dispute.ts'
import type { DisputeHouse } from './house.ts'

type Keys = Pick<DisputeHouse, 'petitionerKey'>

/** Parties are numbered from 1, in the order in which they stand in the ledger. */
export const partyKey = (house: Keys, stream: string, party: number): string =>
  house.petitionerKey(`dispute key\n${stream}\n${party}`).key

export const keysOf = (house: Keys, stream: string, { parties }: Pick<Dispute, 'parties'>) =>
  parties.map((_, at) => ({ party: at + 1, key: partyKey(house, stream, at + 1) }))

interface Spoken extends PartyWord {
  readonly key?: string | null
}
const spokenIn = (body: object): readonly Spoken[] => ('words' in body ? (body.words as readonly Spoken[]) : [])

/** As people type it, with or without its dashes and check digits. */
function isSame(written: string, key: string): boolean {
  const [read, own] = [readKey(written), readKey(key)]
  return read.is === 'key' && own.is === 'key' && timingSafeEqual(Buffer.from(read.key), Buffer.from(own.key))
}

export function refusalOfKeys(house: Keys, stream: string, body: object): DisputeRefusal | null {
  const wrong = spokenIn(body).find(
    ({ by, party, key }) => by === 'key' && !isSame(key ?? '', partyKey(house, stream, party)),
  )
  return wrong ? { kind: 'wrong-party-key', party: wrong.party } : null
}

/** The key itself goes no further than this. */
export const withoutKeys = (body: object): object =>
  'words' in body ? { ...body, words: spokenIn(body).map(({ party, by, witness }) => ({ party, by, witness })) } : body
