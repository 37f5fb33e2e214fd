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
import { intakeOfHouse, visitsTo } from '../intake/queries.ts'
import { begunOf, petitionOf } from '../intake/tables.ts'
import type { Mediation, MediationStage } from '../mediations/mediation.ts'
import { mediationOfHouse, mediationsOfDispute } from '../mediations/queries.ts'
import { referralOfHouse } from '../referrals/queries.ts'
import type { Referral } from '../referrals/referral.ts'
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
    case 'referral':
      return lookAtReferral(house, record)
    case null:
      return Promise.resolve(null)
  }
}

const openOf = (clocks: readonly RunningClock[]): readonly string[] => clocks.filter(isOpen).map(({ id }) => id)

/**
 * Of another way of the law: what is still to come. Of a limit that somebody else let pass nobody may ever say here how it ended, and it binds no
 * organ in its work on this record.
 */
const toCome = (clocks: readonly RunningClock[]): readonly string[] =>
  openOf(clocks.filter(({ overdueOn }) => overdueOn === undefined))

/** A task that came of it and is not over is owed like a clock of its own. */
const owedFrom = async (house: PetitionHouse, streams: readonly string[]): Promise<readonly string[]> =>
  (await tasksGivenFrom(house, streams)).filter(({ isOver }) => !isOver).map(() => 'doTask')

async function lookAtDispute(house: PetitionHouse, record: string): Promise<LookedRecord | null> {
  const dispute = await disputeOfHouse(house, record)
  if (dispute === null) return null
  const mediations = await mediationsOf(house, record)
  const streams = [record, ...mediations.map(({ stream }) => stream)]
  const along = await visitsAlong(house, streams)
  const kept = retentionOf(house, 'dispute', { organ: dispute.recorder.organ, pack: dispute.pack })
  return {
    ...{ class: 'dispute', keeper: dispute.recorder.organ, isOver: dispute.stage === 'closed' },
    restsSince: latest([dispute.movedOn, ...mediations.map(({ mediation }) => mediation.movedOn), ...along.movedOn]),
    openClocks: [
      ...openOf(dispute.clocks),
      ...mediations.flatMap(({ mediation }) => openOf(mediation.clocks)),
      ...along.openClocks,
      ...(await owedFrom(house, streams)),
    ],
    goesWith: dispute.petitions.length > 0 ? 'petition' : null,
    retention: longest(
      kept,
      ...mediations.map(({ mediation }) => retentionOf(house, 'mediation', mediation)),
      ...along.retentions,
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
  const along = await visitsAlong(house, [record])
  return {
    ...{ class: 'mediation', keeper: organ, isOver: overStages.includes(stage) },
    restsSince: latest([movedOn, ...along.movedOn]),
    openClocks: [...openOf(clocks), ...along.openClocks, ...(await owedFrom(house, [record]))],
    goesWith: subject.kind === 'walkIn' ? null : subject.kind,
    retention: longest(retentionOf(house, 'mediation', mediation), ...along.retentions),
    ...{ keptFrom, erasedOn },
  }
}

async function lookAtIntake(house: PetitionHouse, record: string): Promise<LookedRecord | null> {
  const intake = await intakeOfHouse(house, record)
  if (intake === null) return null
  const { centre, stage, keptFrom, erasedOn } = intake
  const { movedOn, openClocks, retentions } = await wholeVisit(house, intake)
  return {
    ...{ class: 'intake', keeper: centre, isOver: stage === 'led', restsSince: latest(movedOn), openClocks },
    ...{ goesWith: withWhat(intake), retention: longest(...retentions), keptFrom, erasedOn },
  }
}

/** What was told at a window is a part of that visit, as what was told of a petition is of the petition: neither is erased by itself. */
async function lookAtReferral(house: PetitionHouse, record: string): Promise<LookedRecord | null> {
  const referral = await referralOfHouse(house, record)
  if (referral === null) return null
  const { guide, stage, movedOn, clocks, petition, keptFrom, erasedOn } = referral
  return {
    ...{ class: 'referral', keeper: guide, isOver: stage === 'closed', restsSince: movedOn },
    ...{ openClocks: toCome(clocks), goesWith: petition === null ? 'intake' : 'petition' },
    ...{ retention: waysKept(house, referral), keptFrom, erasedOn },
  }
}

const waysKept = (house: PetitionHouse, { guide: organ, pack }: Referral): RetentionRule =>
  retentionOf(house, 'referral', { organ, pack })

interface Visited {
  readonly movedOn: readonly [Day, ...Day[]]
  readonly openClocks: readonly string[]
  readonly retentions: readonly [RetentionRule, ...RetentionRule[]]
}

/** A visit with each other way of the law that was told there: it rests when they do, and is kept as long as the longest of them. */
async function wholeVisit(house: PetitionHouse, { centre, movedOn, leads }: Intake): Promise<Visited> {
  const told = await Promise.all(
    leads.flatMap((lead) => lead.referral ?? []).map((stream) => referralOfHouse(house, stream)),
  )
  // what was erased already waits for nothing: cut off in the middle, the rest is taken up again
  const ways = told.filter((referral) => referral !== null).filter((referral) => referral.erasedOn === null)
  return {
    movedOn: [movedOn, ...ways.map((way) => way.movedOn)],
    openClocks: ways.flatMap(({ clocks }) => toCome(clocks)),
    retentions: [
      retentionOf(house, 'intake', { organ: centre, pack: null }),
      ...ways.map((way) => waysKept(house, way)),
    ],
  }
}

/** Visits that became it go with it, whatever else they led to: so it waits for that too. */
async function visitsAlong(house: PetitionHouse, streams: readonly string[]) {
  const visits = (await Promise.all(streams.map((stream) => visitsTo(house, stream)))).flat()
  const whole = await Promise.all(visits.map((intake) => wholeVisit(house, intake)))
  return {
    movedOn: whole.flatMap(({ movedOn }) => movedOn),
    openClocks: whole.flatMap(({ openClocks }) => openClocks),
    retentions: whole.flatMap(({ retentions }) => retentions),
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
const longest = (one: RetentionRule, ...others: readonly RetentionRule[]): RetentionRule =>
  others.reduce((kept, other) => (other.years > kept.years ? other : kept), one)
