/** What the house finds of a record before anybody may say that it goes: of its facts alone, and of what goes with it. */
import type { Day } from '../../kernel/day.ts'
import { later } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import type { RetentionRule } from '../../law/law.ts'
import type { KeptRecord } from '../../law/retention.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { disputeOfHouse } from '../../prevention/disputes/queries.ts'
import { tasksGivenFrom } from '../../tasks/giving.ts'
import type { Intake } from '../intake/intake.ts'
import { intakeOfHouse } from '../intake/queries.ts'
import { begunOf, petitionOf } from '../intake/tables.ts'
import type { Mediation, MediationStage } from '../mediations/mediation.ts'
import { mediationOfHouse, mediationsOfDispute } from '../mediations/queries.ts'
import { referralOfHouse } from '../referrals/queries.ts'
import type { LookedRecord } from './erasing.ts'
import { kindOf } from './room.ts'

/** Null where there is none. */
export function lookAtRecord(house: PetitionHouse, record: string): Promise<LookedRecord | null> {
  switch (kindOf(record)) {
    case 'dispute':
      return lookAtDispute(house, record)
    case 'mediation':
      return lookAtMediation(house, record)
    case 'intake':
      return lookAtIntake(house, record)
    case null:
      return Promise.resolve(null)
  }
}

const openOf = (clocks: readonly RunningClock[]): readonly string[] => clocks.filter(isOpen).map(({ id }) => id)

/** A task that came of it and is not over is owed like a clock of its own. */
const owedFrom = async (house: PetitionHouse, streams: readonly string[]): Promise<readonly string[]> =>
  (await tasksGivenFrom(house, streams)).filter(({ isOver }) => !isOver).map(() => 'doTask')

async function lookAtDispute(house: PetitionHouse, record: string): Promise<LookedRecord | null> {
  const dispute = await disputeOfHouse(house, record)
  if (dispute === null) return null
  const mediations = await mediationsOf(house, record)
  const streams = [record, ...mediations.map(({ stream }) => stream)]
  const kept = retentionOf(house, 'dispute', { organ: dispute.recorder.organ, pack: dispute.pack })
  return {
    ...{ class: 'dispute', keeper: dispute.recorder.organ, isOver: dispute.stage === 'closed' },
    restsSince: latest([dispute.movedOn, ...mediations.map(({ mediation }) => mediation.movedOn)]),
    openClocks: [
      ...openOf(dispute.clocks),
      ...mediations.flatMap(({ mediation }) => openOf(mediation.clocks)),
      ...(await owedFrom(house, streams)),
    ],
    goesWith: dispute.petitions.length > 0 ? 'petition' : null,
    retention: longest(
      kept,
      mediations.map(({ mediation }) => retentionOf(house, 'mediation', mediation)),
    ),
    ...{ keptFrom: dispute.keptFrom, erasedOn: dispute.erasedOn },
  }
}

interface Found {
  readonly stream: string
  readonly mediation: Mediation
}

async function mediationsOf(house: PetitionHouse, dispute: string): Promise<readonly Found[]> {
  const streams = await mediationsOfDispute(house, dispute)
  const found = await Promise.all(
    streams.map(async (stream) => ({ stream, mediation: await mediationOfHouse(house, stream) })),
  )
  return found.flatMap(({ stream, mediation }) => (mediation === null ? [] : [{ stream, mediation }]))
}

const overStages: readonly MediationStage[] = ['declined', 'ended', 'closed']

async function lookAtMediation(house: PetitionHouse, record: string): Promise<LookedRecord | null> {
  const mediation = await mediationOfHouse(house, record)
  if (mediation === null) return null
  const { subject, organ, stage, movedOn, clocks, keptFrom, erasedOn } = mediation
  return {
    ...{ class: 'mediation', keeper: organ, isOver: overStages.includes(stage), restsSince: movedOn },
    openClocks: [...openOf(clocks), ...(await owedFrom(house, [record]))],
    goesWith: subject.kind === 'walkIn' ? null : subject.kind,
    ...{ retention: retentionOf(house, 'mediation', mediation), keptFrom, erasedOn },
  }
}

async function lookAtIntake(house: PetitionHouse, record: string): Promise<LookedRecord | null> {
  const intake = await intakeOfHouse(house, record)
  if (intake === null) return null
  const { centre, stage, movedOn, keptFrom, erasedOn, leads } = intake
  const followed = await Promise.all(
    leads.flatMap((lead) => lead.referral ?? []).map((one) => referralOfHouse(house, one)),
  )
  const referrals = followed.filter((referral) => referral !== null)
  return {
    ...{ class: 'intake', keeper: centre, isOver: stage === 'led' },
    restsSince: latest([movedOn, ...referrals.map((referral) => referral.movedOn)]),
    openClocks: referrals.flatMap(({ clocks }) => openOf(clocks)),
    goesWith: withWhat(intake),
    ...{ retention: retentionOf(house, 'intake', { organ: centre, pack: null }), keptFrom, erasedOn },
  }
}

/** What a visit became it is a part of: it goes when that goes. */
function withWhat(intake: Intake): LookedRecord['goesWith'] {
  if (petitionOf(intake) !== null) return 'petition'
  if (begunOf(intake, 'dispute') !== null) return 'dispute'
  return begunOf(intake, 'mediation') === null ? null : 'mediation'
}

/** By the law that it began under, where that is known and this house still has it; else by what is the law now where it is kept. */
function retentionOf(
  { laws, directory, today }: PetitionHouse,
  kind: KeptRecord,
  { organ, pack }: { readonly organ: OrganId; readonly pack: string | null },
): RetentionRule {
  const known = pack === null ? undefined : laws.named(pack)
  return (known ?? laws.inForce((directory.find(organ)?.region ?? '00') as RegionCode, today())).retention[kind]
}

const latest = (all: readonly [Day, ...Day[]]): Day => all.reduce(later)
const longest = (one: RetentionRule, others: readonly RetentionRule[]): RetentionRule =>
  others.reduce((kept, other) => (other.years > kept.years ? other : kept), one)
