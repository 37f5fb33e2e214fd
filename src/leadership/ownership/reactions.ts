/** What owned cases do when another room's fact happens, and what follows from their own. */
import type { ClientBase } from 'pg'
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import type { Recorded } from '../../engine/envelope.ts'
import { afterReform } from '../../identity/reforming.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import { partsOf } from '../../petition/parts.ts'
import type { Fact, FactType, Petition } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { endSight, shareSight } from '../../petition/sharing.ts'
import { lawShown } from '../../petition/world.ts'
import { commandOwnership, proposeOwnership } from './commanding.ts'
import { groundsIn, longOpenOn } from './grounds.ts'
import type { OwnershipHouse } from './house.ts'
import { keepingOf, numberOf, petitionFor, theHouse } from './looking.ts'
import type { Ownership, OwnershipFact } from './ownership.ts'
import { ownershipOfHouse } from './queries.ts'
import { isOwnership, streamOf } from './room.ts'
import { giveSteps } from './steps.ts'

/** Facts after which a ground may hold that did not before. */
const provingFacts: ReadonlySet<FactType> = new Set<FactType>([
  ...(['PetitionRegistered', 'PetitionTransferred', 'PetitionAssigned', 'DisputeDecided'] as const),
  ...(['ReviewRequested', 'ReexaminationRequested', 'PetitionsLinked', 'PetitionCorrected'] as const),
])

