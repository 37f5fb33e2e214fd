/**
 * A side's own key: with it the side says itself that the matter is settled. It follows from a secret of the house and is kept nowhere; it is
 * given out once, when the dispute is recorded, and compared when somebody speaks by it.
 */
import { readKey } from '../../kernel/petitioner-key.ts'
import type { Dispute, DisputeRefusal, PartyWord } from './dispute.ts'
import type { DisputeHouse } from './house.ts'

type Keys = Pick<DisputeHouse, 'petitionerKey' | 'isKey'>

/** Parties are numbered from 1, in the order in which they stand in the ledger. */
const issued = (house: Keys, stream: string, party: number) => house.petitionerKey(`dispute key\n${stream}\n${party}`)

export const partyKey = (house: Keys, stream: string, party: number): string => issued(house, stream, party).key

export const keysOf = (house: Keys, stream: string, { parties }: Pick<Dispute, 'parties'>) =>
  parties.map((_, at) => ({ party: at + 1, key: partyKey(house, stream, at + 1) }))

interface Spoken extends PartyWord {
  readonly key?: string | null
}
const spokenIn = (body: object): readonly Spoken[] => ('words' in body ? (body.words as readonly Spoken[]) : [])

/** As people type it, with or without its dashes and check digits; compared as every key of the house is. */
function isKeyOf(house: Keys, stream: string, { party, key }: Spoken): boolean {
  const read = readKey(key ?? '')
  const digest = Buffer.from(issued(house, stream, party).digest.slice('\\x'.length), 'hex')
  return read.is === 'key' && house.isKey(read.key, [digest])
}

export function refusalOfKeys(house: Keys, stream: string, body: object): DisputeRefusal | null {
  const wrong = spokenIn(body).find((spoken) => spoken.by === 'key' && !isKeyOf(house, stream, spoken))
  return wrong ? { kind: 'wrong-party-key', party: wrong.party } : null
}

/** The key itself goes no further than this. */
export const withoutKeys = (body: object): object =>
  'words' in body ? { ...body, words: spokenIn(body).map(({ party, by, witness }) => ({ party, by, witness })) } : body
