/** What the house finds out about the petition of which a referral is: from whom it is kept, and whom it complains of. */
import { fold, readHistory } from '../../engine/history.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { ReferralHouse } from './house.ts'
import type { ReferralKeeping } from './referral.ts'

/** A petition as the viewer may see it; null where there is none for them, or what it held was erased. Nothing written is opened for it. */
export async function petitionFor(house: ReferralHouse, number: string, viewer: Viewer): Promise<Petition | null> {
  const { facts } = await readHistory<Fact>(poolsFor(house, viewer).app, number, settingsOf(viewer, house.today()))
  const petition = fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  return petition?.erasure?.erasedOn ? null : petition
}

export const theHouse = { kind: 'system', task: 'referrals' } as const

export async function keepingOf(
  house: ReferralHouse,
  petition: Petition,
): Promise<ReferralKeeping & { readonly about: readonly OrganId[] }> {
  const { accused, officials, about } = partsOf(petition)
  const recused = [...new Set(petition.recused.map(({ account }) => account))]
  const led = officials.length === 0 ? [] : (await house.leadsOf(officials)).map(({ organ }) => organ)
  return { keptFrom: [...new Set([...accused, ...led])], officials, about: [...new Set(about)], recused }
}
