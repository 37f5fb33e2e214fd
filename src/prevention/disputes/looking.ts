/** What the house finds out for whoever writes of a dispute: from whom it must be kept. */
import { fold, readHistory } from '../../engine/history.ts'
import { organsLedBy } from '../../identity/account-tables.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Prose } from '../../kernel/prose.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { Kept } from './dispute.ts'
import type { DisputeHouse } from './house.ts'

interface Written {
  readonly parties: readonly { readonly organ: OrganId | null }[]
  readonly named: readonly { readonly organ: OrganId; readonly name: Prose }[]
}

/** Organs that are a party, officials whom it is about, and the organs that these lead. */
export async function lookInto(house: DisputeHouse, { parties, named }: Written): Promise<Kept> {
  const accounts = await Promise.all(named.map(({ organ, name }) => house.accountsNamed(name.text, organ)))
  const officials = [...new Set(accounts.flat())]
  const led = officials.length === 0 ? [] : await organsLedBy(house.app, officials, house.today())
  const organs = parties.flatMap(({ organ }) => organ ?? [])
  return { keptFrom: [...new Set([...organs, ...led])], officials }
}

/** Whom a petition accuses and names, with the organs that they lead; null where there is none for this viewer. Only facts are read. */
export async function keptOfPetition(house: DisputeHouse, petition: string, viewer: Viewer): Promise<Kept | null> {
  const { facts } = await readHistory<Fact>(poolsFor(house, viewer).app, petition, settingsOf(viewer, house.today()))
  const state = fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  if (state === null) return null
  const { accused, officials } = partsOf(state)
  const led = officials.length === 0 ? [] : await organsLedBy(house.app, officials, house.today())
  return { keptFrom: [...new Set([...accused, ...led])], officials }
}
