/**
 * What is begun with a lead in the rooms beside: a dispute in the ledger, a mediation, another way of the law that is followed. There is no
 * transaction over two streams, so each is begun under a name that follows from the visit: whoever sends the same again finds what is there.
 */
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { MediationKind } from '../../law/mediation.ts'
import type { ReferralWay } from '../../law/referrals.ts'
import { type DisputingRefusal, recordDispute } from '../../prevention/disputes/commanding.ts'
import type { DisputeRefusal } from '../../prevention/disputes/dispute.ts'
import { explainDispute } from '../../prevention/disputes/wording.ts'
import { openMediation } from '../mediations/begin.ts'
import { commandMediation, type MediatingRefusal } from '../mediations/commanding.ts'
import type { MediationRefusal } from '../mediations/mediation.ts'
import { explainMediation } from '../mediations/wording.ts'
import { explainAtVisit, type ReferringRefusal } from '../referrals/commanding.ts'
import type { ReferralRefusal } from '../referrals/referral.ts'
import { explainReferralRefusal } from '../referrals/wording.ts'
import type { IntakeHouse } from './house.ts'
import type { BegunKind, Intake, IntakeKeeping, IntakeRefusal, LeadKind } from './intake.ts'
import type { ReadIntake, Staff } from './queries.ts'
import { begunOf } from './tables.ts'

export type TakingRefusal = IntakeRefusal | EngineRefusal

/** The other side, as whoever came names it: a person, or an organ of the house. */
export interface OtherSide {
  readonly name: Prose
  readonly phone: Prose | null
  readonly organ: OrganId | null
}

/** What has to be said beside for a dispute, and for a mediation. */
export interface ForDispute {
  readonly title: Prose
  readonly asked: Prose
  readonly others: readonly OtherSide[]
}
export interface ForMediation {
  readonly kind: MediationKind
  readonly others: readonly OtherSide[]
}

export interface Leading {
  readonly kind: LeadKind
  readonly by: OrganId | null
  readonly until: Day | null
  readonly words: Prose
  readonly way: ReferralWay | null
  readonly where: Prose | null
  readonly petition: string | null
  /** What has to be said beside for what is begun with it; null for everything else. */
  readonly dispute: ForDispute | null
  readonly mediation: ForMediation | null
  /** When they learnt of the decision that another way of the law is about. */
  readonly knownOn: Day | null
}

export interface Begun {
  readonly stream: string
  readonly keeping: IntakeKeeping
}

interface Beginning {
  readonly house: IntakeHouse
  readonly read: ReadIntake
  readonly body: Leading
  readonly viewer: Staff
  readonly idempotency: Idempotency | undefined
}

type Begins = (beginning: Beginning) => Promise<Result<Begun, TakingRefusal>>

export const begin = (kind: BegunKind, beginning: Beginning): Promise<Result<Begun, TakingRefusal>> =>
  begins[kind](beginning)

/** One of a kind for one visit, whoever asks and however often. */
const onceFor = ({ read }: Beginning, kind: string): Idempotency => ({
  ...{ scope: `visit:${read.intake.reference}`, key: kind, requestDigest: kind },
})

async function beginDispute(beginning: Beginning): Promise<Result<Begun, TakingRefusal>> {
  const { house, read, body, viewer } = beginning
  if (body.dispute === null) return err({ kind: 'lead-part-missing', lead: 'dispute' })
  const { intake } = read
  const { title, asked, others } = body.dispute
  const own = { name: textOf(read, intake.name, 'identity'), contact: phoneOf(read), organ: null, asks: true }
  const recorded = await recordDispute(
    house,
    viewer,
    {
      ...{ entry: null, source: { kind: 'intake', stream: read.stream }, foundOn: intake.takenOn },
      ...{ region: intake.place, spot: null, category: intake.category, people: intake.concerned },
      ...{ title, cause: textOf(read, intake.about, 'content'), asked, named: [] },
      parties: [own, ...others.map(({ name, phone, organ }) => ({ name, contact: phone, organ, asks: false }))],
      ...{ grading: null, responsible: null, due: null, measures: null },
    },
    onceFor(beginning, 'dispute'),
  )
  if (!recorded.ok) return refused(recorded.error, 'dispute', house)
  const { stream, state } = recorded.value
  // an organ that is a side of it is no reason to keep the visit from it: it has no part in the visit anyhow
  return ok({ stream, keeping: { keptFrom: state.keptFrom, officials: state.officials, recused: [] } })
}

