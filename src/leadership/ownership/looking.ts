/** What the house finds out for whoever proposes or assigns: from whom the petition is kept, who decides, and who is named. */
import { fold, readHistory } from '../../engine/history.ts'
import { poolsFor, settingsOf, superiorsOf } from '../../identity/scope.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { isPartyCommittee, type OrganFacts, type OrganId, type Organs } from '../../kernel/organ.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { OwnershipHouse } from './house.ts'
import type { Handler, Keeping, LookedAtHandler, LookedAtOwner, Owner, OwnershipBeginning } from './ownership.ts'

/** A petition as the viewer may see it; null where there is none for them. Nothing that was written is opened for it. */
export async function petitionFor(house: OwnershipHouse, number: string, viewer: Viewer): Promise<Petition | null> {
  const { facts } = await readHistory<Fact>(poolsFor(house, viewer).app, number, settingsOf(viewer, house.today()))
  return fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}

export const theHouse = { kind: 'system', task: 'ownership' } as const

/** From whom a petition is kept now: whom it accuses, where officials whom it names lead, and who stepped aside. */
export async function keepingOf(house: OwnershipHouse, petition: Petition): Promise<Keeping> {
  const { accused, officials, about } = partsOf(petition)
  const led = officials.length === 0 ? [] : (await house.leadsOf(officials)).map(({ organ }) => organ)
  return {
    keptFrom: [...new Set([...accused, ...led])],
    officials,
    recused: [...new Set(petition.recused.map(({ account }) => account))],
    about: [...new Set(about)],
  }
}

/** The petition as it is when somebody begins to own it. Null where nobody in its place may know of it. */
export async function beginningOf(
  house: OwnershipHouse,
  number: string,
  petition: Petition,
): Promise<OwnershipBeginning | null> {
  const { class: petitionClass, category, place, registeredOn } = petition
  const keeping = await keepingOf(house, petition)
  const keeper = keeperOf(house, place, keeping.keptFrom)
  if (keeper === null) return null
  return {
    ...{ petition: number, class: petitionClass, category, place, registeredOn, ...keeping },
    keeper: keeper.id,
    deciders: decidersBeside(house, keeper, keeping.keptFrom),
  }
}

/** The nearest bureau of the place that may know of it. */
function keeperOf({ directory }: OwnershipHouse, place: string, keptFrom: readonly OrganId[]): OrganFacts | null {
  const covers = ({ region }: OrganFacts) => region === '00' || place.startsWith(region.replace(/(?:00)+$/, ''))
  return (
    [...directory.all()]
      .filter(({ kind, state, id }) => kind === 'bureau' && state === 'active' && !isKeptOut(keptFrom, id, directory))
      .filter(covers)
      .toSorted((a, b) => narrowness(b) - narrowness(a) || (a.id < b.id ? -1 : 1))[0] ?? null
  )
}

const narrowness = ({ region }: OrganFacts): number => (region === '00' ? 0 : region.replace(/(?:00)+$/, '').length)

/** 党委、政府、联席会议和信访部门 (art. 11, 18): of party bodies the committee itself, and none of its departments. */
const leadsPlace = (organ: OrganFacts, organs: Organs): boolean =>
  ['bureau', 'government', 'conference'].includes(organ.kind) || isPartyCommittee(organ, organs)

/** Who leads the keeper’s own place and level: there it is decided who owns what. */
function decidersBeside(
  { directory }: OwnershipHouse,
  keeper: OrganFacts,
  keptFrom: readonly OrganId[],
): readonly OrganId[] {
  return [...directory.all()]
    .filter((organ) => leadsPlace(organ, directory))
    .filter(({ region, level }) => region === keeper.region && level === keeper.level)
    .filter(({ id, state }) => state === 'active' && !isKeptOut(keptFrom, id, directory))
    .map(({ id }) => id)
    .toSorted()
}

/** Whether somebody leads where it is said, and to whom they answer there. */
export async function lookAtOwner(house: OwnershipHouse, { organ, account }: Owner): Promise<LookedAtOwner> {
  const leads = await house.leadsOf([account])
  return {
    leads: leads.some((lead) => lead.account === account && lead.organ === organ),
    above: await aboveOf(house, organ, account),
  }
}

export async function lookAtHandler(house: OwnershipHouse, handler: Handler | null): Promise<LookedAtHandler | null> {
  if (handler === null) return null
  const { organ, account } = handler
  if (account === null) return { handles: true, above: [] }
  return {
    handles: await house.isColleague(account, organ),
    above: await aboveOf(house, organ, account),
  }
}

async function aboveOf(house: OwnershipHouse, organ: OrganId, account: string): Promise<readonly string[]> {
  const above = await superiorsOf(house, { account, organ })
  return above.filter((each) => each !== account)
}

export const numberOf = (petition: string): PetitionNumber => petition as PetitionNumber
