/** What the house finds out for whoever opens a mediation: from whom the matter is kept, who handles it, and who is to mediate. */
import { fold, readHistory } from '../../engine/history.ts'
import type { AccountId } from '../../identity/account.ts'
import { organsLedBy, postsOf } from '../../identity/account-tables.ts'
import { poolsFor, settingsOf, superiorsOf } from '../../identity/scope.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { lookIntoDispute } from './disputes.ts'
import type { LookedSubject, MediationHouse } from './house.ts'
import type { MediatorLook } from './mediating-words.ts'
import type { Mediation, MediationRefusal } from './mediation.ts'
import type { MediationKeeping } from './opening-words.ts'

/** What it is about, as whoever opens it names it. */
export type SubjectNamed =
  | { readonly kind: 'petition'; readonly number: PetitionNumber }
  | { readonly kind: 'dispute'; readonly stream: string }
  | { readonly kind: 'walkIn' }

const nothing: LookedSubject = { petition: null, shownTo: [], keptFrom: [], officials: [], recused: [] }

/** Whatever it is about must be open to whoever opens it: nobody finds out by a mediation what they may not see. */
export async function lookInto(
  house: MediationHouse,
  subject: SubjectNamed,
  viewer: Viewer,
): Promise<Result<LookedSubject, MediationRefusal>> {
  if (subject.kind === 'walkIn') return ok(nothing)
  if (subject.kind === 'dispute') return lookIntoDispute(house, subject.stream, viewer)
  const petition = await petitionFor(house, subject.number, viewer)
  if (petition === null) return err({ kind: 'petition-not-found', petition: subject.number })
  return ok({ petition, shownTo: [petition.holder], ...(await keepingOf(house, petition)) })
}

export async function petitionFor(house: MediationHouse, number: string, viewer: Viewer): Promise<State> {
  const { facts } = await readHistory<Fact>(poolsFor(house, viewer).app, number, settingsOf(viewer, house.today()))
  return fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}

/** Accused organs, organs that a named official leads where the petition accuses, the officials, and whoever withdrew. */
export async function keepingOf(house: MediationHouse, petition: Petition): Promise<MediationKeeping> {
  const { accused, officials } = partsOf(petition)
  const recused = [...new Set(petition.recused.map(({ account }) => account))]
  if (petition.class !== 'accusation' || officials.length === 0) return { keptFrom: accused, officials, recused }
  const led = await organsLedBy(house.app, officials, house.today())
  return { keptFrom: [...new Set([...accused, ...led])], officials, recused }
}

/** Where somebody who is to mediate works, and whether the matter names them or somebody to whom they answer. */
export async function lookAtMediator(
  house: MediationHouse,
  account: string | null,
  { organ, officials }: Pick<Mediation, 'organ' | 'officials'>,
): Promise<MediatorLook> {
  if (account === null) return { isBarred: false, organs: [] }
  const posts = await postsOf(house.app, account as AccountId, house.today())
  const above = officials.length === 0 ? [] : await superiorsOf(house, { account, organ })
  return {
    isBarred: [account, ...above].some((each) => officials.includes(each)),
    organs: [...new Set(posts.map(({ organ }) => organ))],
  }
}
