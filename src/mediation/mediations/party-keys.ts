/**
 * The number and key of a party who has no petition: sixteen digits that are shown, of which the database keeps a digest alone. Both follow
 * from a secret of the house, so that whoever repeats a request is shown the same and nothing readable lies anywhere.
 */
import { referenceFrom } from '../../identity/petitioner-key.ts'
import type { MediationHouse } from './house.ts'
import { hasKey } from './opening.ts'
import type { PartyBeginning } from './opening-words.ts'

type Keys = Pick<MediationHouse, 'petitionerKey'>

export interface PartyKey {
  readonly party: string
  readonly reference: string
  readonly key: string
  readonly digest: string
}

export function partyKey(house: Keys, stream: string, party: string): PartyKey {
  const reference = referenceFrom(house.petitionerKey, `mediation\n${stream}\n${party}`)
  return { party, reference, ...house.petitionerKey(`mediation key\n${stream}\n${party}`) }
}

/** Of all who have one. */
export const keysOf = (
  house: Keys,
  stream: string,
  parties: readonly Pick<PartyBeginning, 'organ' | 'petitioner'>[],
): readonly PartyKey[] => parties.flatMap((party, at) => (hasKey(party) ? [partyKey(house, stream, `p${at + 1}`)] : []))

/** What the database keeps of them. */
export const keyRows = (stream: string, keys: readonly PartyKey[]) => ({
  mediation_key: keys.map(({ party, reference, digest }) => ({ stream_id: stream, party, reference, digest })),
})
