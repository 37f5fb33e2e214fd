/** What a mediation asks of an entry of the roster: who it is, and where they belong. */
import type { OrganId } from '../../kernel/organ.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { mediatesOn } from './decide.ts'
import { listedMediator } from './queries.ts'

export interface EntryLook {
  readonly name: string
  readonly account: string | null
  /** The organ to which they belong, if they belong to one. */
  readonly organs: readonly OrganId[]
}

/** Null for an entry that is not there, and for somebody who cannot be chosen today. */
export async function lookAtEntry(house: PetitionHouse, mediator: string): Promise<EntryLook | null> {
  const listed = await listedMediator(house, null, mediator)
  if (listed === null || listed.name === null) return null
  if (!mediatesOn(listed, house.today()) || listed.committee?.works === false) return null
  const { name, account, organ } = listed
  return { name, account, organs: organ === null ? [] : [organ] }
}
