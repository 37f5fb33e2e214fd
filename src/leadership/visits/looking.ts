/** What the house finds out for whoever plans a visit: what the cases must be kept from, and who comes along. */
import { fold, readHistory } from '../../engine/history.ts'
import { organsLedBy } from '../../identity/account-tables.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { VisitHouse } from './house.ts'
import type { LookedCase, VisitRefusal } from './visit.ts'

/** Whatever is taken along must be open to whoever plans: nobody finds out by a visit what they may not see. */
export async function lookInto(
  house: VisitHouse,
  petitions: readonly string[],
  viewer: Viewer,
): Promise<Result<readonly LookedCase[], VisitRefusal>> {
  const looked: LookedCase[] = []
  for (const petition of new Set(petitions)) {
    const found = await lookedCase(house, petition, viewer)
    if (found === null) return err({ kind: 'case-unknown', petition })
    looked.push(found)
  }
  return ok(looked)
}

/** Only facts are read: nothing that people wrote is opened for it. */
async function lookedCase(house: VisitHouse, petition: string, viewer: Viewer): Promise<LookedCase | null> {
  const { facts } = await readHistory<Fact>(poolsFor(house, viewer).app, petition, settingsOf(viewer, house.today()))
  const state = fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  if (state === null) return null
  const { accused, officials } = partsOf(state)
  const led = officials.length === 0 ? [] : await organsLedBy(house.app, officials, house.today())
  return {
    petition,
    keptFrom: [...new Set([...accused, ...led])],
    officials,
    isAccusation: state.class === 'accusation',
    isConfidential: state.confidentiality !== 'named',
    hasRefused: await hasRefused(house, petition),
  }
}

/** Asked by the house itself: a refusal counts also where somebody else had planned to come. */
async function hasRefused({ work }: VisitHouse, petition: string): Promise<boolean> {
  const { rowCount } = await work.query({
    name: 'visit refusals',
    text: `select 1 from visit_case where petition = $1 and state = 'refused' limit 1`,
    values: [petition],
  })
  return rowCount === 1
}
