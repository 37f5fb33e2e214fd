/** Before whom a letter could be laid, before anybody writes a word: each leader is tried on the decider. */
import { leadersAmong } from '../../identity/account-tables.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { readClocksOf } from '../../petition/reading.ts'
import { decide } from './decide.ts'
import type { ReadingHouse } from './house.ts'
import { lookAtLeader, lookAtPetition, organsToInstruct } from './looking.ts'
import { liesBefore, readerOf, type Staff } from './queries.ts'
import type { Leader, LookedAtPetition, ReadingRefusal, StaffActor } from './reading.ts'
import { leaderRef, organRef, refusalView, templatesFor } from './view.ts'

/** Kinds whose leaders letters come before; every other organ lays them before its own. */
const leading: readonly OrganFacts['kind'][] = ['party', 'government', 'conference']
const mostLeaders = 60

/** Null where the viewer sees no such petition. */
export async function prepare(house: ReadingHouse, viewer: Staff, petition: PetitionNumber) {
  const [seen, looked] = await Promise.all([readClocksOf(house, petition, viewer), lookAtPetition(house, petition)])
  if (seen === null || looked === null) return null
  const found = await leadersAmong(house.app, organsBefore(house, viewer.organ), house.today(), mostLeaders)
  const names = new Map(found.map(({ account, name }) => [account as string, name]))
  const actor = await readerOf(house, viewer)
  const leaders = await Promise.all(
    found.map(async ({ account, organ }) => {
      const refusal = await refusalFor(house, { viewer, actor, looked, leader: { account, organ } })
      return {
        ...leaderRef({ account, organ }, names, house.directory),
        refusal: refusalView(refusal, house.directory),
      }
    }),
  )
  return {
    leaders,
    organs: organsToInstruct(looked, house).map((id) => organRef(house.directory, id)),
    templates: templatesFor(house, viewer.organ),
  }
}

/** Its own, and those of the same place whose leaders read. */
function organsBefore({ directory }: ReadingHouse, own: OrganId): readonly OrganId[] {
  const at = directory.find(own)
  const near = [...directory.all()].filter(
    ({ id, state, kind, region }) =>
      id !== own && state === 'active' && region === at?.region && leading.includes(kind),
  )
  return [...near.map(({ id }) => id), own]
}

interface Trying {
  readonly viewer: Staff
  readonly actor: StaffActor
  readonly looked: LookedAtPetition
  readonly leader: Leader
}

const something: Sealed = { ref: 'probe', commitment: 'probe' }

async function refusalFor(
  house: ReadingHouse,
  { viewer, actor, looked, leader }: Trying,
): Promise<ReadingRefusal | null> {
  const [lookedAt, liesThere] = await Promise.all([
    lookAtLeader(house, leader),
    liesBefore(house, viewer, looked.number, leader),
  ])
  const tried = decide(
    null,
    {
      ...{ type: 'ProposeReading', on: house.today(), actor, leader: lookedAt, looked, liesThere },
      ...{ why: something, suggested: null, wantedBy: null, summary: { title: something, page: something, of: 1 } },
    },
    { organs: house.directory },
  )
  return tried.ok ? null : tried.error
}
