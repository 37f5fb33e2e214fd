/** What the house finds out about the petition for the rules. Only facts are read, and nothing is opened. */
import { fold, readHistory } from '../../engine/history.ts'
import { organsLedBy } from '../../identity/account-tables.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { SuggestionHouse } from './house.ts'
import type { LookedAtPetition } from './suggestion.ts'

/** As the house: the database shows the suggestion only with its petition, and the rules must hold without that. Null where there is none. */
export async function lookAtPetition(house: SuggestionHouse, number: string): Promise<LookedAtPetition | null> {
  const { facts } = await readHistory<Fact>(house.work, number)
  const petition = fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  if (petition === null) return null
  const { holder, accused, officials } = partsOf(petition)
  const led = officials.length === 0 ? [] : await organsLedBy(house.work, officials, house.today())
  return {
    ...{ registrar: petition.registrar, holder, officials, keptFrom: [...new Set([...accused, ...led])] },
    recused: [...new Set(petition.recused.map(({ account }) => account))],
  }
}
