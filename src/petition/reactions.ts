/** What the petition room does when another room's fact happens. */
import type { Consumer } from '../engine/consumer.ts'
import { forEachStream } from '../engine/each-stream.ts'
import type { Recorded } from '../engine/envelope.ts'
import type { OrganFact } from '../identity/organ.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { commandPetition } from './commanding.ts'
import type { PetitionHouse } from './house.ts'
import type { Fact, FactType } from './petition.ts'
import { petitionRoom } from './room.ts'
import { accusedAbove, organsAbove } from './routing/accused.ts'

const organPrefix = 'organ:'
const pageSize = 200

/**
 * 分立、合并、撤销 (art. 24 (2)): open duties go to whoever carries the powers on. Where an organ was split it is for people to
 * say which part takes which matter (`pass-duties-on`), so only a clear heir is served here. And whoever a reform put under
 * an organ that is accused gives up the accusation to those above (art. 30 (3)). Asking twice changes nothing.
 */
export function successionReaction(house: PetitionHouse): Consumer {
  return {
    name: 'petition-succession',
    follows: [...accusing, ...keepingOut, ...reforms],
    async react(recorded) {
      if (accuses(recorded)) await giveUpNewlyAccused(house, recorded.stream)
      if (keepsOut(recorded)) await giveUpDeserted(house, recorded.stream)
      if (!isReform(recorded)) return
      // The fact may be older than what this process knows of the organs by a second or two.
      await house.directory.refresh()
      const heir = heirOf(recorded, house)
      if (heir) await passAllOn(house, heir.from, heir.to)
      await giveUpAccusations(house)
    },
  }
}

/** After which somebody may be accused who was not: an organ named later, or a claim that is an accusation. */
const accusing: readonly FactType[] = ['ComplainedNamed', 'PetitionCorrected']
const accuses = ({ stream, fact }: Recorded): boolean =>
  petitionRoom.owns?.(stream) === true && accusing.includes((fact as Fact).type)

/** After which nobody may be left in an organ that owes something: somebody withdrew, or an official was named or came to have it. */
const keepingOut: readonly FactType[] = [
  ...(['StaffRecused', 'RecusalDecided', 'OfficialIdentified', 'ComplainedNamed'] as const),
  ...(['PetitionRegistered', 'PetitionTransferred', 'PetitionAssigned', 'DutiesPassedOn'] as const),
  ...(['TransferObjected', 'TransferReturned', 'DisputeReferred', 'DisputeDecided'] as const),
  // at the latest when something was not done in time: people come and go, and posts change
  ...(['ReviewRequested', 'ReexaminationRequested', 'RecusalRequested', 'DutyFellOverdue'] as const),
]
const keepsOut = ({ stream, fact }: Recorded): boolean =>
  petitionRoom.owns?.(stream) === true && keepingOut.includes((fact as Fact).type)

const reforms: readonly OrganFact['type'][] = ['OrganMerged', 'OrganSplit', 'OrganAbolished', 'OrganMoved']

const isReform = ({ stream, fact }: Recorded): boolean =>
  stream.startsWith(organPrefix) && reforms.includes((fact as OrganFact).type)

function heirOf({ stream, fact }: Recorded, house: PetitionHouse): { from: OrganId; to: OrganId } | null {
  const from = stream.slice(organPrefix.length) as OrganId
  const ended = fact as OrganFact
  if (ended.type === 'OrganMerged') return { from, to: ended.into }
  if (ended.type !== 'OrganAbolished') return null
  const to = ended.successor ?? house.directory.find(from)?.parent
  return to ? { from, to } : null
}

const passAllOn = (house: PetitionHouse, from: OrganId, to: OrganId) =>
  forEachStream(house, 'select stream_id from petition_organ where organ = $1', [from], (stream) =>
    passOn(house, stream as PetitionNumber, from, to),
  )

const succession = { kind: 'system', task: 'succession' } as const

/** To the heir; where the heir is accused, to the nearest above who is not. Which one that is, the decision says. */
async function passOn(house: PetitionHouse, number: PetitionNumber, from: OrganId, heir?: OrganId): Promise<void> {
  const viewer = succession
  for (const to of [...(heir ? [heir] : []), ...organsAbove(house.directory, from)]) {
    const passed = await commandPetition(house, { number, type: 'PassDutiesOn', body: { from, to }, viewer })
    if (passed.ok || passed.error.kind === 'nothing-to-pass-on') return
  }
}

/** Accusations are few, and so are reforms: each accusation is looked at again with everybody who has a part in it. */
async function giveUpAccusations(house: PetitionHouse): Promise<void> {
  for (let after: readonly [string, string] = ['', '']; ; ) {
    const { rows } = await house.work.query<AccusedPart>(
      `select stream_id, organ, accused from petition_organ where accused <> '{}' and (stream_id, organ) > ($1, $2)
        order by stream_id, organ limit $3`,
      [...after, pageSize],
    )
    for (const part of rows) await giveUp(house, part)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = [last.stream_id, last.organ]
  }
}

interface AccusedPart {
  readonly stream_id: PetitionNumber
  readonly organ: OrganId
  readonly accused: readonly OrganId[]
}

/** Whoever may not have the matter passes on what they have of it. */
async function giveUp(house: PetitionHouse, { stream_id: number, organ, accused }: AccusedPart): Promise<void> {
  const about = accused.map((id) => ({ as: 'accused', organ: id, official: null }) as const)
  if (accusedAbove({ about, class: 'accusation' }, organ, house.directory) === null) return
  await commandPetition(house, { number, type: 'TakeSight', body: { from: organ }, viewer: succession })
  await passOn(house, number, organ)
}

/** The letter turned out to be about an organ that has a part in it: that part goes to those above, at once. */
async function giveUpNewlyAccused(house: PetitionHouse, number: string): Promise<void> {
  const { rows } = await house.work.query<AccusedPart>(
    `select stream_id, organ, accused from petition_organ where stream_id = $1 and accused <> '{}' order by organ`,
    [number],
  )
  for (const part of rows) await giveUp(house, part)
}

interface OwedPart {
  readonly organ: OrganId
  readonly officials: readonly string[]
  readonly recused: readonly string[]
}

/**
 * An organ that has it, or owes something in it, goes on while one person in it may handle it; else those above do (art. 28 (3)). Where
 * nobody is left there either, it goes on from them in the same way.
 */
async function giveUpDeserted(house: PetitionHouse, stream: string): Promise<void> {
  const number = stream as PetitionNumber
  const { rows } = await house.work.query<OwedPart>(
    `select o.organ, o.officials, o.recused from petition_organ o join petition p using (stream_id)
      where o.stream_id = $1 and o.is_part and (o.officials <> '{}' or o.recused <> '{}') and (o.organ = p.holder
        or exists (select from petition_clock c where c.stream_id = o.stream_id and c.organ = o.organ))
      order by o.organ`,
    [number],
  )
  for (const { organ, ...keptOut } of rows) {
    if (await house.isDeserted(organ, keptOut)) await passOn(house, number, organ)
  }
}
