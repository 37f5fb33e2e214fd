/** What the house finds out for whoever brings an item: whom the petitions accuse or name, and where a dispute over them was referred. */
import { fold, readHistory } from '../../engine/history.ts'
import { organsLedBy } from '../../identity/account-tables.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { ConferenceRefusal, LinkedPetition, Reach } from './conference.ts'
import type { ConferenceHouse } from './house.ts'

/** Whatever is linked must be open to whoever brings it: nobody finds out by an item what they may not see. */
export async function lookInto(
  house: ConferenceHouse,
  petitions: readonly string[],
  viewer: Viewer,
): Promise<Result<readonly LinkedPetition[], ConferenceRefusal>> {
  const linked: LinkedPetition[] = []
  for (const number of petitions) {
    const petition = await petitionFor(house, number, viewer)
    if (petition === null) return err({ kind: 'linked-matter-unknown', matter: number })
    const { stage, arbiter } = petition
    linked.push({ number, arbiter: stage === 'disputed' ? arbiter : null, ...(await reachOf(house, petition)) })
  }
  return ok(linked)
}

/** Only facts are read: nothing that people wrote is opened for it. */
export async function petitionFor(house: ConferenceHouse, number: string, viewer: Viewer): Promise<Petition | null> {
  const { facts } = await readHistory<Fact>(poolsFor(house, viewer).app, number, settingsOf(viewer, house.today()))
  return fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}

/** Organs that it accuses or that a named official leads, where it accuses; and the officials by themselves. */
export async function reachOf(house: ConferenceHouse, petition: Petition): Promise<Reach> {
  const { accused, officials } = partsOf(petition)
  const led = officials.length === 0 ? [] : await organsLedBy(house.work, officials, house.today())
  const keptFrom = petition.class === 'accusation' ? [...new Set([...accused, ...led])] : accused
  return { keptFrom, officials }
}
