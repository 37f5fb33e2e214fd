/** What a centre's window does when something becomes known of what somebody's visit became: a petition, a dispute, a mediation. */
import type { Consumer } from '../../engine/consumer.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { Fact, FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { disputeOfHouse } from '../../prevention/disputes/queries.ts'
import { mediationOfHouse } from '../mediations/queries.ts'
import { commandReferral } from '../referrals/commanding.ts'
import { keepingOf, petitionFor, theHouse } from '../referrals/looking.ts'
import { commandAsHouse } from './commanding.ts'
import type { IntakeHouse } from './house.ts'
import type { Intake } from './intake.ts'
import { intakeOfHouse, visitsTo } from './queries.ts'
import { intakeRoom, streamOf } from './room.ts'
import { begunOf, petitionOf } from './tables.ts'

const keepingFacts: readonly FactType[] = [
  'ComplainedNamed',
  'OfficialIdentified',
  'PetitionCorrected',
  'StaffRecused',
  'RecusalDecided',
  'ContentErased',
]

/** Whatever becomes known of the petition holds for the visit that it was. Reading a fact twice changes nothing. */
export function intakeKeepingReaction(house: IntakeHouse): Consumer {
  return {
    name: 'intake-keeping',
    follows: keepingFacts,
    async react({ stream: petition, fact: recorded }) {
      const fact = recorded as Fact
      if (petitionRoom.owns?.(petition) !== true || !keepingFacts.includes(fact.type)) return
      const { rows } = await house.work.query<{ stream_id: string }>(
        'select stream_id from intake where petition = $1',
        [petition],
      )
      for (const { stream_id: stream } of rows) {
        if (fact.type === 'ContentErased') await eraseIntake(house, stream)
        else await keep(house, stream, petition)
      }
    },
  }
}

const begunFacts = [
  ...(['DisputeKept', 'MediationKept', 'DisputeErased', 'MediationErased', 'IntakeKept', 'IntakeErased'] as const),
] as const

/**
 * The same for what was begun with a lead: whoever a dispute or a mediation came to be kept from learns nothing of the visit, which goes with it;
 * and another way of the law that belongs to a visit is kept and erased with that.
 */
export function intakeBegunReaction(house: IntakeHouse): Consumer {
  return {
    name: 'intake-begun',
    follows: begunFacts,
    async react({ stream, fact }) {
      const type = (fact as { readonly type: string }).type as (typeof begunFacts)[number]
      if (type === 'DisputeKept' || type === 'MediationKept') return keepAlong(house, stream)
      if (type === 'DisputeErased' || type === 'MediationErased') return eraseAlong(house, stream)
      if (!stream.startsWith(`${intakeRoom.name}:`)) return
      const intake = await intakeOfHouse(house, stream)
      for (const referral of intake?.leads.flatMap((lead) => lead.referral ?? []) ?? []) {
        if (type === 'IntakeErased') await eraseReferral(house, referral)
        else await keepReferral(house, referral, intake as Intake)
      }
    },
  }
}

const isDispute = (began: string): boolean => began.startsWith('dispute:')

/** Of a visit that led to a dispute and from there to its mediation, the dispute is what it goes with; a petition before both. */
async function eraseAlong(house: IntakeHouse, began: string): Promise<void> {
  for (const intake of await visitsTo(house, began)) {
    const goesWith = petitionOf(intake) ?? begunOf(intake, 'dispute') ?? begunOf(intake, 'mediation')
    if (goesWith === began) await eraseIntake(house, streamOf(intake.reference))
  }
}

async function keepAlong(house: IntakeHouse, began: string): Promise<void> {
  const visits = await visitsTo(house, began)
  if (visits.length === 0) return
  const kept = isDispute(began) ? await disputeOfHouse(house, began) : await mediationOfHouse(house, began)
  if (kept === null) return
  const { keptFrom, officials } = kept
  const recused = 'recused' in kept ? kept.recused : []
  for (const { reference } of visits) {
    await commandAsHouse(house, streamOf(reference), 'KeepIntake', { keptFrom, officials, recused })
  }
}

async function keepReferral(house: IntakeHouse, stream: string, intake: Intake): Promise<void> {
  const { keptFrom, officials, recused } = intake
  const body = { keptFrom, officials, recused, about: [] }
  await commandReferral(house, { stream, type: 'KeepReferral', body, viewer: theHouse })
}

const eraseReferral = (house: IntakeHouse, stream: string): Promise<void> =>
  eraseBeside(house, stream, () =>
    commandReferral(house, { stream, type: 'EraseReferral', body: {}, viewer: theHouse }),
  )

async function keep(house: IntakeHouse, stream: string, number: string): Promise<void> {
  const petition = await petitionFor(house, number, theHouse)
  if (petition === null) return
  const { keptFrom, officials, recused } = await keepingOf(house, petition)
  await commandAsHouse(house, stream, 'KeepIntake', { keptFrom, officials, recused })
}

/** What was said and the key on the slip go, the facts stay. */
export const eraseIntake = (house: IntakeHouse, stream: string): Promise<void> =>
  eraseBeside(house, stream, async () => {
    await house.work.query('delete from intake_key where stream_id = $1', [stream])
    await commandAsHouse(house, stream, 'EraseIntake')
  })
