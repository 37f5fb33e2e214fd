/** What the house finds out about the petition to which relief belongs: from whom it is kept, and whom it complains of. */
import { fold, readHistory } from '../../engine/history.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { ReliefHouse } from './house.ts'
import type { ReliefKeeping } from './relief.ts'

/** A petition as the viewer may see it; null where there is none for them, or what it held was erased. Nothing written is opened for it. */
export async function petitionFor(house: ReliefHouse, number: string, viewer: Viewer): Promise<Petition | null> {
  const { facts } = await readHistory<Fact>(poolsFor(house, viewer).app, number, settingsOf(viewer, house.today()))
  const petition = fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  return petition?.erasure?.erasedOn ? null : petition
}

export const theHouse = { kind: 'system', task: 'relief' } as const

export async function keepingOf(house: ReliefHouse, petition: Petition): Promise<ReliefKeeping> {
  const { accused, officials, about } = partsOf(petition)
  const recused = [...new Set(petition.recused.map(({ account }) => account))]
  const led = officials.length === 0 ? [] : (await house.leadsOf(officials)).map(({ organ }) => organ)
  return { keptFrom: [...new Set([...accused, ...led])], officials, about: [...new Set(about)], recused }
}
