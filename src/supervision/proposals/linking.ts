/** What the house finds out for whoever writes a proposal: whom the petitions that it is drawn from concern, and who is named. */
import { fold, readHistory } from '../../engine/history.ts'
import { organsLedBy } from '../../identity/account-tables.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { SupervisionFact } from '../supervision.ts'
import type { ProposalHouse } from './house.ts'
import type { LinkedPetition, Looked, ProposalRefusal } from './proposal.ts'

/** As far as it matters here, what somebody writes. */
export interface Written {
  readonly petitions: readonly string[]
  readonly matters: readonly string[]
  readonly against: { readonly people: readonly { readonly organ: OrganId; readonly name: Prose }[] }
}

/** Whatever is linked must be open to whoever links it: nobody finds out by a proposal what they may not see. */
export async function lookInto(
  house: ProposalHouse,
  { petitions, matters, against }: Written,
  viewer: Viewer,
): Promise<Result<Looked, ProposalRefusal>> {
  const linked: LinkedPetition[] = []
  for (const number of petitions) {
    const petition = await linkedPetition(house, number, viewer)
    if (petition === null) return err({ kind: 'linked-matter-unknown', matter: number })
    linked.push(petition)
  }
  const supervised: OrganId[] = []
  for (const matter of matters) {
    const organs = await supervisedIn(house, matter, viewer)
    if (organs === null) return err({ kind: 'linked-matter-unknown', matter })
    supervised.push(...organs)
  }
  const named = await Promise.all(against.people.map(({ organ, name }) => house.accountsNamed(name.text, organ)))
  const officials = [...new Set(named.flat())]
  const led = officials.length === 0 ? [] : await organsLedBy(house.app, officials, house.today())
  return ok({ linked, supervised, officials, led })
}

/** Only facts are read: nothing that people wrote is opened for it. */
async function linkedPetition(house: ProposalHouse, number: string, viewer: Viewer): Promise<LinkedPetition | null> {
  const { facts } = await readHistory<Fact>(poolsFor(house, viewer).app, number, settingsOf(viewer, house.today()))
  const petition = fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  if (petition === null) return null
  const { holder, organs, about, accused, officials } = partsOf(petition)
  const led = officials.length === 0 ? [] : await organsLedBy(house.app, officials, house.today())
  const all = [...new Set([holder, ...organs, ...about])]
  return { number: number as PetitionNumber, class: petition.class, organs: all, accused, officials, led }
}

/** Organs that a matter under supervision concerns, by its facts; null where the viewer may not know of it. */
async function supervisedIn(house: ProposalHouse, matter: string, viewer: Viewer): Promise<readonly OrganId[] | null> {
  const stream = `supervision:${matter}`
  const { facts } = await readHistory<SupervisionFact>(
    poolsFor(house, viewer).app,
    stream,
    settingsOf(viewer, house.today()),
  )
  if (facts.length === 0) return null
  return facts.flatMap(({ fact }) => {
    if (fact.type === 'FindingRecorded') return [fact.found.organ]
    return fact.type === 'OrderOpened' ? fact.addressees.map(({ organ }) => organ) : []
  })
}