/** Of the dispute, where the visit led to one before; else of the visit itself. Whoever came is asked like everybody whether they are willing. */
async function beginMediation(beginning: Beginning): Promise<Result<Begun, TakingRefusal>> {
  const { house, read, body, viewer } = beginning
  if (body.mediation === null) return err({ kind: 'lead-part-missing', lead: 'mediation' })
  const { kind, others } = body.mediation
  const dispute = begunOf(read.intake, 'dispute')
  const own = { role: 'applicant', name: textOf(read, read.intake.name, 'identity'), phone: phoneOf(read) } as const
  const opened = await openMediation(
    house,
    viewer,
    {
      subject: dispute === null ? { kind: 'walkIn' } : { kind: 'dispute', stream: dispute },
      ...{ kind, organ: viewer.organ, what: textOf(read, read.intake.about, 'content') },
      parties: [
        own,
        ...others.map(({ name, phone, organ }) => ({
          ...({ role: 'respondent', name, phone, organ } as const),
        })),
      ],
    },
    onceFor(beginning, 'mediation'),
  )
  if (!opened.ok) return refused(opened.error, 'mediation', house)
  const { stream, mediation } = opened.value
  // the slip of the visit opens the mediation for whoever came, so with it they hold their key
  const handed = await commandMediation(house, {
    ...{ stream, type: 'HandKeyOver', body: { party: 'p1', told: 'inPerson' }, viewer },
    idempotency: onceFor(beginning, 'hand-key'),
  })
  if (!handed.ok) return refused(handed.error, 'mediation', house)
  const { keptFrom, officials, recused } = mediation
  return ok({ stream, keeping: { keptFrom, officials, recused } })
}

async function beginReferral(beginning: Beginning): Promise<Result<Begun, TakingRefusal>> {
  const { house, read, body, viewer, idempotency } = beginning
  if (body.way === null) return err({ kind: 'way-without-place' })
  const { keptFrom, officials, recused } = read.intake
  const keeping = { keptFrom, officials, recused }
  const explained = await explainAtVisit(house, {
    body: {
      ...{ visit: read.stream, keeping, way: body.way, explanation: body.words, knownOn: body.knownOn, first: null },
      to: body.by === null ? { organ: null, name: body.where } : { organ: body.by, name: null },
    },
    viewer,
    // there may be several, so each is one of its own request
    ...(idempotency
      ? { idempotency: { ...idempotency, scope: `visit:${read.intake.reference}`, key: `referral ${idempotency.key}` } }
      : {}),
  })
  return explained.ok ? ok({ stream: explained.value.stream, keeping }) : refused(explained.error, 'referral', house)
}

const begins: { readonly [K in BegunKind]: Begins } = {
  dispute: beginDispute,
  mediation: beginMediation,
  referral: beginReferral,
}

const longest = 20_000

/** What was written at the window and read there once fits again. */
function textOf({ texts }: ReadIntake, { ref }: Intake['name'], part: 'identity' | 'content'): Prose {
  const read = Prose.read(texts.get(ref) ?? '〔不能读取 / unreadable〕', { max: longest, min: 1, part })
  if (!read.ok) throw new Error('what was taken in at the window cannot be read')
  return read.value
}

const phoneOf = (read: ReadIntake): Prose | null =>
  read.intake.phone === null ? null : textOf(read, read.intake.phone, 'identity')

type Refused = DisputingRefusal | MediatingRefusal | ReferringRefusal
const ofEngine: ReadonlySet<string> = new Set<EngineRefusal['kind']>([
  ...(['version-conflict', 'stream-exists', 'idempotency-conflict'] as const),
])

/** The other room says why, in its own words; what the engine refuses is the same everywhere. */
function refused(refusal: Refused, lead: BegunKind, { directory }: IntakeHouse): Result<never, TakingRefusal> {
  if (ofEngine.has(refusal.kind)) return err(refusal as EngineRefusal)
  const nameOf = directory.nameOf.bind(directory)
  const says = {
    dispute: () => explainDispute(refusal as DisputeRefusal, nameOf),
    mediation: () => explainMediation(refusal as MediationRefusal, nameOf),
    referral: () => explainReferralRefusal(refusal as ReferralRefusal, nameOf),
  }[lead]()
  return err({ kind: 'lead-refused', lead, says } satisfies IntakeRefusal)
}
