/** Who may know of a mediation, and which part they have in it. The database keeps the first by itself (migrations/0215-mediations.sql). */
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Party } from './consenting-words.ts'
import type { Mediation, StaffActor } from './mediation.ts'
import type { MediationKeeping } from './opening-words.ts'

/** 主持 · 当事人 · 提起 · 承办所涉事项: the first that fits is what an organ sees it as. */
export const mediationParts = ['holder', 'party', 'opener', 'handler'] as const
export type MediationPart = (typeof mediationParts)[number]

export function partsIn(mediation: Pick<Mediation, 'organ' | 'opener' | 'shownTo' | 'parties'>, of: OrganId) {
  const { organ, opener, shownTo, parties } = mediation
  const isIn: Readonly<Record<MediationPart, boolean>> = {
    holder: organ === of,
    party: parties.some((party) => party.organ === of),
    opener: opener === of,
    handler: shownTo.includes(of),
  }
  return mediationParts.filter((part) => isIn[part])
}

/** Named in the matter, answering to somebody who is, or withdrawn from it (art. 28 (3)). */
export const isNamed = ({ officials, recused }: MediationKeeping, { account, answersTo = [] }: StaffActor): boolean =>
  recused.includes(account) || [account, ...answersTo].some((each) => officials.includes(each))

export const mayKnow = (mediation: Mediation, actor: StaffActor, organs: Organs): boolean =>
  partsIn(mediation, actor.organ).length > 0 &&
  !isPersonKeptOut(mediation.keptFrom, actor, organs) &&
  !isNamed(mediation, actor)

const working = ['clerk', 'head', 'leader'] as const
export const works = ({ posts }: Pick<StaffActor, 'posts'>): boolean => working.some((post) => posts.includes(post))

/** Whoever seals: who heads or leads the organ that holds it. */
export const leads = ({ posts }: Pick<StaffActor, 'posts'>): boolean =>
  posts.includes('head') || posts.includes('leader')

/** Whether somebody speaks for an organ that is a party, and does not at the same time hold the mediation. */
export const speaksFor = (party: Party, actor: StaffActor): boolean => party.organ === actor.organ && works(actor)
