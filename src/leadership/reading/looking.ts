/** What the house finds out for the rules: about the petition, and about whoever is to read. Only facts are read, and nothing is opened. */
import { fold, readHistory } from '../../engine/history.ts'
import { superiorsOf } from '../../identity/scope.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { ReadingHouse } from './house.ts'
import type { Leader, LookedAtLeader, LookedAtPetition } from './reading.ts'

/** As the house, because a leader has no part in the petition and still must not send it to whomever it accuses. Null where there is none. */
export async function lookAtPetition(house: ReadingHouse, number: string): Promise<LookedAtPetition | null> {
  const { facts } = await readHistory<Fact>(house.work, number)
  const petition = fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  if (petition === null) return null
  const { holder, organs, accused, officials } = partsOf(petition)
  const led = officials.length === 0 ? [] : (await house.leadsOf(officials)).map(({ organ }) => organ)
  const withdrawn = [...new Set(petition.recused.map(({ account }) => account))]
  return {
    ...{ number, class: petition.class, organs: [...new Set([holder, ...organs])], officials, withdrawn },
    keptFrom: [...new Set([...accused, ...led])],
    isGoing: Boolean(petition.erasure?.approvedOn),
  }
}

export async function lookAtLeader(house: ReadingHouse, { account, organ }: Leader): Promise<LookedAtLeader> {
  const [leads, answersTo] = await Promise.all([house.leadsOf([account]), superiorsOf(house, { account, organ })])
  const leadsOrgans = leads.map((lead) => lead.organ)
  return { account, organ, leads: leadsOrgans.includes(organ), leadsOrgans, answersTo }
}

/** Organs that an instruction would reach at once: whoever has the petition first, and nobody from whom it is kept. */
export const organsToInstruct = (
  { organs, keptFrom }: LookedAtPetition,
  { directory }: Pick<ReadingHouse, 'directory'>,
): readonly OrganId[] =>
  organs.filter((id) => directory.find(id)?.state === 'active' && !isKeptOut(keptFrom, id, directory))