/** Facts after which somebody must not know of it who might before, or nothing of it may stay. */
const keepingFacts: ReadonlySet<FactType> = new Set<FactType>([
  ...(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected', 'StaffRecused', 'RecusalDecided'] as const),
  'ContentErased',
])

/**
 * What the facts propose. It reads every fact once, in order, and looks at the one petition of a fact that can bear a ground, so that it
 * costs what happened and not how many petitions there are. Reading a fact twice proposes nothing twice.
 */
export function ownershipProposingReaction(house: OwnershipHouse): Consumer {
  return {
    name: 'ownership-proposing',
    follows: [...provingFacts, ...keepingFacts],
    async react(recorded, transaction) {
      if (petitionRoom.owns?.(recorded.stream) !== true) return
      const { stream, fact } = recorded as Recorded<Fact>
      if (fact.type === 'PetitionRegistered') await rememberDay(house, transaction, stream, fact)
      if (mayProve(fact)) await proposeFor(house, stream)
      if (fact.type === 'PetitionsLinked') await reopenEither(house, stream, fact)
      if (keepingFacts.has(fact.type)) await keepBack(house, stream, fact)
    },
  }
}

/** A single petitioner’s first letter proves nothing yet. */
const mayProve = (fact: Fact): boolean =>
  fact.type === 'PetitionRegistered' ? fact.headcount > 1 || fact.imported !== null : provingFacts.has(fact.type)

async function rememberDay(
  { laws }: OwnershipHouse,
  transaction: ClientBase,
  number: string,
  { on, pack = '', receivedOn, class: petitionClass }: Extract<Fact, { type: 'PetitionRegistered' }>,
): Promise<void> {
  const day = longOpenOn(on, lawShown(laws, { pack, receivedOn }).ownership)
  if (day === null || petitionClass === 'accusation') return
  await transaction.query(
    'insert into ownership_look (stream_id, day) values ($1, $2) on conflict (stream_id) do nothing',
    [number, day],
  )
}

/** Looks at one petition. What is proposed already, owned, or decided against for the same ground changes nothing. */
export async function proposeFor(house: OwnershipHouse, number: string): Promise<void> {
  const petition = await petitionFor(house, number, theHouse)
  if (petition === null || petition.class === 'accusation' || petition.erasure?.erasedOn) return
  const grounds = groundsOf(house, petition)
  if (grounds.length === 0) return
  await proposeOwnership(house, { petition: number, for: grounds, reason: null, viewer: theHouse })
}

export function groundsOf(house: OwnershipHouse, petition: Petition) {
  const { registeredOn, endedOn, headcount, reviews, links } = petition
  const { organs } = partsOf(petition)
  const looked = { registeredOn, endedOn, headcount, reviews: reviews.length, linked: links.length, organs }
  const law = lawShown(house.laws, petition).ownership
  return groundsIn(looked, law, { organs: house.directory, today: house.today() })
}

/**
 * A clerk links the new petition with the old, or the old with the new. From the new one that reopens the case of the old only where the clerk's
 * organ has a part in it: a number that somebody merely wrote down moves nothing.
 */
async function reopenEither(
  house: OwnershipHouse,
  number: string,
  { to, organ }: Extract<Fact, { type: 'PetitionsLinked' }>,
): Promise<void> {
  await reopenFor(house, number, to)
  const linked = await petitionFor(house, to, theHouse)
  if (linked !== null && partsOf(linked).organs.includes(organ)) await reopenFor(house, to, number)
}

/** The first six digits of a number are the day on which it was registered. */
const registeredOn = (number: string): string =>
  /^\d{15}$/.test(number) ? `20${number.slice(0, 2)}-${number.slice(2, 4)}-${number.slice(4, 6)}` : ''

/** 反弹: a petition that somebody linked as the same matter and that came after the end. */
async function reopenFor(house: OwnershipHouse, number: string, again: string): Promise<void> {
  const ownership = await ownershipOfHouse(house, streamOf(number))
  if (ownership?.stage !== 'closed' || ownership.endedOn === null) return
  if (registeredOn(again) <= (ownership.endedOn as Day)) return
  await commandOwnership(house, {
    ...{ stream: streamOf(number), type: 'ReopenOwnership', body: { again }, viewer: theHouse },
  })
}

async function keepBack(house: OwnershipHouse, number: string, fact: Fact): Promise<void> {
  const stream = streamOf(number)
  if ((await ownershipOfHouse(house, stream)) === null) return
  if (fact.type === 'ContentErased') {
    await eraseBeside(house, stream, () =>
      commandOwnership(house, { stream, type: 'EraseOwnership', body: {}, viewer: theHouse }),
    )
    return
  }
  const petition = await petitionFor(house, number, theHouse)
  if (petition === null) return
  const body = { class: petition.class, keeping: await keepingOf(house, petition) }
  await commandOwnership(house, { stream, type: 'KeepOwnership', body, viewer: theHouse })
}

/** What follows from what was decided: steps are given as tasks, and who owns and handles the case sees the petition as long as they do. */
export function ownershipFollowingReaction(house: OwnershipHouse): Consumer {
  return {
    name: 'ownership-following',
    follows: [...followed],
    async react({ stream, fact: recorded }) {
      if (!isOwnership(stream)) return
      const fact = recorded as OwnershipFact
      if (!followed.has(fact.type)) return
      const ownership = await ownershipOfHouse(house, stream)
      if (ownership === null) return
      if (fact.type === 'PlanRecorded') await giveSteps(house, stream, ownership, fact.steps)
      else if (fact.type === 'StepAdded') await giveSteps(house, stream, ownership, [fact.step])
      else await showTo(house, stream, ownership)
    },
  }
}

const followed: ReadonlySet<OwnershipFact['type']> = new Set([
  ...(['PlanRecorded', 'StepAdded', 'OwnerAssigned', 'OwnerReplaced', 'AnotherOwnerDecided'] as const),
  ...(['OwnerLeft', 'OwnershipClosed', 'OwnershipReopened', 'OwnershipEnded', 'OwnershipKept'] as const),
  'OwnershipPassedOn',
])

/** As the case is now: whoever reads the facts again shows it to the same people. */
async function showTo(house: OwnershipHouse, stream: string, ownership: Ownership): Promise<void> {
  const number = numberOf(ownership.petition)
  const because = { kind: 'ownership', stream } as const
  const seeing = seeingIn(ownership)
  const petition = await petitionFor(house, number, theHouse)
  for (const { organ, endedOn, because: cause } of petition?.sights ?? []) {
    if (endedOn === null && cause.stream === stream && !seeing.has(organ))
      await endSight(house, { number, because, with: organ })
  }
  // who may not see the petition is refused there: the petition keeps its own door
  for (const [organ, accounts] of seeing)
    await shareSight(house, { number, with: organ, accounts, because, until: null })
}

/** Who has the case, by organ: somebody who is named, or, where the organ as a whole handles it, everybody there. */
function seeingIn({ stage, owner, handler }: Ownership): ReadonlyMap<OrganId, readonly string[] | null> {
  const seeing = new Map<OrganId, readonly string[] | null>()
  if (stage !== 'assigned' && stage !== 'planned') return seeing
  if (owner) seeing.set(owner.organ, [owner.account])
  if (handler) {
    const { organ, account } = handler
    seeing.set(organ, account === null ? null : [...(seeing.get(organ) ?? []), account])
  }
  return seeing
}

/** 分立、合并、撤销 (art. 24 (2)): cases in which the organ has a part that is not over. Asking twice changes nothing. */
export function ownershipReformReaction(house: OwnershipHouse): Consumer {
  return afterReform(house, 'ownership-reform', (organ) => passOn(house, organ))
}

const passOn = (house: OwnershipHouse, organ: string) =>
  forEachStream(
    house,
    `select stream_id from ownership_party where organ = $1 and shelf <> 'over'`,
    [organ],
    (stream) => commandOwnership(house, { stream, type: 'PassOwnershipOn', body: {}, viewer: theHouse }),
  )
